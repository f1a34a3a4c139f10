import type { MetricJudgement } from "../../model/verdict.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatChange, formatPercent } from "../../wording/percent.ts";
import { metricLabel } from "../metric-label.ts";

/**
 * What became of a benchmark by one metric, as the rest of a sentence.
 *
 * @param judged - judgement of the metric that decided
 * @returns for example `is 15.2 % slower`, `uses 6.4 % more fuel`, `takes 2 more memory pages`; a change of an unknown size is told as
 *   `changed`
 */
export function changeWords(judged: MetricJudgement): string {
  const { metric, unit, change } = judged;
  if (metric === "pages") return pagesWords(judged);
  if (change === null) return "changed";
  const share = formatPercent(Math.abs(change.center));
  const [more, less] = wordsOf(unit, metric) ?? [];
  if (more === undefined || less === undefined)
    return `changed by ${formatChange(change.center)} in ${metricLabel(metric)}`;
  return (change.center > 0 ? more : less).replace("%", share);
}

/** How a metric is said to have become more, and less; null where it has no words of its own. */
function wordsOf(
  unit: MetricJudgement["unit"],
  metric: string,
): readonly [more: string, less: string] | null {
  switch (unit) {
    case "ns":
      return ["is % slower", "is % faster"];
    case "fuel":
      return ["uses % more fuel", "uses % less fuel"];
    case "bytes":
      return metric.startsWith("size")
        ? ["is % larger", "is % smaller"]
        : ["uses % more memory", "uses % less memory"];
    default:
      return null;
  }
}

function pagesWords({ candidate, baseline }: MetricJudgement): string {
  if (candidate === null || baseline === null) return "changed";
  const difference = candidate.center - baseline.center;
  const more = difference < 0 ? "fewer" : "more";
  return `takes ${formatQuantity(Math.abs(difference), `${more} memory page`, `${more} memory pages`)}`;
}
