import type { LearnedNoise } from "../model/result.ts";
import { mean, quantile } from "../stats/descriptive.ts";
import { locate, NO_PRIOR, pooledVariance, standardErrorOver } from "../stats/location.ts";

/** Fewer log ratios say nothing about how far unchanged code may stray. */
const QUANTILE_VALUES_MIN = 10;
const QUANTILE = 0.99;

/** Square of the bias that persists through a job: what the jobs' locations stray more than their processes explain. */
function persistentVariance(runs: readonly (readonly number[])[], variance: number): number {
  const excess = runs.map((ratios) => {
    const location = { ...locate(ratios, NO_PRIOR), variance };
    return location.center ** 2 - standardErrorOver(location, ratios.length) ** 2;
  });
  return Math.max(0, mean(excess));
}

/**
 * Learns the noise of one benchmark from runs in which its code did not change.
 *
 * @param runs - log ratios of each run, one per process; runs of one fingerprint only, oldest first
 * @returns pooled variance with its degrees of freedom, persistent bias τ and 99 % quantile of |y| (null with fewer
 *   than 10 values); null when no run has 2 processes
 * @see docs/statistics.md#prior
 */
export function learnNoise(runs: readonly (readonly number[])[]): LearnedNoise | null {
  const known = runs
    .map((ratios) => ratios.filter(Number.isFinite))
    .filter((ratios) => ratios.length > 1);
  if (known.length === 0) {
    return null;
  }
  const degreesOfFreedom = known.reduce((sum, ratios) => sum + ratios.length - 1, 0);
  const squares = known.reduce(
    (sum, ratios) => sum + (ratios.length - 1) * pooledVariance(ratios),
    0,
  );
  const variance = squares / degreesOfFreedom;
  const sizes = known.flat().map(Math.abs);
  return {
    variance,
    degreesOfFreedom,
    tau: Math.sqrt(persistentVariance(known, variance)),
    quantile99: sizes.length < QUANTILE_VALUES_MIN ? null : quantile(sizes, QUANTILE),
  };
}
