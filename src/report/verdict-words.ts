import { isUnconfirmed, openCauseOf } from "../gate/open-cause.ts";
import { tierOf } from "../gate/tier.ts";
import type { TargetVerdict } from "../model/target.ts";
import type { BenchmarkJudgement, OpenCause, RunVerdict, Tier, Verdict } from "../model/verdict.ts";

/** What a benchmark is called in a report: its verdict, or what became of it. */
type BenchmarkWord =
  | Verdict
  | "accepted"
  | "removed"
  | "contaminated"
  | "not compared"
  | "unconfirmed"
  | OpenWord;

/** What an inconclusive benchmark is called whose cause has a name. */
type OpenWord = "too noisy" | "two modes";

const OPEN_WORDS: Readonly<Record<OpenCause, OpenWord>> = {
  "too-noisy": "too noisy",
  "two-modes": "two modes",
};

/** Improvements from here on count as large. */
const LARGE_CHANGE = 0.1;

/** Worst first: the order in which a reader should see them. */
const SEVERITY: Readonly<Record<Verdict, number>> = {
  failed: 0,
  regression: 1,
  missing: 2,
  inconclusive: 3,
  improvement: 4,
  new: 5,
  unchanged: 6,
  identical: 7,
  unsupported: 8,
};

const RUN_ICONS: Readonly<Record<RunVerdict, string>> = {
  pass: "✅",
  warn: "⚠️",
  fail: "❌",
  "no-baseline": "🆕",
};

const RUN_WORDS: Readonly<Record<RunVerdict, string>> = {
  pass: "passed",
  warn: "passed with warnings",
  fail: "failed",
  "no-baseline": "measured without a baseline",
};

const TARGET_ICONS: Readonly<Record<TargetVerdict, string>> = {
  met: "✅",
  missed: "❌",
  inconclusive: "❔",
};

const TIER_ICONS: Readonly<Record<Tier, string>> = {
  "must-fix": "🔴",
  "fix-or-justify": "🟠",
  investigate: "🟡",
};

/** Icons of the words whose icon does not tell a magnitude. */
const ICONS: Readonly<Record<Exclude<BenchmarkWord, "regression" | "improvement">, string>> = {
  accepted: "🤝",
  removed: "🤝",
  failed: "💥",
  missing: "🕳️",
  inconclusive: "❔",
  contaminated: "❔",
  "not compared": "❔",
  "too noisy": "❔",
  "two modes": "❔",
  unconfirmed: "⚪",
  new: "🆕",
  unchanged: "⚪",
  identical: "⚪",
  unsupported: "➖",
};

/**
 * Orders verdicts for a reader.
 *
 * @param verdict - verdict of a benchmark
 * @returns 0 for the worst; larger is calmer
 */
export function severityOf(verdict: Verdict): number {
  return SEVERITY[verdict];
}

/**
 * The word for the verdict of a run.
 *
 * @param verdict - verdict of the run
 * @returns for example `failed`
 */
export function runWord(verdict: RunVerdict): string {
  return RUN_WORDS[verdict];
}

/**
 * The icon for the verdict of a run.
 *
 * @param verdict - verdict of the run
 * @returns one emoji
 */
export function runIcon(verdict: RunVerdict): string {
  return RUN_ICONS[verdict];
}

/**
 * The icon for the verdict of a target.
 *
 * @param verdict - verdict of the target
 * @returns one emoji
 */
export function targetIcon(verdict: TargetVerdict): string {
  return TARGET_ICONS[verdict];
}

/**
 * The icon for a benchmark: of a regression by its tier, which its worst metric sets, of an improvement by its size.
 *
 * @param benchmark - judged benchmark
 * @returns one emoji: red, orange or yellow for a regression, rocket or green for an improvement
 */
export function benchmarkIcon(benchmark: BenchmarkJudgement): string {
  const { metrics, verdict } = benchmark;
  const gave = metrics.find((one) => one.verdict === verdict) ?? metrics[0];
  const change = Math.abs(gave?.change?.center ?? 0);
  const word = benchmarkWord(benchmark);
  if (word === "regression") return TIER_ICONS[benchmark.tier ?? tierOf(change)];
  if (word === "improvement") return change >= LARGE_CHANGE ? "🚀" : "🟢";
  return ICONS[word];
}

/**
 * The word for the verdict of a benchmark, acceptance and contamination included.
 *
 * @param benchmark - judged benchmark
 * @returns for example `regression`, `accepted`, `contaminated`, `not compared`, `too noisy`, `unconfirmed`
 */
export function benchmarkWord(benchmark: BenchmarkJudgement): BenchmarkWord {
  if (benchmark.verdict === "regression" && benchmark.accepted !== null) return "accepted";
  if (benchmark.verdict === "missing" && benchmark.removal !== undefined) return "removed";
  if (benchmark.verdict === "inconclusive" && benchmark.contaminated) return "contaminated";
  const cause = openCauseOf(benchmark);
  if (cause !== null) return OPEN_WORDS[cause];
  return isUnconfirmed(benchmark) ? "unconfirmed" : openWord(benchmark);
}

/**
 * The word before the reasons of a benchmark that needs attention: they tell contamination and acceptance themselves.
 *
 * @param benchmark - judged benchmark
 * @returns its verdict, or `not compared`
 */
export function openWord(benchmark: BenchmarkJudgement): Verdict | "not compared" {
  const isUncompared = benchmark.verdict === "new" && benchmark.notCompared !== undefined;
  return isUncompared ? "not compared" : benchmark.verdict;
}

/**
 * What a regression of a tier asks for.
 *
 * @param tier - tier of a regression, or null
 * @returns for example `fix or justify`; empty without a tier
 */
export function tierWords(tier: Tier | null): string {
  return tier === null ? "" : tier.replaceAll("-", " ");
}
