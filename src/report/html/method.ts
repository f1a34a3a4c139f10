import { gatedAllowance } from "../../gate/exact.ts";
import { EXACT_METRICS, metricOf } from "../../model/metric.ts";
import type { ResultDocument } from "../../model/result.ts";
import { formatAllowance } from "../../wording/allowance.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatPercent } from "../../wording/percent.ts";
import { metricLabel } from "../metric-label.ts";

/** How the sides were compared, in words that hold for this run. */
function comparisonWords({ baseline, benchmarks }: ResultDocument): readonly string[] {
  const paired = benchmarks.filter(({ pairing }) => pairing === "paired").length;
  const alternated = benchmarks.filter(({ pairing }) => pairing === "alternated").length;
  if (baseline === null || paired + alternated === 0) {
    return ["Nothing was compared in this run: every number stands alone with its interval."];
  }
  const both = formatQuantity(paired, "benchmark had", "benchmarks had");
  const apart =
    alternated > 0
      ? ` ${formatQuantity(alternated, "was", "were")} measured in alternating processes.`
      : "";
  return [
    `${both} baseline and candidate in the same process, taking turns about every millisecond, so that whatever slows the machine slows both.${apart}`,
  ];
}

/** What is compared exactly, and how much of it may grow; overrides stand in the configuration. */
function exactWords({ policy, benchmarks }: ResultDocument): string {
  const seen = new Set(benchmarks.flatMap(({ exact }) => exact.map(({ metric }) => metric)));
  const allowed = EXACT_METRICS.filter((name) => seen.has(name)).flatMap((name) => {
    const allowance = gatedAllowance(name, policy);
    return allowance === null
      ? []
      : [`${metricLabel(name)} ${formatAllowance(allowance, metricOf(name).unit)}`];
  });
  const growth =
    allowed.length === 0
      ? ""
      : ` Allowed growth (of a share and an amount whichever is more): ${allowed.join(", ")}.`;
  return `What repeats to the last digit, such as fuel, bytes and pages, is compared exactly.${growth}`;
}

/**
 * How the verdict was reached, in words, with the numbers of this run's policy.
 *
 * @param result - judged result
 * @returns HTML
 */
export function renderMethod(result: ResultDocument): string {
  const { policy, sampling } = result;
  const { regression, decide, suspect } = policy.thresholds;
  const items = [
    ...comparisonWords(result),
    `Each side runs ${formatQuantity(sampling.copies, "separately compiled copy")} of its module; every copy is timed in blocks of about ${sampling.blockMs} ms over ${formatQuantity(sampling.rounds, "round")} in random order, and the 25th percentile of its blocks counts. One process gives one value; the spread between processes gives the interval.`,
    `A benchmark whose median change exceeds ${formatPercent(suspect)} is suspect and is measured again in fresh processes. It is a regression when the median of the fresh data alone exceeds ${formatPercent(decide)}, nearly all fresh processes agree on the direction, and the difference is above the benchmark's absolute floor.`,
    `It is unchanged when the upper end of the interval stays below ${formatPercent(regression)}. When neither can be shown within the time allowed, it is inconclusive and says so.`,
    `“Would see” is the smallest change this comparison could have shown; smaller ones may hide in the noise.`,
    `A calibration kernel that no change can touch rides in every round. Where it differs between the sides, the machine treated them differently and the benchmark is contaminated instead of judged.`,
    exactWords(result),
    `A target is met when the upper bound of the estimate is within its limit, missed when the lower bound is above it, and inconclusive between.`,
    `This run fails on: ${policy.failOn.length > 0 ? policy.failOn.join(", ") : "nothing"}. Improvements never offset regressions.`,
  ];
  return `<section id="method"><h2>How the verdict was reached</h2><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul></section>`;
}
