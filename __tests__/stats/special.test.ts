import { describe, expect, test } from "vitest";
import { logGamma, regularizedBeta } from "../../src/stats/special.ts";

describe("logarithm of the gamma function", () => {
  // Γ(n) = (n − 1)!, Γ(½) = √π, Γ(3/2) = √π / 2.
  test.each([
    [0.5, Math.log(Math.PI) / 2],
    [1, 0],
    [1.5, Math.log(Math.PI) / 2 - Math.LN2],
    [2, 0],
    [5, Math.log(24)],
    [11, Math.log(3_628_800)],
  ])("at %f", (x, value) => {
    expect(logGamma(x)).toBeCloseTo(value, 12);
  });
});

describe("incomplete beta function", () => {
  // I(1, b) = 1 − (1 − x)^b, I(a, 1) = x^a, I(½, ½) = (2/π)·asin √x, I(2, 2) = 3x² − 2x³.
  test.each([0.01, 0.2, 0.5, 0.8, 0.99])("has its closed forms at %f", (x) => {
    expect(regularizedBeta(x, 1, 4)).toBeCloseTo(1 - (1 - x) ** 4, 13);
    expect(regularizedBeta(x, 3.5, 1)).toBeCloseTo(x ** 3.5, 13);
    expect(regularizedBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
    expect(regularizedBeta(x, 2, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 13);
  });

  test.each([
    [0.5, 0.5],
    [2, 7],
    [40, 0.5],
  ])("is nothing at 0 and the whole at 1: shapes %f and %f", (a, b) => {
    expect([regularizedBeta(0, a, b), regularizedBeta(1, a, b)]).toEqual([0, 1]);
  });

  test("of one end is what the other leaves", () => {
    expect(regularizedBeta(0.3, 2.5, 4)).toBeCloseTo(1 - regularizedBeta(0.7, 4, 2.5), 14);
  });
});
