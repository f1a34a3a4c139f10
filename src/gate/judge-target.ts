import type { ComponentFacts } from "../model/component.ts";
import { metricOf } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import { type Limit, limitOf, type Target } from "../model/target.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { variance } from "../stats/descriptive.ts";
import { hodgesLehmann } from "../stats/hodges-lehmann.ts";
import { type Bounds, marginOf } from "../stats/location.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatValue } from "../wording/value.ts";
import { componentValue } from "./component-metrics.ts";
import { estimateOf, exactEstimate } from "./estimate.ts";
import { failuresOf } from "./failure.ts";
import { isLogarithmic, type ProcessValue, processEstimates } from "./process-values.ts";
import { isSlopeMetric, slopeSentence } from "./slope.ts";

/** Fewer processes cannot show that a target is met or missed. */
export const TARGET_PROCESSES_MIN = 6;
/** More are not worth the time: what is open then stays open. */
export const TARGET_PROCESSES_MAX = 20;

/** A target's verdict without its names. */
type Outcome = Pick<TargetJudgement, "verdict" | "estimate" | "distance" | "because">;

/** A target for one benchmark, and whether more processes could decide it. */
export interface TargetAssessment {
  readonly judgement: TargetJudgement;
  readonly wantsData: boolean;
}

/**
 * One-sided bounds of the candidate's value: HL ∓ t(level, n − 1)·sqrt((π/3)s²/n).
 *
 * @param values - one value per process, at least 2; for logarithmic metrics positive
 * @param logarithmic - whether they are joined as logarithms (times) or as they are
 * @param level - one-sided level, for example 0.95
 * @returns lower and upper bound in the unit of the values
 * @see docs/statistics.md#targets
 */
export function targetBounds(
  values: readonly number[],
  logarithmic: boolean,
  level: number,
): Bounds {
  const scaled = logarithmic ? values.map(Math.log) : values;
  const center = hodgesLehmann(scaled);
  const margin = marginOf(
    {
      center,
      variance: variance(scaled),
      tau: 0,
      degreesOfFreedom: scaled.length - 1,
      count: scaled.length,
    },
    level,
  );
  const back = (value: number): number => (logarithmic ? Math.exp(value) : value);
  return { low: back(center - margin), high: back(center + margin) };
}

function open(because: string): Outcome {
  return { verdict: "inconclusive", estimate: null, distance: null, because };
}

/** Room between the bound that is the worse one and the limit, over the limit; less than 0 where it is missed. */
function distanceTo({ value, isMin }: Limit, bound: number): number | null {
  const distance = (isMin ? bound - value : value - bound) / value;
  return value > 0 && Number.isFinite(distance) ? distance : null;
}

/** What is said of a value on either side of a limit. */
function sideWords({ isMin }: Limit, holds: boolean): string {
  if (isMin) return holds ? "reaches" : "is below";
  return holds ? "is within" : "is beyond";
}

function judgeExactTarget(target: Target, value: number): Outcome {
  const limit = limitOf(target);
  const met = limit.isMin ? value >= limit.value : value <= limit.value;
  const words = `${formatValue(value, target.unit)} ${sideWords(limit, met)} ${formatValue(limit.value, target.unit)}`;
  return {
    verdict: met ? "met" : "missed",
    estimate: exactEstimate(value),
    distance: distanceTo(limit, value),
    because: `${words}, exactly`,
  };
}

function judgeNoisyTarget(target: Target, values: readonly ProcessValue[], level: number): Outcome {
  const metric = metricOf(target.metric);
  const estimate = estimateOf(values, metric, level);
  const processes = formatQuantity(values.length, "process");
  if (values.length < TARGET_PROCESSES_MIN) {
    const because = `${processes} measured, ${TARGET_PROCESSES_MIN} needed`;
    return { verdict: "inconclusive", estimate, distance: null, because };
  }
  const numbers = values.map(({ value }) => value);
  const { low, high } = targetBounds(numbers, isLogarithmic(metric), level);
  const limit = limitOf(target);
  const written = formatValue(limit.value, target.unit);
  // The worse of the two bounds must hold for the target to be met, the better one must not for it to be missed.
  const [worse, better] = limit.isMin ? [low, high] : [high, low];
  const holds = (bound: number): boolean =>
    limit.isMin ? bound >= limit.value : bound <= limit.value;
  const distance = distanceTo(limit, worse);
  const bounds = limit.isMin ? ["lower", "upper"] : ["upper", "lower"];
  const say = (name: string | undefined, bound: number, held: boolean): string =>
    `${name} bound ${formatValue(bound, target.unit)} ${sideWords(limit, held)} ${written} (${processes})`;
  if (holds(worse))
    return { verdict: "met", estimate, distance, because: say(bounds[0], worse, true) };
  if (!holds(better))
    return { verdict: "missed", estimate, distance, because: say(bounds[1], better, false) };
  const because = `between ${formatValue(low, target.unit)} and ${formatValue(high, target.unit)}: ${written} lies inside (${processes})`;
  return { verdict: "inconclusive", estimate, distance, because };
}

/**
 * Judges one target on a fact of a component: exactly, whether or not anything of it was run.
 *
 * @param target - limit in the metric's unit
 * @param results - benchmarks of the component, the one it is told at first
 * @param facts - facts of the candidate's component; null where none are known
 * @returns `met` or `missed`; a limit on what is not known is missed, because no run will know it; `inconclusive` only
 *   where nothing is known of a component at all
 */
export function assessComponent(
  target: Target,
  results: readonly [BenchmarkResult, ...BenchmarkResult[]],
  facts: ComponentFacts | null,
): TargetAssessment {
  const { metric } = target;
  const kept = results.flatMap(({ exact }) => exact.filter((one) => one.metric === metric));
  const known = facts === null ? null : componentValue(facts, metric);
  const value = known ?? kept[0]?.candidate ?? null;
  const outcome = value === null ? withoutValue(metric, facts) : judgeExactTarget(target, value);
  return { judgement: { id: results[0].benchmark.id, target, ...outcome }, wantsData: false };
}

function withoutValue(metric: Target["metric"], facts: ComponentFacts | null): Outcome {
  if (facts === null) return open(`${metric} was not measured`);
  const because = `${metric} is not known, no module of the component was seen: nothing shows that the limit holds`;
  return { ...open(because), verdict: "missed" };
}

/** Why a target cannot be judged at all; null when it can. */
function obstacle(result: BenchmarkResult): string | null {
  if (result.benchmark.unsupported !== null) {
    return `unsupported: ${result.benchmark.unsupported}`;
  }
  const failure = failuresOf(result).candidate;
  return failure === null ? null : `the benchmark failed: ${failure.message}`;
}

function absence({ metric }: Target, { slopes }: BenchmarkResult): string {
  const made = isSlopeMetric(metric) ? slopeSentence(slopes?.candidate) : "";
  return made === "" ? `${metric} was not measured` : `${metric} is not known: ${made}`;
}

/**
 * Judges one target for one benchmark, on the candidate's values of all its processes.
 *
 * @param target - limit in the metric's unit
 * @param result - benchmark it applies to
 * @param level - one-sided level, for example 0.95
 * @returns `met` iff the upper bound is within the limit, `missed` iff the lower bound is beyond it, else `inconclusive`
 * @see docs/statistics.md#targets
 */
export function assessTarget(
  target: Target,
  result: BenchmarkResult,
  level: number,
): TargetAssessment {
  const { id } = result.benchmark;
  const hindered = obstacle(result);
  if (hindered !== null) {
    return { judgement: { id, target, ...open(hindered) }, wantsData: false };
  }
  const exact = result.exact.find(({ metric }) => metric === target.metric);
  if (exact !== undefined) {
    const outcome =
      exact.note !== null || exact.candidate === null
        ? open(exact.note ?? "the candidate has no such value")
        : judgeExactTarget(target, exact.candidate);
    return { judgement: { id, target, ...outcome }, wantsData: false };
  }
  const values = processEstimates(result.visits, target.metric).candidate;
  const judgement: TargetJudgement =
    values.length === 0
      ? { id, target, ...open(absence(target, result)) }
      : { id, target, ...judgeNoisyTarget(target, values, level) };
  const wantsData =
    metricOf(target.metric).assumption === "noisy" &&
    judgement.verdict === "inconclusive" &&
    values.length < TARGET_PROCESSES_MAX &&
    (values.length > 0 || result.visits.length === 0);
  return { judgement, wantsData };
}
