import { describe, expect, test } from "vitest";
import { shiftBetween } from "../../src/stats/shift.ts";
import { studentQuantile } from "../../src/stats/student.ts";

describe("shift between two samples", () => {
  // Locations 1 and 11. Each sample: variance 2, SE² = (π/3)·2/2; joint degrees (2a)²/(a² + a²) = 2.
  test("is the difference of their locations, with the error of both", () => {
    const margin = studentQuantile(0.975, 2) * Math.sqrt((2 * Math.PI) / 3);
    const shift = shiftBetween([0, 2], [10, 12], 0.95);
    expect(shift.center).toBe(10);
    expect(shift.low).toBeCloseTo(10 - margin, 12);
    expect(shift.high).toBeCloseTo(10 + margin, 12);
  });

  test("turns over with the samples", () => {
    const [up, down] = [shiftBetween([0, 2], [7, 8], 0.9), shiftBetween([7, 8], [0, 2], 0.9)];
    expect([down.center, down.low, down.high]).toEqual([-up.center, -up.high, -up.low]);
  });

  // Squares 4a and 1a with one degree of freedom each: (5a)²/(16a² + a²) = 25/17.
  test("is as sure as the less precise sample lets it be", () => {
    const margin = studentQuantile(0.975, 25 / 17) * Math.sqrt((5 * Math.PI) / 3);
    expect(shiftBetween([0, 4], [10, 12], 0.95).high).toBeCloseTo(9 + margin, 9);
    const alone = studentQuantile(0.975, 1) * Math.sqrt(Math.PI / 3);
    expect(shiftBetween([3, 3], [10, 12], 0.95).high).toBeCloseTo(8 + alone, 9);
  });

  // Three values have two degrees of freedom: variance 1, SE² = (π/3)/3; the other sample has no error.
  test("takes the degrees of freedom of each sample", () => {
    const margin = studentQuantile(0.975, 2) * Math.sqrt(Math.PI / 9);
    expect(shiftBetween([5, 5], [1, 2, 3], 0.95).high).toBeCloseTo(margin - 3, 9);
  });

  test("has no width between equal values", () => {
    expect(shiftBetween([1, 1], [4, 4], 0.95)).toEqual({ center: 3, low: 3, high: 3 });
  });

  test.each([
    [[1], [1, 2]],
    [[1, 2], [1]],
    [[], []],
  ])("refuses %j and %j: each needs two values", (before, after) => {
    expect(() => shiftBetween(before, after, 0.95)).toThrow("needs at least 2 values");
  });
});
