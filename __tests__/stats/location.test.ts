import { describe, expect, test } from "vitest";
import { hodgesLehmann } from "../../src/stats/hodges-lehmann.ts";
import {
  intervalOf,
  locate,
  marginOf,
  NO_PRIOR,
  pooledVariance,
  robustVariance,
  standardErrorOver,
} from "../../src/stats/location.ts";
import { studentQuantile } from "../../src/stats/student.ts";

describe("Hodges–Lehmann location", () => {
  // Pairs of [1, 2, 9]: 1, 1.5, 5, 2, 5.5, 9 → sorted 1, 1.5, 2, 5, 5.5, 9 → (2 + 5)/2.
  test("is the median of the pair means", () => {
    expect(hodgesLehmann([1, 2, 9])).toBe(3.5);
  });

  test("moves little when one value goes wild, and turns over with the signs", () => {
    const calm = hodgesLehmann([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(hodgesLehmann([1, 2, 3, 4, 5, 6, 7, 8000]) - calm).toBeLessThan(0.6);
    expect(hodgesLehmann([-1, -2, -9])).toBe(-3.5);
  });

  test("is the value itself for one value and for ties", () => {
    expect(hodgesLehmann([4])).toBe(4);
    expect(hodgesLehmann([2, 2, 2, 2])).toBe(2);
  });
});

describe("robust variance", () => {
  // n = 8: g = round(1.2) = 1, h = 6. [0..7] winsorized: 1,1,2,3,4,5,6,6: mean 3.5,
  // squares 2·(6.25 + 6.25 + 2.25 + 0.25) = 30, 30/7; times (7/5)² = 8.4.
  test("scales the winsorized variance back up", () => {
    expect(robustVariance([0, 1, 2, 3, 4, 5, 6, 7])).toBeCloseTo(8.4, 12);
  });

  test("a wild value counts no more than its neighbour", () => {
    expect(robustVariance([0, 1, 2, 3, 4, 5, 6, 1e9])).toBeCloseTo(8.4, 12);
  });

  // n = 16: g = round(2.4) = 2, h = 12, so the factor is (15/11)².
  test("pulls in two at each end of sixteen", () => {
    const values = Array.from({ length: 16 }, (_, index) => index);
    const squares = 2 * (3 * 5.5 ** 2 + 4.5 ** 2 + 3.5 ** 2 + 2.5 ** 2 + 1.5 ** 2 + 0.5 ** 2);
    expect(robustVariance(values)).toBeCloseTo((squares / 15) * (15 / 11) ** 2, 10);
  });

  // n = 20: g = round(3.0) = 3, so the three wild values at the top count as the fourth.
  test("pulls in three at each end of twenty", () => {
    const calm = Array.from({ length: 20 }, (_, index) => Math.min(index, 16));
    const wild = calm.map((value, index) => (index > 16 ? 1e6 : value));
    expect(robustVariance(wild)).toBe(robustVariance(calm));
  });

  // [1, 2, 3, 4] pulled in: 2, 2, 3, 3: squares 4·0.25 = 1, 1/3; times (3/1)² = 3.
  test("pulls in one at each end of four", () => {
    expect(robustVariance([1, 2, 3, 400])).toBeCloseTo(3, 12);
  });

  test("is the plain variance for three values and zero for one", () => {
    expect(robustVariance([1, 2, 9])).toBe(19);
    expect(robustVariance([4])).toBe(0);
  });
});

describe("pooled variance", () => {
  const count = (length: number): number[] => Array.from({ length }, (_, index) => index);

  // The averages that the table states for 4, 8 and 20 normal values; more than 20 are taken for 20.
  test.each([
    [4, 1.809],
    [8, 1.139],
    [20, 1.128],
    [21, 1.128],
    [60, 1.128],
  ])("of %i values is the robust one less its bias", (length, bias) => {
    const values = count(length);
    expect(robustVariance(values) / pooledVariance(values)).toBeCloseTo(bias, 12);
  });

  test("of two or three values is the plain variance", () => {
    expect(pooledVariance([1, 2, 9])).toBe(19);
    expect(pooledVariance([1, 3])).toBe(2);
  });
});

describe("location with its interval", () => {
  const eight = [0, 1, 2, 3, 4, 5, 6, 7];

  // s_w² = 8.4, prior 20 at 5: (20·5 + 7·8.4)/27 = 158.8/27; df = 27; SE² = (π/3)·that/8 + 0.5².
  test("weighs prior and sample by their degrees of freedom and adds the persistent bias", () => {
    const location = locate(eight, { variance: 5, degreesOfFreedom: 20, tau: 0.5 });
    const error = Math.sqrt(((Math.PI / 3) * (158.8 / 27)) / 8 + 0.25);
    expect(location).toMatchObject({ center: 3.5, degreesOfFreedom: 27, count: 8 });
    expect(location.variance).toBeCloseTo(158.8 / 27, 12);
    expect(standardErrorOver(location, 8)).toBeCloseTo(error, 12);
    expect(marginOf(location, 0.95)).toBeCloseTo(studentQuantile(0.95, 27) * error, 12);
    expect(intervalOf(location, 0.95).high).toBeCloseTo(
      3.5 + studentQuantile(0.975, 27) * error,
      12,
    );
  });

  // Not pulled in: all of three, two of four (one at each end), six of eight.
  test.each([
    [[1, 2, 9], 2],
    [[1, 2, 3, 4], 1],
    [eight, 5],
  ])("nothing known: %j have %i degrees of freedom", (values, degreesOfFreedom) => {
    const location = locate(values, NO_PRIOR);
    expect(location).toMatchObject({ degreesOfFreedom, variance: robustVariance(values) });
  });

  test("two values without prior have a wide interval, not none", () => {
    const error = Math.sqrt(((Math.PI / 3) * 2) / 2);
    expect(marginOf(locate([1, 3], NO_PRIOR), 0.95)).toBeCloseTo(
      Math.tan(0.45 * Math.PI) * error,
      9,
    );
  });

  test("one value without prior knows nothing of its error", () => {
    expect(intervalOf(locate([3], NO_PRIOR), 0.95)).toEqual({ low: -Infinity, high: Infinity });
  });

  test("one value with a prior takes the prior's spread", () => {
    const location = locate([3], { variance: 4, degreesOfFreedom: 20, tau: 0 });
    expect(marginOf(location, 0.95)).toBeCloseTo(
      studentQuantile(0.95, 20) * Math.sqrt((Math.PI / 3) * 4),
      12,
    );
  });

  test("equal values leave the persistent bias as the only error", () => {
    const location = locate([2, 2, 2, 2, 2], { ...NO_PRIOR, tau: 0.25 });
    expect(standardErrorOver(location, 5)).toBe(0.25);
  });

  test("refuses an empty sample", () => {
    expect(() => locate([], NO_PRIOR)).toThrow("empty");
  });
});
