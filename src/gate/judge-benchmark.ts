import type { ComponentFacts } from "../model/component.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Sides } from "../model/sides.ts";
import type { BenchmarkJudgement, MetricJudgement, Verdict } from "../model/verdict.ts";
import { formatQuantity } from "../wording/number.ts";
import { acceptRegressions } from "./accept.ts";
import type { Assessment } from "./assessment.ts";
import { explainBoundary, explainMove, explainSize } from "./explain.ts";
import { explainFunctions } from "./explain-functions.ts";
import { withToolchain } from "./explain-toolchain.ts";
import { type Failures, failuresOf } from "./failure.ts";
import { idleModuleWarnings } from "./idle-module.ts";
import { judgeMetrics } from "./judge-metrics.ts";
import type { NoiseContext } from "./noisy.ts";
import { NOT_CARRIED } from "./plan.ts";
import { acceptRemoval, type RemovalOutcome } from "./removals.ts";
import { slopeWarnings } from "./slope.ts";
import { tierOf } from "./tier.ts";
import { waitingWarnings } from "./waiting.ts";

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

/** Not gated for its noise, and not known to be unchanged: what repeats exactly beside it does not speak for it. */
function isOpenByNoise({ judgement: { verdict, cause } }: Assessment): boolean {
  return verdict === "inconclusive" && cause === "too-noisy";
}

function verdictByData(
  result: BenchmarkResult,
  judged: readonly Assessment[],
  failures: Failures,
): Verdict {
  const gated = judged
    .filter((metric) => metric.gated || isOpenByNoise(metric))
    .map(({ judgement }) => judgement.verdict);
  const measured = judged.some(({ judgement }) => judgement.metric === result.benchmark.primary);
  const isComparable = measured && failures.baseline === null && failures.both === null;
  switch (result.pairing) {
    case "identical":
      // Equal bytes cannot have regressed; whether they stand a new definition shows only when they run.
      return mustRun(result) && result.visits.length === 0 ? "inconclusive" : "identical";
    case "new":
    case "alone":
      // A stored number is compared exactly even where nothing else can be.
      if (gated.includes("regression")) return "regression";
      return measured ? "new" : "inconclusive";
    default:
      return worstOf(isComparable ? gated : [...gated, "inconclusive"]);
  }
}

/** Whether a benchmark must run although its code did not change: its definition is new. */
function mustRun({ definitionChange, benchmark }: BenchmarkResult): boolean {
  return definitionChange !== undefined && benchmark.procedure.kind !== "size";
}

/** A new benchmark that the base's module cannot run has nothing to be compared with, as if the base had no module for it. */
function asNew(result: BenchmarkResult, failures: Failures): BenchmarkResult {
  const isNewHere = result.definitionChange === "added" && failures.baseline !== null;
  return isNewHere ? { ...result, pairing: "new" } : result;
}

/** Why a benchmark that should have been compared was not; null when it was, or owes no comparison. */
function comparisonObstacle(result: BenchmarkResult, { baseline }: Failures): string | null {
  if (result.obstacle !== undefined) return result.obstacle;
  if (result.pairing === "new") return result.pairingReason === NOT_CARRIED ? NOT_CARRIED : null;
  if (baseline === null) return null;
  return result.definitionChange === "redefined"
    ? `its definition changed, and the base's module cannot run it: ${baseline.message}`
    : `the baseline failed: ${baseline.message}`;
}

function obstacleWarnings(result: BenchmarkResult, failures: Failures): Warning[] {
  const obstacle = comparisonObstacle(result, failures);
  // An obstacle known beforehand stands in the judgement, and in every report.
  if (failures.baseline === null) return [];
  if (obstacle !== null)
    return [{ code: "baseline-failed", message: `${obstacle}: nothing to compare with` }];
  const message = `new here, and the base's module cannot run it: ${failures.baseline.message}`;
  return [{ code: "base-cannot-run", message }];
}

function dataWarnings(result: BenchmarkResult, failures: Failures): Warning[] {
  const warnings = obstacleWarnings(result, failures);
  if (failures.both !== null) {
    const { kind, message } = failures.both;
    const said = `both sides failed alike (${kind}: ${message}): the change does not explain it`;
    warnings.push({ code: "both-failed", message: said });
  }
  if (result.pairing === "missing" && result.benchmark.unsupported !== null) {
    warnings.push({ code: "no-longer-runs", message: result.pairingReason });
  }
  const ran = result.visits.length > 0 || result.benchmark.procedure.kind === "size";
  const mayRest =
    result.pairing === "missing" || (result.pairing === "identical" && !mustRun(result));
  if (!ran && !mayRest && result.benchmark.unsupported === null) {
    warnings.push({ code: "not-measured", message: "it was never run: the verdict is open" });
  }
  return warnings;
}

function uniqueWarnings(warnings: readonly Warning[]): Warning[] {
  const seen = new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning]));
  return [...seen.values()];
}

/** What several processes say with other figures is said once, with those of the first. */
function visitWarnings({ visits }: BenchmarkResult): Warning[] {
  const all = visits.toSorted((a, b) => a.process - b.process).flatMap(({ warnings }) => warnings);
  const firsts = all.filter(({ code }, at) => all.findIndex((one) => one.code === code) === at);
  return firsts.map(({ code, message }) => {
    const others = all.filter((one) => one.code === code).slice(1);
    if (others.every((one) => one.message === message)) return { code, message };
    const more = formatQuantity(others.length, "more process");
    return { code, message: `${message} (in ${more} with other figures)` };
  });
}

/**
 * Orders metrics by how much they moved.
 *
 * @param left - judgement of a metric
 * @param right - judgement of another
 * @returns below zero where the first moved more; growth from zero, which has no change, comes first
 */
export function byChange(left: MetricJudgement, right: MetricJudgement): number {
  const size = ({ change }: MetricJudgement): number =>
    Math.abs(change?.center ?? Number.MAX_VALUE);
  return size(right) - size(left);
}

/**
 * Judges one benchmark: its worst gated metric, unless it failed, is missing or cannot run.
 *
 * @param measured - everything measured about it
 * @param context - policy and the job's own noise
 * @param facts - facts of its component on both sides, for the explanation
 * @returns judgement; the primary metric first
 * @see docs/statistics.md#from-metrics-to-a-benchmark
 */
export function judgeBenchmark(
  measured: BenchmarkResult,
  context: NoiseContext,
  facts: Sides<ComponentFacts | null>,
): BenchmarkJudgement {
  const failures = failuresOf(measured);
  const result = asNew(measured, failures);
  const judged = judgeMetrics(result, context);
  const metrics = judged.map(({ judgement }) => judgement);
  const verdict = verdictByKind(result, failures) ?? verdictByData(result, judged, failures);
  const regressed = judged
    .filter(({ gated, judgement }) => gated && judgement.verdict === "regression")
    .map(({ judgement }) => judgement)
    .toSorted(byChange);
  const regressions = verdict === "regression" ? regressed : [];
  const acceptance = acceptRegressions(result.benchmark.id, regressions, context.policy);
  const { removal, warnings } =
    verdict === "missing" ? acceptRemoval(result.benchmark.id, context.policy) : STAYS;
  const notCompared = comparisonObstacle(result, failures);
  const functions = explainFunctions(result.functions);
  const isSaid = verdict !== "failed" && verdict !== "unsupported" && notCompared !== null;
  return {
    id: result.benchmark.id,
    verdict,
    metrics,
    tier: tierOfWorst(regressions),
    accepted: acceptance.accepted,
    ...(removal === null ? {} : { removal }),
    ...(isSaid ? { notCompared } : {}),
    failure:
      failures.candidate ?? failures.both ?? (result.pairing === "new" ? null : failures.baseline),
    contaminated: judged.some(({ contaminated }) => contaminated),
    explanation: withToolchain(
      [
        ...functions,
        ...explainMove(metrics, result.exact, facts).filter((move) => !isTold(move, functions)),
        ...explainSize(result.exact, facts),
        ...explainBoundary(metrics),
      ],
      facts,
    ),
    warnings: uniqueWarnings([
      ...result.warnings,
      ...visitWarnings(result),
      ...judged.flatMap((metric) => metric.warnings),
      ...slopeWarnings(result),
      ...idleModuleWarnings(result),
      ...waitingWarnings(result, context.policy),
      ...dataWarnings(result, failures),
      ...acceptance.warnings,
      ...warnings,
    ]),
  };
}

/** What functions made of the fuel begins with its change: `fuel +8.1 %, all in blur`. */
function isTold(move: string, functions: readonly string[]): boolean {
  return functions.some((words) => words.startsWith(`${move}:`) || words.startsWith(`${move},`));
}

const STAYS: RemovalOutcome = { removal: null, warnings: [] };

function tierOfWorst(regressions: readonly MetricJudgement[]): BenchmarkJudgement["tier"] {
  const [worst] = regressions;
  return worst === undefined
    ? null
    : tierOf(worst.change === null ? null : Math.abs(worst.change.center));
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
