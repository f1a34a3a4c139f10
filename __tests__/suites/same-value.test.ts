import { describe, expect, it } from "vitest";
import type { Argument } from "../../src/model/benchmark.ts";
import { sameValue } from "../../src/suites/same-value.ts";

describe("sameValue", () => {
  it.each([
    [42, 42],
    [4_294_967_295, -1],
    [0.1, Math.fround(0.1)],
    [7, 7n],
    [7n, 7n],
    [Number.NaN, Number.NaN],
    ["a", "a"],
    [null, null],
    [
      [1, [2, "x"]],
      [1, [2, "x"]],
    ],
    [[1, 2], Uint8Array.of(1, 2)],
  ])("accepts %s for %s", (expected, actual) => {
    expect(sameValue(expected, actual)).toBe(true);
  });

  it.each([
    [42, 43],
    [-1, 4_294_967_295],
    [0.1, 0.1000001],
    [7.5, 7n],
    [7, "7"],
    [7n, 7],
    [0, null],
    [null, undefined],
    [true, 1],
    [[1], [1, 2]],
    [[1], 1],
    ["a", ["a"]],
    [new Map([[1, 2]]), new Map([[1, 3]])],
    [new Set([1]), new Set([2])],
    [new Date(1), new Date(2)],
    [/a/, /b/],
    [{}, new Map([[1, 2]])],
  ] as unknown as [Argument, unknown][])("refuses %s for %s", (expected, actual) => {
    expect(sameValue(expected, actual)).toBe(false);
  });
});
