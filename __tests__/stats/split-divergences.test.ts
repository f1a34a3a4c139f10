import { describe, expect, test } from "vitest";
import { splitDivergences } from "../../src/stats/energy.ts";

describe("divergence of two parts", () => {
  // 2·2/4 · (2·1 − 0 − 0) = 2; one against three: 3/4 · (2·(0+1+1)/3 − 0 − (1+1+0)/3) = 1/2.
  test("matches the sums done by hand", () => {
    const [none, first, second, third] = splitDivergences([0, 0, 1, 1]);
    expect(none).toBe(0);
    expect(first).toBeCloseTo(0.5, 12);
    expect(second).toBeCloseTo(2, 12);
    expect(third).toBeCloseTo(0.5, 12);
  });

  // {0} and {4, 1}: 1·2/3 · (2·(4+1)/2 − 0 − 3) = 4/3; {0, 4} and {1}: 2·1/3 · (2·(1+3)/2 − 4 − 0) = 0.
  test("takes off how far the values of a part lie apart, of two values too", () => {
    const [, first, second] = splitDivergences([0, 4, 1]);
    expect(first).toBeCloseTo(4 / 3, 12);
    expect(second).toBeCloseTo(0, 12);
  });

  test("is zero everywhere when all values are equal", () => {
    expect(splitDivergences([3, 3, 3, 3])).toEqual([0, 0, 0, 0]);
    expect(splitDivergences([])).toEqual([]);
  });
});
