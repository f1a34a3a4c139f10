import { type MetricName, metricOf, metricRank } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { ExactValue } from "../model/sample.ts";
import type { MetricJudgement } from "../model/verdict.ts";
import { type Assessment, settled } from "./assessment.ts";
import { isExactGated, judgeExact } from "./exact.ts";
import { assessNoisy, describeNoisy, type NoiseContext } from "./noisy.ts";
import { usableVisits } from "./process-values.ts";

/**
 * The noisy metrics a benchmark has data for.
 *
 * @param result - benchmark with its visits
 * @returns names in the order of the metric table, those of one family by name; `overhead` where it can be derived
 */
export function noisyMetricsOf(result: BenchmarkResult): MetricName[] {
  const series = usableVisits(result.visits).flatMap((visit) => visit.series);
  const names = new Set(series.map(({ metric }) => metric));
  const native = series.some(({ metric, side }) => metric === "time" && side === "native");
  const guest = series.some(({ metric, side }) => metric === "time" && side !== "native");
  if (native && guest) {
    names.add("overhead");
  }
  names.delete("kernel");
  names.delete("kernel_wall");
  return [...names].filter((name) => metricOf(name).assumption === "noisy").sort(byTable);
}

function byTable(left: MetricName, right: MetricName): number {
  return metricRank(left) - metricRank(right) || (left < right ? -1 : left > right ? 1 : 0);
}

function isCompared(result: BenchmarkResult): boolean {
  return result.pairing === "paired" || result.pairing === "alternated";
}

function assessNoisies(result: BenchmarkResult, context: NoiseContext): Assessment[] {
  return noisyMetricsOf(result).map((name) =>
    isCompared(result)
      ? assessNoisy(result, name, context)
      : describeNoisy(result, name, context.policy),
  );
}

/** Fuel and pages are the same on every machine: a stored number stands for a binary that is not at hand. */
function isComparable({ metric }: ExactValue, { pairing }: BenchmarkResult): boolean {
  return pairing === "new" && metricOf(metric).unit !== "bytes";
}

/** Exact metrics are compared whenever both sides have them; an identical benchmark stays identical. */
function assessExacts(result: BenchmarkResult, context: NoiseContext): Assessment[] {
  const compared = isCompared(result);
  return result.exact
    .toSorted((a, b) => byTable(a.metric, b.metric))
    .map((value) => {
      const alone = compared || isComparable(value, result) ? value : { ...value, baseline: null };
      const judged = judgeExact(alone, result.benchmark.id, context.policy);
      const judgement: MetricJudgement =
        result.pairing === "identical" && judged.verdict === "new"
          ? { ...judged, verdict: "identical", because: "same bytes, definition and engine" }
          : judged;
      const message = `${value.metric}: ${value.note}; shown, not gated`;
      const warnings = value.note === null ? [] : [{ code: "not-comparable", message }];
      return settled(judgement, isExactGated(value, result.benchmark.id, context.policy), warnings);
    });
}

/**
 * Judges every metric of a benchmark.
 *
 * @param result - benchmark with visits and exact values
 * @param context - policy and the job's own noise
 * @returns the primary metric first, then other gated ones, then informational ones
 */
export function judgeMetrics(result: BenchmarkResult, context: NoiseContext): Assessment[] {
  const rank = ({ judgement, gated }: Assessment): number => {
    if (judgement.metric === result.benchmark.primary) {
      return 0;
    }
    return gated ? 1 : 2;
  };
  const all = [...assessNoisies(result, context), ...assessExacts(result, context)];
  return all.toSorted(
    (a, b) => rank(a) - rank(b) || byTable(a.judgement.metric, b.judgement.metric),
  );
}
