import { assessNoisy, type NoiseContext } from "../src/gate/noisy.ts";
import { noiseContextOf } from "../src/gate/planner.ts";
import type { Policy } from "../src/model/policy.ts";
import type { BenchmarkResult } from "../src/model/result.ts";

/** Thresholds T that a curve of our own rule walks through, as fractions. */
export const OWN_THRESHOLDS: readonly number[] = [
  0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3, 0.5, 1, 2,
];

/** Score of what no threshold calls a regression. */
const NEVER: number = Number.NEGATIVE_INFINITY;

/** The policy with another T; θ and s move with it. */
function policyAt(policy: Policy, regression: number): Policy {
  const scale = regression / policy.thresholds.regression;
  const { decide, suspect } = policy.thresholds;
  const thresholds = {
    ...policy.thresholds,
    regression,
    decide: decide * scale,
    suspect: suspect * scale,
  };
  return { ...policy, thresholds };
}

/**
 * The largest threshold at which our rule calls each benchmark of a job a regression.
 *
 * @param results - benchmarks of the job, with the visits that the rules took
 * @param policy - policy of the job
 * @returns by id, benchmarks about time: a threshold of {@link OWN_THRESHOLDS}, or negative infinity where there is none. So is
 *   what was never confirmed: below the threshold a job was recorded with, more would have been confirmed
 */
export function ownScores(
  results: readonly BenchmarkResult[],
  policy: Policy,
): ReadonlyMap<string, number> {
  const { jobPriorOf } = noiseContextOf(results, policy);
  const calls = (result: BenchmarkResult, threshold: number): boolean => {
    const context: NoiseContext = { policy: policyAt(policy, threshold), jobPriorOf };
    return assessNoisy(result, "time", context).judgement.verdict === "regression";
  };
  return new Map(
    results
      .filter(({ benchmark }) => benchmark.primary === "time")
      .map((result) => {
        const isConfirmed = result.visits.some(({ stage }) => stage === "confirm");
        const highest = isConfirmed
          ? OWN_THRESHOLDS.findLast((threshold) => calls(result, threshold))
          : undefined;
        return [result.benchmark.id, highest ?? NEVER] as const;
      }),
  );
}
