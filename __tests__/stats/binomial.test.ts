import { describe, expect, test } from "vitest";
import { binomialTail, requiredAgreement } from "../../src/stats/binomial.ts";

describe("binomial tail", () => {
  // 8 tosses: C(8,7) + C(8,8) = 9 of 256. 16 tosses: 560 + 120 + 16 + 1 = 697 of 65536 for 13 or more.
  test.each([
    [7, 8, 9 / 256],
    [8, 8, 1 / 256],
    [13, 16, 697 / 65_536],
    [0, 5, 1],
    [6, 5, 0],
    [0, 0, 1],
  ])("of %i heads or more in %i tosses", (heads, tosses, probability) => {
    expect(binomialTail(heads, tosses)).toBe(probability);
  });

  // The sum of the logarithms' exponentials would be 1 + 1.2e-13 here.
  test("is never more than certain", () => {
    expect(binomialTail(0, 503)).toBe(1);
  });

  test("is as good of more tosses than can be counted", () => {
    expect(binomialTail(500, 500) / 2 ** -500).toBeCloseTo(1, 9);
    expect(binomialTail(501, 501) / 2 ** -501).toBeCloseTo(1, 9);
    expect(binomialTail(0, 1000)).toBeCloseTo(1, 9);
    expect(binomialTail(501, 1001)).toBeCloseTo(0.5, 9);
    expect(binomialTail(1001, 1000)).toBe(0);
  });
});

describe("required agreement", () => {
  // Chances: 5 of 5 = 1/32 = 3.1 %; 6 of 6; 7 of 7 (6 of 7 = 6.3 %); 7 of 8 = 3.5 %; 13 of 16 = 1.1 % (12 of 16 = 3.8 %).
  test.each([
    [5, 5],
    [6, 6],
    [7, 7],
    [8, 7],
    [12, 10],
    [16, 13],
    [20, 15],
  ])("of %i processes is %i", (processes, required) => {
    expect(requiredAgreement(processes)).toBe(required);
  });

  // Normal approximation: n/2 + z·√n/2 with z = Φ⁻¹(1 − 9/256) = 1.8104, and half a count for continuity.
  test.each([499, 501, 1023, 1024, 2000])(
    "of %i processes is near the normal approximation",
    (count) => {
      const expected = count / 2 + (1.8104 * Math.sqrt(count)) / 2 + 0.5;
      expect(Math.abs(requiredAgreement(count) - expected)).toBeLessThan(1);
    },
  );

  test("cannot be reached by fewer than five processes", () => {
    expect([0, 1, 2, 3, 4].map(requiredAgreement)).toEqual([1, 2, 3, 4, 5]);
  });
});
