import { describe, expect, it } from "vitest";
import type { Argument } from "../../src/model/benchmark.ts";
import { describeCall } from "../../src/suites/describe-call.ts";

const said = (...args: readonly Argument[]): string => describeCall({ export: "run", args });

describe("a call in a message", () => {
  it.each<[string, Argument, string]>([
    ["a number", 1.5, "1.5"],
    ["a number JSON has no word for", Number.NaN, "NaN"],
    ["a 64-bit integer", 5n, "5n"],
    ["a text", 'say "so"', '"say \\"so\\""'],
    ["nothing", null, "null"],
    ["a list", [1, [2, 3]], "[1,[2,3]]"],
    ["a record", { x: 1, y: { z: 2n } }, '{"x":1,"y":{"z":"2n"}}'],
    ["a list of records", [{ x: 1 }, { x: 2 }], '[{"x":1},{"x":2}]'],
  ])("shows %s as what it holds", (_, value, words) => {
    expect(said(value, 7)).toBe(`run(${words}, 7)`);
  });

  it("shows the beginning of what is long, of one argument and of all", () => {
    const one = said("x".repeat(10_000));
    expect(one).toMatch(/^run\("x+…\)$/);
    expect(one.length).toBeLessThan(100);
    const record = said({ text: "y".repeat(10_000) });
    expect(record).toMatch(/^run\(\{"text":"y+…\)$/);
    const all = said(...Array.from({ length: 100 }, (): Argument => [1, 2, 3]));
    expect(all.length).toBeLessThan(220);
    expect(all.endsWith("…)")).toBe(true);
  });
});
