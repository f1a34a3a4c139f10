import { describe, expect, test } from "vitest";
import { detectableChange } from "../../src/gate/detectable.ts";
import { jobPrior, priorFor } from "../../src/gate/noise.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { locate, NO_PRIOR } from "../../src/stats/location.ts";
import { LEARNED, pairedVisits, result } from "./fabricate.ts";

/** Four values ±size: winsorized they stay, so s_w² = (4·size²/3)·(3/1)² = 12·size². */
function spread(size: number): BenchmarkResult {
  return result(pairedVisits([size, size, -size, -size]));
}

describe("noise of the job", () => {
  test("is the median variance of its benchmarks, worth four observations", () => {
    const prior = jobPrior([spread(0.01), spread(0.5), spread(0.02)], "time", "paired");
    expect(prior).toMatchObject({ degreesOfFreedom: 4, tau: 0.0025 });
    expect(prior.variance).toBeCloseTo(12 * 0.02 ** 2, 12);
  });

  // The median of a variance of two values is 0.4549 σ², of three ln 2 σ²; [−x, x] has the variance 2x².
  test("is corrected for how low so few values usually lie", () => {
    const two = (size: number): ReturnType<typeof result> => result(pairedVisits([size, -size]));
    const three = result(pairedVisits([0.02, 0, -0.02]));
    const ofTwo = jobPrior([two(0.01), two(0.02), two(0.03)], "time", "paired");
    expect(ofTwo.variance).toBeCloseTo((2 * 0.02 ** 2) / 0.4549, 9);
    const ofThree = jobPrior([three, three, three], "time", "paired");
    expect(ofThree.variance).toBeCloseTo(0.02 ** 2 / Math.LN2, 9);
  });

  test("does not mix benchmarks that were paired differently, nor too small ones", () => {
    const apart = { ...spread(0.01), pairing: "alternated" } as const;
    const short = result(pairedVisits([0.01]));
    expect(jobPrior([spread(0.01), spread(0.02), apart, short], "time", "paired")).toEqual({
      ...NO_PRIOR,
      tau: 0.0025,
    });
  });
});

describe("noise known beforehand", () => {
  const job = { variance: 1, degreesOfFreedom: 4, tau: 0.0025 };

  test("is the learned one for the primary metric, capped at twenty observations", () => {
    const learned = result([], { noise: { ...LEARNED, degreesOfFreedom: 140, tau: 0.004 } });
    expect(priorFor(learned, "time", job)).toEqual({
      variance: 1e-4,
      degreesOfFreedom: 20,
      tau: 0.004,
    });
    expect(priorFor(learned, "compile", job)).toBe(job);
  });

  test("is the job's without history, and τ never falls below its floor", () => {
    expect(priorFor(result([]), "time", job)).toBe(job);
    expect(priorFor(result([], { noise: { ...LEARNED, degreesOfFreedom: 0 } }), "time", job)).toBe(
      job,
    );
    expect(priorFor(result([], { noise: { ...LEARNED, tau: 0 } }), "time", job).tau).toBe(0.0025);
  });
});

describe("gated at", () => {
  const thresholds = {
    regression: 0.05,
    decide: 0.03,
    suspect: 0.015,
    floor: 4096,
    gated: true,
    warnings: [],
  };
  const rules = { confidenceLevel: 0.95, baseline: 1e9 };
  const calm = locate(Array(4).fill(0), { ...NO_PRIOR, degreesOfFreedom: 20 });

  test("is θ when there is no noise, and the floor where that is more", () => {
    expect(detectableChange(calm, thresholds, rules)).toBeCloseTo(0.03, 12);
    expect(detectableChange(calm, thresholds, { ...rules, baseline: 65_536 })).toBe(0.0625);
  });

  test("grows with the noise and is unknown for a single value without history", () => {
    const noisy = locate([0.05, -0.05, 0.02, -0.02], {
      ...NO_PRIOR,
      degreesOfFreedom: 20,
      variance: 0.0025,
    });
    expect(detectableChange(noisy, thresholds, rules)).toBeGreaterThan(0.05);
    expect(detectableChange(locate([0], NO_PRIOR), thresholds, rules)).toBeNull();
  });
});
