import { type MetricName, metricOf } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Stage } from "../model/sample.ts";
import type { Prior } from "../stats/location.ts";
import type { Assessment } from "./assessment.ts";
import { failuresOf } from "./failure.ts";
import { noisyMetricsOf } from "./judge-metrics.ts";
import { jobPrior } from "./noise.ts";
import { assessNoisy, type NoiseContext } from "./noisy.ts";

/**
 * What the benchmarks of a job are judged with.
 *
 * @param results - all benchmarks of the job with the data so far
 * @param policy - policy of the run
 * @returns context whose job noise is computed once for each metric and pairing
 */
export function noiseContextOf(results: readonly BenchmarkResult[], policy: Policy): NoiseContext {
  const known = new Map<string, Prior>();
  return {
    policy,
    jobPriorOf: (metric: MetricName, pairing: BenchmarkResult["pairing"]): Prior => {
      const key = `${pairing} ${metric}`;
      const prior = known.get(key) ?? jobPrior(results, metric, pairing);
      known.set(key, prior);
      return prior;
    },
  };
}

/** Gated noisy metrics of a benchmark that can still be judged; none when it failed or is not compared. */
function assessments(result: BenchmarkResult, context: NoiseContext): Assessment[] {
  const compared = result.pairing === "paired" || result.pairing === "alternated";
  const failures = failuresOf(result);
  if (!compared || failures.candidate !== null || failures.baseline !== null) {
    return [];
  }
  return noisyMetricsOf(result)
    .filter((name) => metricOf(name).role === "gated")
    .map((name) => assessNoisy(result, name, context))
    .filter(({ gated }) => gated);
}

function reached({ judgement }: Assessment, stage: Stage): boolean {
  return judgement.stage === stage;
}

/** Whether fresh data are wanted after the screen. */
function isSuspect(one: Assessment): boolean {
  return reached(one, "screen") && one.suspect;
}

function select(
  results: readonly BenchmarkResult[],
  policy: Policy,
  wanted: (assessment: Assessment) => boolean,
): string[] {
  const context = noiseContextOf(results, policy);
  return results
    .filter((result) => assessments(result, context).some(wanted))
    .map(({ benchmark }) => benchmark.id);
}

/**
 * Benchmarks that the first processes of a screen leave open: the rest of the screen is wanted of them.
 *
 * Every number of processes from 2 will do. The job's own noise, or what earlier runs taught, makes up for how little two values
 * say about their spread.
 *
 * @param results - benchmarks with the first visits of their screen
 * @param policy - policy of the run
 * @returns ids in the order of the benchmarks; left out are those that are cleared, those that are slower beyond doubt, so that
 *   fresh data may be measured at once, and those that failed or are not compared
 * @see docs/statistics.md#screen
 */
export function openAfterLook(results: readonly BenchmarkResult[], policy: Policy): string[] {
  const context = noiseContextOf(results, strict(policy));
  return results
    .filter((result) => {
      const suspects = assessments(result, context).filter(isSuspect);
      return suspects.length > 0 && !suspects.some(({ obvious }) => obvious);
    })
    .map(({ benchmark }) => benchmark.id);
}

/**
 * Benchmarks of which a look at their screen can say something.
 *
 * @param results - benchmarks with the first visits of their screen
 * @param policy - policy of the run
 * @returns ids in the order of the benchmarks; left out are those that failed or are not compared
 */
export function screenedIds(results: readonly BenchmarkResult[], policy: Policy): string[] {
  return select(results, policy, () => true);
}

/** Two looks at a screen clear more by chance than one: the first asks for half the risk. */
function strict(policy: Policy): Policy {
  return { ...policy, confidenceLevel: (1 + policy.confidenceLevel) / 2 };
}

/**
 * Benchmarks that must be measured again on fresh data after the screen.
 *
 * @param results - benchmarks with their screen visits
 * @param policy - policy of the run
 * @returns ids in the order of the benchmarks: the median is beyond s, a regression could not be excluded, or the
 *   calibration kernel disagreed
 * @see docs/statistics.md#screen
 */
export function suspectsAfterScreen(results: readonly BenchmarkResult[], policy: Policy): string[] {
  return select(results, policy, isSuspect);
}

/**
 * Benchmarks that the first half of a confirmation did not clear.
 *
 * @param results - benchmarks with their screen and the first fresh visits
 * @param policy - policy of the run; two looks clear more by chance than one, so this one asks for half the risk
 * @returns ids in the order of the benchmarks
 * @see docs/statistics.md#confirm
 */
export function openAfterHalf(results: readonly BenchmarkResult[], policy: Policy): string[] {
  return select(
    results,
    strict(policy),
    (one) => reached(one, "confirm") && (one.judgement.verdict !== "unchanged" || one.contaminated),
  );
}

/**
 * Benchmarks that 8 fresh processes did not decide.
 *
 * @param results - benchmarks with their screen and confirm visits
 * @param policy - policy of the run
 * @returns ids in the order of the benchmarks; contaminated ones, and those this run is too noisy for, are not asked for again
 * @see docs/statistics.md#confirm
 */
export function undecidedAfterConfirm(
  results: readonly BenchmarkResult[],
  policy: Policy,
): string[] {
  return select(
    results,
    policy,
    (one) =>
      reached(one, "confirm") &&
      one.judgement.verdict === "inconclusive" &&
      one.judgement.cause !== "too-noisy" &&
      !one.contaminated,
  );
}
