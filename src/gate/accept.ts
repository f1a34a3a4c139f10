import type { Acceptance, Policy } from "../model/policy.ts";
import type { Warning } from "../model/sample.ts";
import type { BenchmarkJudgement, MetricJudgement } from "../model/verdict.ts";
import { formatChange, formatPercent } from "../wording/percent.ts";
import { matchesBenchmark } from "./match.ts";

/** Whether a benchmark's regressions are accepted, and what to say about it. */
export interface AcceptanceOutcome {
  readonly accepted: BenchmarkJudgement["accepted"];
  readonly warnings: readonly Warning[];
}

/**
 * Whether an acceptance no longer holds.
 *
 * @param acceptance - acceptance with its last day
 * @param today - day of the run, YYYY-MM-DD (UTC)
 * @returns true from the day after `until`
 */
export function isExpired(acceptance: Acceptance, today: string): boolean {
  return acceptance.until < today;
}

function holds(acceptance: Acceptance, metric: MetricJudgement, today: string): boolean {
  // A score that regressed has become less.
  const change = Math.abs(metric.change?.center ?? Number.POSITIVE_INFINITY);
  return !isExpired(acceptance, today) && change <= acceptance.limit;
}

function refusal(acceptance: Acceptance, metric: MetricJudgement, today: string): Warning {
  if (isExpired(acceptance, today)) {
    const message = `the acceptance of ${metric.metric} ("${acceptance.reason}") expired on ${acceptance.until}: the regression stands`;
    return { code: "acceptance-expired", message };
  }
  const change = metric.change === null ? "growth from zero" : formatChange(metric.change.center);
  const message = `the acceptance of ${metric.metric} ("${acceptance.reason}") ends at ${formatPercent(acceptance.limit)}, the change is ${change}: the regression stands`;
  return { code: "acceptance-exceeded", message };
}

/** An acceptance is for one metric: whoever wrote one for this benchmark learns which other one regressed. */
function uncovered(metric: MetricJudgement, named: readonly Acceptance[]): Warning[] {
  const [other] = named;
  if (other === undefined) return [];
  const message = `the acceptance of ${other.metric} ("${other.reason}") does not cover ${metric.metric}, which regressed: an entry of its own with \`metric: ${metric.metric}\` would`;
  return [{ code: "acceptance-incomplete", message }];
}

/**
 * Holds a benchmark's regressions against the accepted ones.
 *
 * @param id - benchmark id
 * @param regressions - its regressed metrics, worst first
 * @param policy - policy of the run with the acceptances and the day
 * @returns the acceptance of the worst metric when every regressed metric is accepted, else null; as warnings what is refused, and
 *   what regressed beside an accepted metric
 * @see docs/statistics.md#accepted-regressions
 */
export function acceptRegressions(
  id: string,
  regressions: readonly MetricJudgement[],
  policy: Policy,
): AcceptanceOutcome {
  const named = policy.accept.filter((one) => matchesBenchmark(one.benchmark, id));
  const outcomes = regressions.map((metric) => {
    const offered = named.filter((one) => one.metric === metric.metric);
    const held = offered.find((one) => holds(one, metric, policy.today)) ?? null;
    const refusals = held === null ? offered.map((one) => refusal(one, metric, policy.today)) : [];
    return { held, refusals: offered.length === 0 ? uncovered(metric, named) : refusals };
  });
  const worst = outcomes[0]?.held ?? null;
  const all = outcomes.every(({ held }) => held !== null);
  return {
    accepted:
      all && worst !== null
        ? { reason: worst.reason, until: worst.until, limit: worst.limit }
        : null,
    warnings: outcomes.flatMap(({ refusals }) => refusals),
  };
}
