import { describe, expect, test } from "vitest";
import { changeOf, estimateOf, exactEstimate, relativeChange } from "../../src/gate/estimate.ts";
import type { ProcessValue } from "../../src/gate/process-values.ts";
import { metricOf } from "../../src/model/metric.ts";
import type { Estimate } from "../../src/model/verdict.ts";
import type { Location } from "../../src/stats/location.ts";

/** Published value of Student's t at 97.5 % with one degree of freedom: tan(0.475·π). */
const T_OF_ONE = Math.tan(0.475 * Math.PI);

/** One process each; the first gave one observation, the second two, and so on. */
function processes(...values: readonly number[]): ProcessValue[] {
  return values.map((value, process) => ({
    process,
    stage: "screen",
    value,
    samples: process + 1,
  }));
}

const times = (...values: readonly number[]): Estimate | null =>
  estimateOf(processes(...values), metricOf("time"), 0.95);
const bytes = (...values: readonly number[]): Estimate | null =>
  estimateOf(processes(...values), metricOf("resident_bytes"), 0.95);

describe("a log ratio as a relative change", () => {
  test("is candidate over baseline minus one", () => {
    expect(relativeChange(Math.log(1.05))).toBeCloseTo(0.05, 15);
    expect(relativeChange(Math.log(0.5))).toBeCloseTo(-0.5, 15);
  });

  test("is a number that can be stored, however large, and never a negative zero", () => {
    expect(relativeChange(1e6)).toBe(relativeChange(700));
    expect(relativeChange(701)).toBeLessThan(Number.MAX_VALUE);
    expect(relativeChange(700)).toBeGreaterThan(relativeChange(699));
    expect(relativeChange(-0)).toBe(0);
  });
});

describe("the change a location stands for", () => {
  const location: Location = {
    center: Math.log(1.1),
    variance: 0,
    tau: 0.01,
    degreesOfFreedom: 1,
    count: 4,
  };

  // No variance between processes leaves the bias of the job: ln 1.1 ± t · 0.01.
  test("has an interval around it on the scale of logarithms", () => {
    // Bounds of 95 % each: Student's t of one degree of freedom is the tangent of 0.45 π.
    const t = Math.tan(0.45 * Math.PI);
    const change = changeOf(location, 0.95);
    expect(change?.center).toBeCloseTo(0.1, 12);
    expect(change?.low).toBeCloseTo(1.1 * Math.exp(-0.01 * t) - 1, 9);
    expect(change?.high).toBeCloseTo(1.1 * Math.exp(0.01 * t) - 1, 9);
  });

  test("is unknown for a single process without known noise", () => {
    expect(changeOf({ ...location, degreesOfFreedom: 0, count: 1 }, 0.95)).toBeNull();
  });
});

describe("the value of a side", () => {
  // Times meet as logarithms: √(100 · 400) = 200. Variance of the logarithms (ln 4)²/2, so SE² = (π/3)·(ln 4)²/4.
  test("is the geometric middle of times, with an interval of ratios", () => {
    const margin = T_OF_ONE * Math.sqrt(((Math.PI / 3) * Math.log(4) ** 2) / 4);
    const estimate = times(100, 400);
    expect(estimate?.center).toBeCloseTo(200, 9);
    expect(estimate?.low).toBeCloseTo(200 * Math.exp(-margin), 9);
    expect((estimate?.high ?? 0) / (200 * Math.exp(margin))).toBeCloseTo(1, 9);
    expect(estimate?.spread).toBeCloseTo(Math.log(4) / Math.SQRT2, 12);
  });

  // Variance (100² + 100²)/1 = 20,000, so SE² = (π/3)·20,000/2; the spread is √20,000 / 200.
  test("is the arithmetic middle of bytes, whose interval may reach below zero", () => {
    const margin = T_OF_ONE * Math.sqrt((Math.PI / 3) * 10_000);
    const estimate = bytes(100, 300);
    expect(estimate?.center).toBe(200);
    expect(estimate?.low).toBeCloseTo(200 - margin, 6);
    expect(estimate?.high).toBeCloseTo(200 + margin, 6);
    expect(estimate?.spread).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test("has a spread without sign, and none around zero", () => {
    expect(bytes(-100, -300)?.spread).toBeCloseTo(Math.SQRT1_2, 12);
    expect(bytes(-5, 5)).toMatchObject({ center: 0, spread: 0 });
  });

  test("is a point for one process, and never a negative zero", () => {
    const point = { spread: 0, samples: 1, processes: 1 };
    expect(bytes(7)).toEqual({ center: 7, low: 7, high: 7, ...point });
    expect(bytes(-0)).toEqual({ center: 0, low: 0, high: 0, ...point });
    const one = times(250);
    expect(one?.center).toBeCloseTo(250, 9);
    expect([one?.low, one?.high]).toEqual([one?.center, one?.center]);
  });

  test("counts the processes and sums their observations", () => {
    expect(times(10, 11, 12)).toMatchObject({ processes: 3, samples: 6 });
  });

  test("is a number that can be stored where the interval is wider than numbers are", () => {
    const estimate = times(1e-300, 1e300);
    expect(estimate?.high).toBe(Math.exp(700));
    expect(estimate?.low).toBe(0);
  });

  test("is absent without processes", () => {
    expect(times()).toBeNull();
  });
});

describe("an exact value", () => {
  test("is an estimate without width", () => {
    const point = { spread: 0, samples: 1, processes: 1 };
    expect(exactEstimate(17)).toEqual({ center: 17, low: 17, high: 17, ...point });
    expect(exactEstimate(0)).toEqual({ center: 0, low: 0, high: 0, ...point });
  });

  test.each([null, Number.NaN, Number.POSITIVE_INFINITY])("of %s is none", (value) => {
    expect(exactEstimate(value)).toBeNull();
  });
});
