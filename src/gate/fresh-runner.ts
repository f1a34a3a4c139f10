import { metricOf } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import { median } from "../stats/descriptive.ts";
import { locate, marginOf } from "../stats/location.ts";
import { ratiosOf } from "./log-ratios.ts";
import { priorFor } from "./noise.ts";
import { noiseContextOf } from "./planner.ts";
import { thresholdsFor } from "./thresholds.ts";

/** Another machine must show this share of the deciding threshold. */
const UPHELD_SHARE = 0.6;

/** Fewer processes lift nothing: so many are measured before anything is decided. */
const FEWEST_PROCESSES = 4;

/**
 * Whether another machine upholds a would-be regression of the primary metric.
 *
 * @param results - benchmarks measured again on the fresh machine; all their processes count
 * @param id - benchmark that regressed on the first machine
 * @param policy - policy of the run
 * @returns true iff the median is at least 0.6 θ and the one-sided lower bound is above zero; null with fewer than 4 processes
 * @see docs/statistics.md#fresh-runner
 */
export function isUpheld(
  results: readonly BenchmarkResult[],
  id: string,
  policy: Policy,
): boolean | null {
  const result = results.find(({ benchmark }) => benchmark.id === id);
  const name = result?.benchmark.primary ?? "time";
  const ratios = result === undefined ? [] : ratiosOf(result, name).map(({ value }) => value);
  if (result === undefined || ratios.length < FEWEST_PROCESSES) {
    return null;
  }
  const { decide } = thresholdsFor(result, metricOf(name), policy);
  const job = noiseContextOf(results, policy).jobPriorOf(name, result.pairing);
  const location = locate(ratios, priorFor(result, name, job));
  const lower = location.center - marginOf(location, policy.confidenceLevel);
  return median(ratios) >= Math.log1p(UPHELD_SHARE * decide) && lower > 0;
}
