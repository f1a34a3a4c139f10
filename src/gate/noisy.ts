import { type Metric, type MetricName, metricOf, type Reduction } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Stage, Warning } from "../model/sample.ts";
import type { MetricJudgement } from "../model/verdict.ts";
import { median } from "../stats/descriptive.ts";
import type { Prior } from "../stats/location.ts";
import { formatChange, formatPercent } from "../wording/percent.ts";
import { type Assessment, settled } from "./assessment.ts";
import { KERNEL_TOLERANCE, kernelAgreement } from "./contamination.ts";
import { type DecisionRules, decideConfirmed, decideScreened } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { detectableChange } from "./detectable.ts";
import { changeOf, estimateOf, exactEstimate } from "./estimate.ts";
import { decideFromZero, type ZeroDecision } from "./from-zero.ts";
import { type LogRatio, ratiosOf } from "./log-ratios.ts";
import { priorFor } from "./noise.ts";
import { type ProcessEstimates, type ProcessValue, processEstimates } from "./process-values.ts";
import { type Evidence, evidenceOf } from "./stages.ts";
import type { OtherPart } from "./summarize.ts";
import { type EffectiveThresholds, thresholdsFor } from "./thresholds.ts";

/** What a job's benchmarks are judged with. */
export interface NoiseContext {
  readonly policy: Policy;
  /** The job's own noise of a metric under a pairing. */
  readonly jobPriorOf: (metric: MetricName, pairing: BenchmarkResult["pairing"]) => Prior;
}

const NOT_COMPARED: Decision = {
  verdict: "inconclusive",
  suspect: false,
  location: null,
  because: "a ratio within one side: shown, not compared",
};

function inStages(values: readonly ProcessValue[], stages: readonly Stage[]): ProcessValue[] {
  return values.filter(({ stage }) => stages.includes(stage));
}

/** Both sides' values over the deciding processes; zero where a side has none. */
function sidesOf(
  estimates: ProcessEstimates,
  evidence: Evidence,
  policy: Policy,
): Pick<DecisionRules, "baseline" | "candidate"> {
  const center = (values: readonly ProcessValue[]): number =>
    estimateOf(inStages(values, evidence.stages), estimates.metric, policy.confidenceLevel)
      ?.center ?? 0;
  return { baseline: center(estimates.baseline), candidate: center(estimates.candidate) };
}

/** Metrics whose unchanged code differs too much, and informational ones, claim no change; the latter owe no reason either. */
function soften(decision: Decision, metric: Metric, thresholds: EffectiveThresholds): Decision {
  const { cause: _, unconfirmed: __, ...plain } = decision;
  const moved = decision.verdict === "regression" || decision.verdict === "improvement";
  const said = moved
    ? { verdict: "inconclusive" as const, because: `${decision.because}; shown, not gated` }
    : {};
  if (metric.role !== "gated") return { ...plain, ...said };
  return thresholds.gated ? decision : { ...plain, ...said, cause: "too-noisy" };
}

function contaminatedDecision(decision: Decision, disagreement: number): Decision {
  const { suspect, location } = decision;
  const kernel = formatChange(Math.expm1(disagreement));
  const because = `contaminated: the same calibration kernel differs by ${kernel} between the sides (${formatPercent(KERNEL_TOLERANCE)} allowed)`;
  return { suspect, location, verdict: "inconclusive", because };
}

/** Other parts of the blocks than the one that is compared, over the deciding processes. */
function partsOf(
  result: BenchmarkResult,
  metric: Metric,
  stages: readonly Stage[],
): Pick<DecisionRules, "otherParts" | "slowParts"> {
  if (metric.reduction !== "p25") return {};
  const partOf = (name: string, reduction: Reduction): OtherPart => ({
    name,
    ratios: ratiosOf(result, metric.name, reduction)
      .filter(({ stage }) => stages.includes(stage))
      .map(({ value }) => value),
  });
  const middle = partOf("median", "median");
  return {
    // A change that neither shows is one of the shares of two modes.
    otherParts: [partOf("10th percentile", "p10"), middle],
    // What the 25th percentile does not see: a call that is slow every second time, or three times in four.
    slowParts: [middle, partOf("75th percentile", "p75")],
  };
}

/** Median of the screen where fresh data decide; null where the screen itself is all there is, where there is none, or where it was contaminated. */
function screenedOf(
  result: BenchmarkResult,
  ratios: readonly LogRatio[],
  { stage }: Evidence,
): number | null {
  if (kernelAgreement(result, ["screen"])?.contaminated === true) return null;
  const screen = ratios.filter((one) => one.stage === "screen").map(({ value }) => value);
  return stage === "screen" || screen.length === 0 ? null : median(screen);
}

function decide(evidence: Evidence, rules: DecisionRules, metric: Metric): Decision {
  if (metric.unit === "ratio") {
    return NOT_COMPARED;
  }
  return evidence.stage === "screen" || evidence.stage === null
    ? decideScreened(evidence.ratios, rules)
    : decideConfirmed(evidence.ratios, rules);
}

/**
 * Judges a noisy metric of a compared benchmark.
 *
 * @param result - benchmark whose sides were both measured
 * @param metricName - noisy metric
 * @param context - policy and the job's own noise
 * @returns judgement, and whether more data are wanted
 * @see docs/statistics.md
 */
export function assessNoisy(
  result: BenchmarkResult,
  metricName: MetricName,
  context: NoiseContext,
): Assessment {
  const { policy } = context;
  const metric = metricOf(metricName);
  const estimates = processEstimates(result.visits, metricName);
  const thresholds = thresholdsFor(result, metric, policy);
  const ratios = ratiosOf(result, metricName);
  const evidence = evidenceOf(ratios);
  const rules: DecisionRules = {
    thresholds,
    prior: priorFor(result, metricName, context.jobPriorOf(metricName, result.pairing)),
    confidenceLevel: policy.confidenceLevel,
    ...sidesOf(estimates, evidence, policy),
    ...partsOf(result, metric, evidence.stages),
    screened: screenedOf(result, ratios, evidence),
    confirmImprovements: policy.confirmImprovements === true,
  };
  const kernel = metric.unit === "ns" ? kernelAgreement(result, evidence.stages) : null;
  const contaminated = kernel?.contaminated ?? false;
  const zero = decideFromZero(result, metric, thresholds.floor);
  const raw = soften(zero?.decision ?? decide(evidence, rules, metric), metric, thresholds);
  const decision = contaminated ? contaminatedDecision(raw, kernel?.disagreement ?? 0) : raw;
  const gated = metric.role === "gated" && thresholds.gated;
  return {
    judgement: {
      ...describe(estimates, evidence, policy),
      ...zeroSides(zero),
      ...verdictOf(decision, rules),
    },
    gated,
    suspect: gated && (decision.suspect || (contaminated && evidence.stage === "screen")),
    obvious: gated && !contaminated && decision.obvious === true,
    contaminated,
    warnings: warningsOf(metric, [
      ...thresholds.warnings,
      // Zeros have no logarithm; where they are what is judged they are told.
      ...(zero === null ? estimates.warnings : []),
    ]),
  };
}

/** What is shown only owes no warning. */
function warningsOf({ role }: Metric, warnings: readonly Warning[]): readonly Warning[] {
  return role === "gated" ? warnings : [];
}

/** A time of zero has no logarithm, so the side has no estimate by itself; an imported value is confirmed data. */
function zeroSides(zero: ZeroDecision | null): Partial<MetricJudgement> {
  if (zero === null) return {};
  const sides = zero.zeros.map((side) => [side, exactEstimate(0)]);
  return { ...Object.fromEntries(sides), stage: "confirm" };
}

/** What a decision says, as it stands in a judgement. */
function verdictOf(
  { verdict, location, because, cause, unconfirmed }: Decision,
  rules: DecisionRules,
): Omit<MetricJudgement, "metric" | "unit" | "candidate" | "baseline" | "stage"> {
  return {
    verdict,
    change: location && changeOf(location, rules.confidenceLevel),
    gatedAt: location && detectableChange(location, rules.thresholds, rules),
    because,
    ...(cause === undefined ? {} : { cause }),
    ...(unconfirmed === undefined ? {} : { unconfirmed }),
  };
}

/** Names and estimates: over the deciding processes where there are some, else over all. */
function describe(
  estimates: ProcessEstimates,
  evidence: Evidence,
  policy: Policy,
): Pick<MetricJudgement, "metric" | "unit" | "candidate" | "baseline" | "stage"> {
  const { metric } = estimates;
  const pick = (values: readonly ProcessValue[]): readonly ProcessValue[] =>
    evidence.stage === null ? values : inStages(values, evidence.stages);
  return {
    metric: metric.name,
    unit: metric.unit,
    candidate: estimateOf(pick(estimates.candidate), metric, policy.confidenceLevel),
    baseline: estimateOf(pick(estimates.baseline), metric, policy.confidenceLevel),
    stage: evidence.stage,
  };
}

/**
 * Describes a noisy metric that is not compared.
 *
 * @param result - benchmark that is new, identical or measured alone
 * @param metricName - noisy metric
 * @param policy - policy of the run
 * @returns assessment with estimates over all processes; `identical` for an identical benchmark, else `new`
 */
export function describeNoisy(
  result: BenchmarkResult,
  metricName: MetricName,
  policy: Policy,
): Assessment {
  const estimates = processEstimates(result.visits, metricName);
  const identical = result.pairing === "identical";
  const judgement: MetricJudgement = {
    ...describe(estimates, { ratios: [], stages: [], stage: null }, policy),
    verdict: identical ? "identical" : "new",
    change: null,
    gatedAt: null,
    because: identical ? "same bytes, definition and engine" : "nothing to compare with",
  };
  return settled(judgement, metricOf(metricName).role === "gated");
}
