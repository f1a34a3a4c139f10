import { ATTENTION_KINDS, type AttentionKind, attentionOf } from "../gate/attention.ts";
import { nothingMeasured } from "../gate/nothing-measured.ts";
import { isUnconfirmed } from "../gate/open-cause.ts";
import type { ResultDocument } from "../model/result.ts";
import type { BenchmarkJudgement, Judgement } from "../model/verdict.ts";
import { formatQuantity } from "../wording/number.ts";
import { opinionNews } from "./opinion-words.ts";
import { policyChangesOf } from "./policy-words.ts";

/** Counts a reader must act on, and counts that only inform; each as a phrase. */
export interface CountPhrases {
  readonly attention: readonly string[];
  readonly calm: readonly string[];
}

function phrases(rows: readonly (readonly [number, string, string])[]): readonly string[] {
  return rows
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => formatQuantity(count, one, many));
}

/** One and several of what asks for attention. */
const WORDS: Readonly<Record<AttentionKind, readonly [one: string, many: string]>> = {
  failed: ["failure", "failures"],
  regression: ["regression", "regressions"],
  "missed-target": ["missed target", "missed targets"],
  missing: ["missing benchmark", "missing benchmarks"],
  "not-compared": ["not compared", "not compared"],
  "too-noisy": ["too noisy to judge", "too noisy to judge"],
  inconclusive: ["inconclusive", "inconclusive"],
  "undecided-target": ["undecided target", "undecided targets"],
};

/**
 * Says how many benchmarks and targets have each verdict.
 *
 * @param judgement - judgement of a run
 * @returns phrases such as `2 regressions`; verdicts nobody has are left out
 */
export function countPhrases(judgement: Judgement): CountPhrases {
  const { counts, targetCounts, benchmarks } = judgement;
  const count = (wanted: (row: BenchmarkJudgement) => boolean): number =>
    benchmarks.filter(wanted).length;
  const asking = (kind: AttentionKind): number => count((row) => attentionOf(row) === kind);
  const numbers: Readonly<Record<AttentionKind, number>> = {
    failed: asking("failed"),
    regression: asking("regression"),
    "missed-target": targetCounts.missed,
    missing: asking("missing"),
    "not-compared": asking("not-compared"),
    "too-noisy": asking("too-noisy"),
    inconclusive: asking("inconclusive"),
    "undecided-target": targetCounts.inconclusive,
  };
  const unconfirmed = count(isUnconfirmed);
  return {
    attention: phrases(ATTENTION_KINDS.map((kind) => [numbers[kind], ...WORDS[kind]] as const)),
    calm: phrases([
      [counts.regression - numbers.regression, "accepted regression", "accepted regressions"],
      [counts.missing - numbers.missing, "accepted removal", "accepted removals"],
      [counts.improvement, "improvement", "improvements"],
      [unconfirmed, "unconfirmed improvement", "unconfirmed improvements"],
      [counts.unchanged - unconfirmed, "unchanged", "unchanged"],
      [counts.identical, "identical", "identical"],
      [counts.new - numbers["not-compared"], "new", "new"],
      [counts.unsupported, "unsupported", "unsupported"],
    ]),
  };
}

/** The headline in its two halves; plain text. */
export interface Headline {
  /** What a reader must know, worst first. */
  readonly news: string;
  /** How the calm benchmarks and the targets fared; how many there are, unless the news says it. */
  readonly rest: string;
}

/**
 * The verdict of a run in two halves, worst news first.
 *
 * @param result - judged result
 * @returns for example `2 regressions, 1 missed target` and `27 benchmarks: 22 unchanged, 3 identical · 5 of 6 targets met`
 */
export function headlineParts(result: ResultDocument): Headline {
  const { judgement } = result;
  const { attention: counts, calm } = countPhrases(judgement);
  const nothing = nothingMeasured(result.benchmarks) === null ? [] : ["nothing was measured"];
  const attention = [...nothing, ...counts];
  const total = formatQuantity(judgement.benchmarks.length, "benchmark");
  const { met, missed, inconclusive } = judgement.targetCounts;
  const all = met + missed + inconclusive;
  const targets = all === 0 ? "" : ` · ${met} of ${formatQuantity(all, "target")} met`;
  const news = attention.length > 0 ? attention.join(", ") : quietNews(result);
  return {
    news: `${opinionNews(judgement) ?? news}${weakenedWords(result)}`,
    rest:
      [attention.length > 0 ? total : "", calm.join(", ")]
        .filter((part) => part !== "")
        .join(": ") + targets,
  };
}

/**
 * The verdict of a run as one line of plain text, worst news first.
 *
 * @param result - judged result
 * @returns both halves of the headline joined by ` · `
 */
export function headlineOf(result: ResultDocument): string {
  const { news, rest } = headlineParts(result);
  return `${news} · ${rest}`;
}

function weakenedWords(result: ResultDocument): string {
  const { weaker } = policyChangesOf(result);
  if (weaker.length === 0) return "";
  return `, gate weakened by ${formatQuantity(weaker.length, "change")}`;
}

/** What cannot run here, or is gone, was not measured: the news does not count it. */
function quietNews({ judgement }: ResultDocument): string {
  const { counts, benchmarks: judged } = judgement;
  const total = formatQuantity(judged.length - counts.unsupported - counts.missing, "benchmark");
  if (judgement.verdict === "no-baseline") return total;
  const compared = judged.some(({ verdict }) => verdict !== "new" && verdict !== "unsupported");
  return compared ? `no regression in ${total}` : `${total} measured, not compared`;
}
