import { describe, expect, it } from "vitest";
import { parseCall } from "../../src/command-line/call.ts";
import { parseOptions } from "../../src/command-line/options.ts";
import { ActionError } from "../../src/errors.ts";

describe("parseCall", () => {
  it("reads an export with numbers and 64-bit integers", () => {
    expect(parseCall("mix(1.5, -7n)")).toMatchObject({
      export: "mix",
      args: [1.5, -7n],
      name: "mix_1.5_-7",
    });
    expect(parseCall("run()")).toMatchObject({ export: "run", args: [], name: "run" });
  });

  it.each(["fib", "fib(", "fib(a)", "fib(1,,2)", "(1)"])(
    "refuses %s and says what to write",
    (text) => {
      expect(() => parseCall(text)).toThrow(ActionError);
    },
  );
});

describe("parseOptions", () => {
  it("takes lists by repetition and by comma, in the order of the suites", () => {
    const options = parseOptions([
      "run",
      "-s",
      "memory",
      "--suite",
      "execution",
      "--fail-on",
      "target,error",
    ]);
    expect(options.suites).toEqual(["execution", "memory"]);
    expect(options.failOn).toEqual(["target", "error"]);
  });

  it("reads amounts with units", () => {
    const options = parseOptions(["run", "--threshold", "3%", "--time-budget", "90s"]);
    expect(options.threshold).toBeCloseTo(0.03, 12);
    expect(options.timeBudgetMs).toBe(90_000);
  });

  it("keeps operands behind the command", () => {
    expect(parseOptions(["compare", "a.wasm", "b.wasm"])).toMatchObject({
      command: "compare",
      operands: ["a.wasm", "b.wasm"],
    });
  });

  it.each([
    [["run", "--nonsense"], /nonsense/],
    [["run", "--suite", "speed"], /suite.*instantiation/s],
    [["run", "--threshold", "3"], /threshold/],
  ])("refuses %j and names it", (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
