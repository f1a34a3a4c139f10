import {
  type Allowance,
  type ExactMetricName,
  isMoreBetter,
  type Metric,
  metricOf,
} from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { ExactValue } from "../model/sample.ts";
import type { Sides } from "../model/sides.ts";
import type { Change, MetricJudgement, Verdict } from "../model/verdict.ts";
import { formatAllowance } from "../wording/allowance.ts";
import { formatMove, formatValue } from "../wording/value.ts";
import { exactEstimate } from "./estimate.ts";
import { overridesFor } from "./thresholds.ts";

const NOTHING: Allowance = { fraction: 0, absolute: 0 };

/**
 * How much a gated exact metric may grow where no override says otherwise.
 *
 * @param name - exact metric
 * @param policy - policy of the run
 * @returns the policy's allowance, else the default of a metric the table gates; null for a metric that is shown only
 */
export function gatedAllowance(name: ExactMetricName, policy: Policy): Allowance | null {
  const { role, allowance } = metricOf(name);
  return policy.allowances[name] ?? (role === "gated" ? allowance : null);
}

/**
 * The allowance that comes into effect for an exact metric of a benchmark.
 *
 * @param name - exact metric
 * @param id - benchmark id, for overrides
 * @param policy - policy of the run
 * @returns that of the last matching override that names the metric, else the policy's; null where it is shown only
 */
export function effectiveAllowance(
  name: ExactMetricName,
  id: string,
  policy: Policy,
): Allowance | null {
  const own = overridesFor(policy, id).findLast(({ allowances }) => allowances[name] !== undefined);
  return own?.allowances[name] ?? gatedAllowance(name, policy);
}

/**
 * How much an exact metric of a benchmark may grow.
 *
 * @param name - exact metric
 * @param id - benchmark id, for overrides
 * @param policy - policy of the run
 * @returns that of the last matching override that names the metric, else the policy's, else the default
 * @see docs/statistics.md#exact-metrics
 */
export function allowanceFor(name: ExactMetricName, id: string, policy: Policy): Allowance {
  return effectiveAllowance(name, id, policy) ?? metricOf(name).allowance ?? NOTHING;
}

function relative(baseline: number, candidate: number): Change | null {
  if (baseline === 0) {
    return candidate === 0 ? { center: 0, low: 0, high: 0 } : null;
  }
  const center = (candidate - baseline) / Math.abs(baseline) + 0;
  return { center, low: center, high: center };
}

function judgeMove(
  value: Sides<number>,
  metric: Metric,
  allowance: Allowance | null,
): Pick<MetricJudgement, "verdict" | "because"> {
  const { baseline, candidate } = value;
  if (candidate === baseline) {
    return { verdict: "unchanged", because: equalWords(candidate, metric) };
  }
  const moved = formatMove(baseline, candidate, metric.unit);
  if (allowance === null) {
    return { verdict: "unchanged", because: `${moved}; shown, not gated` };
  }
  const isScore = isMoreBetter(metric.name);
  const loss = isScore ? baseline - candidate : candidate - baseline;
  if (loss < 0) {
    return { verdict: "improvement", because: moved };
  }
  const limit = Math.max(Math.abs(baseline) * allowance.fraction, allowance.absolute);
  const words = `the allowance of ${formatAllowance(allowance, metric.unit)}`;
  if (loss <= limit) {
    return { verdict: "unchanged", because: `${moved}, within ${words}` };
  }
  const fault =
    limit === 0 ? `where no ${isScore ? "loss" : "growth"} is allowed` : `beyond ${words}`;
  return {
    verdict: "regression",
    because: `${moved}${isScore ? ", less than before" : ""}, ${fault}`,
  };
}

/** Above 2⁵³ a number keeps 15 to 17 digits, and two that differ in the last ones are read as one. */
function equalWords(value: number, { unit }: Metric): string {
  const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  const words = `${formatValue(value, unit)} on both sides`;
  return isRounded ? `${words}, as far as the first 15 digits tell` : `exactly ${words}`;
}

/** What stands instead of a comparison when there is none. */
function incomparable(value: ExactValue): Pick<MetricJudgement, "verdict" | "because"> | null {
  if (value.note !== null) {
    return { verdict: "inconclusive", because: `${value.note}: shown, not gated` };
  }
  if (value.candidate === null || !Number.isFinite(value.candidate)) {
    return { verdict: "inconclusive", because: "the candidate has no such value" };
  }
  if (value.baseline === null || !Number.isFinite(value.baseline)) {
    return { verdict: "new", because: "nothing to compare with" };
  }
  return null;
}

/**
 * Judges an exact metric: compared to the last digit, any change shown, growth of a gated one beyond its allowance a
 * regression.
 *
 * @param value - value of both sides
 * @param id - benchmark id, for overrides
 * @param policy - policy of the run
 * @returns judgement with estimates that are points; `gatedAt` is the allowance as a fraction of the baseline
 * @see docs/statistics.md#exact-metrics
 */
export function judgeExact(value: ExactValue, id: string, policy: Policy): MetricJudgement {
  const metric = metricOf(value.metric);
  const { baseline, candidate } = value;
  const allowance = allowanceFor(value.metric, id, policy);
  const isGated = isExactGated(value, id, policy);
  const without = incomparable(value);
  const both = { baseline: baseline ?? 0, candidate: candidate ?? 0 };
  const compared = without === null;
  return {
    metric: metric.name,
    unit: metric.unit,
    ...(without ?? judgeMove(both, metric, isGated ? allowance : null)),
    candidate: exactEstimate(candidate),
    baseline: exactEstimate(baseline),
    change: compared ? relative(both.baseline, both.candidate) : null,
    gatedAt: compared ? gatedAt(both.baseline, allowance) : null,
    stage: null,
  };
}

function gatedAt(baseline: number, allowance: Allowance): number | null {
  return baseline === 0
    ? null
    : Math.max(allowance.fraction, allowance.absolute / Math.abs(baseline));
}

/**
 * Whether an exact metric may fail a run.
 *
 * @param value - value of both sides
 * @param id - benchmark id, for overrides
 * @param policy - policy of the run
 * @returns true for a deterministic metric that the table gates, or that was given an allowance
 */
export function isExactGated(value: ExactValue, id: string, policy: Policy): boolean {
  return effectiveAllowance(value.metric, id, policy) !== null && value.note === null;
}

/**
 * Whether a verdict says that the candidate moved.
 *
 * @param verdict - verdict of a metric
 * @returns true for a regression or an improvement
 */
export function isMove(verdict: Verdict): boolean {
  return verdict === "regression" || verdict === "improvement";
}
