import { describe, expect, test } from "vitest";
import { WrongResult } from "../../src/suites/errors.ts";

const said = (expected: unknown, actual: unknown): string =>
  new WrongResult("run()", expected, actual).message;

describe("a wrong result", () => {
  test.each<[string, unknown, string]>([
    ["a number", 7, "7"],
    ["a 64-bit integer", 7n, "7n"],
    ["a text", 'say "so"', '"say \\"so\\""'],
    ["nothing", undefined, "undefined"],
    ["a list of records", [{ id: 1n, name: "a" }], '[{"id":"1n","name":"a"}]'],
    ["a typed array", Float64Array.of(1.5, Number.NaN), '[1.5,"NaN"]'],
    ["64-bit integers", BigUint64Array.of(1n), '["1n"]'],
    ["a list in a list", [[1], []], "[[1],[]]"],
    ["a function", Math.max, String(Math.max)],
  ])("shows %s as what it holds", (_, value, words) => {
    expect(said(0, value)).toBe(`run() returned ${words}, expected 0`);
    expect(said(value, 0)).toBe(`run() returned 0, expected ${words}`);
  });

  test("shows the beginning of what is long", () => {
    const long = said(0, new Uint8Array(1_000_000));
    expect(long.length).toBeLessThan(120);
    expect(long).toContain("returned [0,0,0,");
    expect(said(0, "x".repeat(1000)).length).toBeLessThan(120);
  });
});
