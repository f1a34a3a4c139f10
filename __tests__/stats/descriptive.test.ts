import { describe, expect, test } from "vitest";
import {
  mean,
  median,
  quantile,
  standardDeviation,
  variance,
  winsorize,
} from "../../src/stats/descriptive.ts";

describe("quantile", () => {
  // Type 7 at p = 0.25 of [1, 2, 4, 8]: position 3·0.25 = 0.75, so 1 + 0.75·(2 − 1) = 1.75.
  test("lies between order statistics, in any order of input", () => {
    expect(quantile([8, 1, 4, 2], 0.25)).toBe(1.75);
  });

  test("is the extreme at 0 and 1 and the value itself for one value", () => {
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
    expect(quantile([7], 0.25)).toBe(7);
  });

  test("refuses an empty sample and a share beyond 1", () => {
    expect(() => quantile([], 0.5)).toThrow("empty");
    expect(() => quantile([1], 1.5)).toThrow("not between 0 and 1");
    expect(() => quantile([1], -0.5)).toThrow("not between 0 and 1");
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });

  test("does not change what it is given", () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("median and mean", () => {
  test("the median of an even number of values is the mean of the middle two", () => {
    expect(median([10, 1, 3, 2])).toBe(2.5);
  });

  test("the mean refuses an empty sample", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(() => mean([])).toThrow("empty");
  });
});

describe("spread", () => {
  // [2, 4, 4, 4, 5, 5, 7, 9]: mean 5, squares 9+1+1+1+0+0+4+16 = 32, 32/7.
  test("divides by n − 1", () => {
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  // Mean 2, squares 1 + 1, over 2 − 1.
  test("is that of two values", () => {
    expect(variance([1, 3])).toBe(2);
  });

  test("is zero for one value, none, and equal values", () => {
    expect([variance([5]), variance([]), variance([2, 2, 2])]).toEqual([0, 0, 0]);
  });
});

describe("winsorize", () => {
  test("pulls the outermost values in at both ends", () => {
    expect(winsorize([100, 2, 3, 4, -50], 1)).toEqual([2, 2, 3, 4, 4]);
  });

  test("refuses to leave nothing", () => {
    expect(() => winsorize([1, 2], 1)).toThrow("leaves nothing");
    expect(() => winsorize([1, 2, 3], 2)).toThrow("2 at each end of 3 leaves nothing");
    expect(winsorize([3, 1, 2], 1)).toEqual([2, 2, 2]);
    expect(() => winsorize([], 0)).toThrow("leaves nothing");
  });
});
