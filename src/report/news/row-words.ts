import { isComparedExactly } from "../../gate/compared-exactly.ts";
import type { MetricJudgement } from "../../model/verdict.ts";
import { formatPercent } from "../../wording/percent.ts";
import { metricLabel } from "../metric-label.ts";
import type { Row } from "../rows.ts";
import { benchmarkWord, tierWords } from "../verdict-words.ts";

const OPEN_WORDS: Readonly<Record<string, string>> = {
  contaminated: "the runner treated the sides differently: run again",
  "too noisy": "too noisy to tell",
  "two modes": "blocks of two speeds: cannot tell",
};

/**
 * Why a benchmark stands among the news, or what moved with it.
 *
 * @param row - row of a result
 * @returns plain text that is hostile until escaped; empty where there is nothing to say
 */
export function whyWords({ judgement, because, note }: Row): string {
  const { failure, explanation } = judgement;
  if (failure !== null) return `${failure.kind}: ${failure.message}`;
  if (judgement.notCompared !== undefined) return note;
  if (judgement.verdict === "inconclusive")
    return OPEN_WORDS[benchmarkWord(judgement)] ?? "cannot tell";
  if (judgement.verdict === "missing") return because === "" ? "not measured any more" : because;
  if (explanation.length > 0) return explanation.join(", ");
  if (judgement.tier !== null) return tierWords(judgement.tier);
  return judgement.verdict === "improvement" ? "" : because;
}

/**
 * The smallest change a comparison would have shown.
 *
 * @param judged - judgement of a metric
 * @returns for example `would see ≥ 6.2 %`; empty where nobody knows, and for what was counted
 */
export function seenWords(judged: Pick<MetricJudgement, "metric" | "change" | "gatedAt">): string {
  const { gatedAt } = judged;
  return gatedAt === null || isComparedExactly(judged)
    ? ""
    : `would see ≥ ${formatPercent(gatedAt)}`;
}

/**
 * The metric a row's change is about, where it is not the one the benchmark is about.
 *
 * @param row - row of a result
 * @param judged - the metric whose change is told
 * @returns its short name and a space; empty for the benchmark's own
 */
export function metricPrefix({ primary }: Row, judged: MetricJudgement): string {
  return judged === primary ? "" : `${metricLabel(judged.metric)} `;
}
