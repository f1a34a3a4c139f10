import { describe, expect, it } from "vitest";
import { describeValue, formatFaults, formatPath } from "../../src/config/fault.ts";

describe("a value in a message", () => {
  it.each([
    [5, "5"],
    [5n, "5"],
    [Number.NaN, "NaN"],
    [true, "true"],
    [null, "null"],
    [undefined, "nothing"],
    [[1, 2], "a list"],
    [[], "a list"],
    [{ a: 1 }, "an object"],
    ['a "b"', '"a \\"b\\""'],
    ["a\nb\u0007", '"a\\nb\\u0007"'],
    ["a\u202eb\u0085", '"a�b�"'],
  ] as const)("one (case %#) is shown short, on one line", (value, shown) => {
    expect(describeValue(value)).toBe(shown);
  });

  it("is cut after sixty characters", () => {
    expect(describeValue("x".repeat(60))).toBe(`"${"x".repeat(60)}"`);
    expect(describeValue("x".repeat(61))).toBe(`"${"x".repeat(60)}…"`);
  });
});

describe("a path in a message", () => {
  it.each([
    [[], ""],
    [["gate"], "gate"],
    [["components", 2, "export"], "components[2].export"],
    [[0, "max-instances"], "[0].max-instances"],
    [["noise", "execution/sum/codec"], 'noise["execution/sum/codec"]'],
    [["cost", ""], 'cost[""]'],
    [["cost", "x".repeat(64)], `cost.${"x".repeat(64)}`],
    [["cost", "x".repeat(65)], `cost["${"x".repeat(60)}…"]`],
  ])("%j is written %s", (path, written) => {
    expect(formatPath(path)).toBe(written);
  });
});

describe("faults in a message", () => {
  const faults = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ path: [index], text: "wrong" }));
  const lines = (count: number): string[] =>
    formatFaults("c.yml", faults(count), ({ path }) => ` (line ${path[0]})`).split("\n");

  it("stand in a line each, with file, path and place", () => {
    expect(lines(2)).toEqual(["c.yml: [0]: wrong (line 0)", "c.yml: [1]: wrong (line 1)"]);
  });

  it("of the whole have no path", () => {
    expect(formatFaults("c.yml", [{ path: [], text: "wrong" }], () => "")).toBe("c.yml: wrong");
  });

  it("are listed up to twenty, and the others counted", () => {
    expect(lines(20)).toHaveLength(20);
    expect(lines(20).at(-1)).toBe("c.yml: [19]: wrong (line 19)");
    expect(lines(22)).toHaveLength(21);
    expect(lines(22).at(-1)).toBe("c.yml: and 2 more");
  });
});
