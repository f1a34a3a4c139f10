import type { BenchmarkResult } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { BenchmarkJudgement, MetricJudgement, Verdict } from "../model/verdict.ts";
import { acceptRegressions } from "./accept.ts";
import { explainMove, explainSize, type FactsPair } from "./explain.ts";
import { type Failures, failuresOf } from "./failure.ts";
import { type JudgedMetric, judgeMetrics } from "./judge-metrics.ts";
import type { NoiseContext } from "./noisy.ts";
import { NOT_CARRIED } from "./plan.ts";
import { tierOf } from "./tier.ts";

/** Worst first: an improvement of one metric never hides what another one shows. */
const WORST_FIRST: readonly Verdict[] = [
  "regression",
  "inconclusive",
  "improvement",
  "unchanged",
  "identical",
  "new",
];

function worstOf(verdicts: readonly Verdict[]): Verdict {
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? "inconclusive";
}

/** Verdicts that need no data. */
function verdictByKind(result: BenchmarkResult, failures: Failures): Verdict | null {
  if (result.pairing === "missing") {
    return "missing";
  }
  if (result.benchmark.unsupported !== null) {
    return "unsupported";
  }
  return failures.candidate === null ? null : "failed";
}

function verdictByData(
  result: BenchmarkResult,
  judged: readonly JudgedMetric[],
  failures: Failures,
): Verdict {
  const gated = judged.filter((metric) => metric.gated).map(({ judgement }) => judgement.verdict);
  const measured = judged.some(({ judgement }) => judgement.metric === result.benchmark.primary);
  const isComparable = measured && failures.baseline === null && failures.both === null;
  switch (result.pairing) {
    case "identical":
      return "identical";
    case "new":
    case "alone":
      // A stored number is compared exactly even where nothing else can be.
      if (gated.includes("regression")) return "regression";
      return measured ? "new" : "inconclusive";
    default:
      return worstOf(isComparable ? gated : [...gated, "inconclusive"]);
  }
}

function dataWarnings(result: BenchmarkResult, failures: Failures): Warning[] {
  const warnings: Warning[] = [];
  if (failures.baseline !== null) {
    const message = `the baseline failed (${failures.baseline.message}): nothing to compare with`;
    warnings.push({ code: "baseline-failed", message });
  }
  if (failures.both !== null) {
    const { kind, message } = failures.both;
    const said = `both sides failed alike (${kind}: ${message}): the change does not explain it`;
    warnings.push({ code: "both-failed", message: said });
  }
  if (result.pairing === "new" && result.pairingReason === NOT_CARRIED) {
    const message = `${NOT_CARRIED}: its code changed and cannot be compared`;
    warnings.push({ code: "not-carried", message });
  }
  if (result.pairing === "missing" && result.benchmark.unsupported !== null) {
    warnings.push({ code: "no-longer-runs", message: result.pairingReason });
  }
  const ran = result.visits.length > 0;
  const mayRest = ["missing", "identical"].includes(result.pairing);
  if (!ran && !mayRest && result.benchmark.unsupported === null) {
    warnings.push({ code: "not-measured", message: "it was never run: the verdict is open" });
  }
  return warnings;
}

function uniqueWarnings(warnings: readonly Warning[]): Warning[] {
  const seen = new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning]));
  return [...seen.values()];
}

function byChange(left: MetricJudgement, right: MetricJudgement): number {
  const size = ({ change }: MetricJudgement): number => change?.center ?? Number.MAX_VALUE;
  return size(right) - size(left);
}

/**
 * Judges one benchmark: its worst gated metric, unless it failed, is missing or cannot run.
 *
 * @param result - everything measured about it
 * @param context - policy and the job's own noise
 * @param facts - facts of its component on both sides, for the explanation
 * @returns judgement; the primary metric first
 * @see docs/statistics.md#from-metrics-to-a-benchmark
 */
export function judgeBenchmark(
  result: BenchmarkResult,
  context: NoiseContext,
  facts: FactsPair,
): BenchmarkJudgement {
  const failures = failuresOf(result);
  const judged = judgeMetrics(result, context);
  const metrics = judged.map(({ judgement }) => judgement);
  const verdict = verdictByKind(result, failures) ?? verdictByData(result, judged, failures);
  const regressed = judged
    .filter(({ gated, judgement }) => gated && judgement.verdict === "regression")
    .map(({ judgement }) => judgement)
    .toSorted(byChange);
  const regressions = verdict === "regression" ? regressed : [];
  const acceptance = acceptRegressions(result.benchmark.id, regressions, context.policy);
  return {
    id: result.benchmark.id,
    verdict,
    metrics,
    tier: tierOfWorst(regressions),
    accepted: acceptance.accepted,
    failure: failures.candidate ?? failures.both ?? failures.baseline,
    contaminated: judged.some(({ contaminated }) => contaminated),
    explanation: [
      ...explainMove(metrics, result.exact, facts),
      ...explainSize(result.exact, facts),
    ],
    warnings: uniqueWarnings([
      ...result.warnings,
      ...result.visits.toSorted((a, b) => a.process - b.process).flatMap((visit) => visit.warnings),
      ...judged.flatMap((metric) => metric.warnings),
      ...dataWarnings(result, failures),
      ...acceptance.warnings,
    ]),
  };
}

function tierOfWorst(regressions: readonly MetricJudgement[]): BenchmarkJudgement["tier"] {
  const [worst] = regressions;
  return worst === undefined ? null : tierOf(worst.change?.center ?? null);
}

/**
 * Whether a regression counts against a run.
 *
 * @param judgement - judged benchmark
 * @returns true for a regression nobody accepted
 */
export function isOpenRegression(judgement: BenchmarkJudgement): boolean {
  return judgement.verdict === "regression" && judgement.accepted === null;
}
