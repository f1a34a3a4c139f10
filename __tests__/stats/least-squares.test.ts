import { describe, expect, test } from "vitest";
import { fitLine } from "../../src/stats/least-squares.ts";

describe("least squares", () => {
  test("finds an exact line", () => {
    const fit = fitLine([1, 10, 50], [67, 670, 3350]);
    expect(fit.slope).toBeCloseTo(67, 10);
    expect(fit.intercept).toBeCloseTo(0, 9);
    expect(fit.r2).toBeCloseTo(1, 12);
  });

  // x̄ = 2, ȳ = 3; Sxx = 2, Sxy = (−1)(−1) + 0·(−1) + 1·2 = 3, Syy = 1 + 1 + 4 = 6: slope 1.5, r² = 9/12.
  test("gives slope, intercept and r² of scattered points", () => {
    const fit = fitLine([1, 2, 3], [2, 2, 5]);
    expect(fit.slope).toBeCloseTo(1.5, 12);
    expect(fit.intercept).toBeCloseTo(0, 12);
    expect(fit.r2).toBeCloseTo(0.75, 12);
  });

  // From (2, 5) to (4, 11): 3 for each, −1 at zero.
  test("goes through two points", () => {
    expect(fitLine([2, 4], [5, 11])).toEqual({ slope: 3, intercept: -1, r2: 1 });
  });

  test("explains a flat line fully", () => {
    expect(fitLine([1, 2, 3], [4, 4, 4])).toEqual({ slope: 0, intercept: 4, r2: 1 });
  });

  test("refuses one position and unequal lengths", () => {
    expect(() => fitLine([1, 1], [2, 3])).toThrow(RangeError);
    expect(() => fitLine([1, 2], [2])).toThrow(RangeError);
    expect(() => fitLine([], [])).toThrow(RangeError);
  });
});
