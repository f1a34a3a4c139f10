import { metricOf } from "../model/metric.ts";
import type { Change, MetricJudgement } from "../model/verdict.ts";
import { formatChange } from "../wording/percent.ts";

/**
 * The change of a metric as a table shows it.
 *
 * @param change - its change
 * @param metric - its judgement
 * @returns for example `+5.1 %`; `~ −5.1 %` for an improvement that is not confirmed
 */
export function changeText(
  { center }: Change,
  { unconfirmed }: Pick<MetricJudgement, "unconfirmed">,
): string {
  return `${unconfirmed === true ? "~ " : ""}${formatChange(center)}`;
}

/**
 * Whether a metric is compared to the last digit whatever was measured: its change has no interval, and nothing it would not see.
 *
 * @param judged - judgement of a metric
 * @returns true for fuel, pages, sizes and the like
 */
export function isComparedExactly({ metric }: Pick<MetricJudgement, "metric">): boolean {
  return metricOf(metric).assumption === "exact";
}
