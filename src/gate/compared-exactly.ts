import { isExactMetricName, metricOf } from "../model/metric.ts";
import type { MetricJudgement } from "../model/verdict.ts";

/**
 * Whether a metric was compared to the last digit: its change has no interval, and nothing it would not see. What it is
 * gated at is an allowance.
 *
 * @param judged - judgement of a metric
 * @returns true for fuel, pages, sizes and the like, and for what another tool counted without any spread
 */
export function isComparedExactly({
  metric,
  change,
}: Pick<MetricJudgement, "metric" | "change">): boolean {
  if (metricOf(metric).assumption === "exact") return true;
  // A time is never compared so, whatever its interval.
  return isExactMetricName(metric) && change !== null && change.low === change.high;
}
