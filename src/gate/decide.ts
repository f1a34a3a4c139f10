import { requiredAgreement } from "../stats/binomial.ts";
import { median } from "../stats/descriptive.ts";
import { type Location, locate, marginOf, type Prior } from "../stats/location.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChange } from "../wording/percent.ts";
import { relativeChange } from "./estimate.ts";
import type { EffectiveThresholds } from "./thresholds.ts";

/** Everything that decides about the log ratios of one metric. */
export interface DecisionRules {
  readonly thresholds: EffectiveThresholds;
  readonly prior: Prior;
  /** Level of the one-sided bound that excludes a regression, for example 0.95. */
  readonly confidenceLevel: number;
  /** Values of the two sides over the deciding processes, in the metric's unit. */
  readonly baseline: number;
  readonly candidate: number;
}

/** What the log ratios say. */
export interface Decision {
  readonly verdict: "regression" | "improvement" | "unchanged" | "inconclusive";
  /** True when the screen alone must not decide: fresh data are wanted. */
  readonly suspect: boolean;
  readonly location: Location | null;
  /** One sentence with the numbers. */
  readonly because: string;
}

/** What screen and confirmation both look at. */
interface Summary {
  readonly location: Location;
  readonly median: number;
  readonly positive: number;
  readonly negative: number;
  readonly count: number;
  /** One-sided upper bound, and what it must stay below (T, or the floor where that is more); log units. */
  readonly upper: number;
  readonly limit: number;
  readonly exceedsFloor: boolean;
}

/** On the screen nothing is decided about fewer processes. */
const SCREEN_MIN = 2;
/** An improvement on the screen alone needs all of at least this many processes. */
const IMPROVEMENT_MIN = 4;

const NO_DATA: Decision = {
  verdict: "inconclusive",
  suspect: false,
  location: null,
  because: "no process gave a value of both sides",
};

function summarize(ratios: readonly number[], rules: DecisionRules): Summary {
  const location = locate(ratios, rules.prior);
  const { floor, regression } = rules.thresholds;
  const byFloor = rules.baseline > 0 ? floor / rules.baseline : 0;
  return {
    location,
    median: median(ratios),
    positive: ratios.filter((ratio) => ratio > 0).length,
    negative: ratios.filter((ratio) => ratio < 0).length,
    count: ratios.length,
    upper: location.center + marginOf(location, rules.confidenceLevel),
    limit: Math.log1p(Math.max(regression, byFloor)),
    exceedsFloor: Math.abs(rules.candidate - rules.baseline) > floor,
  };
}

function decided(summary: Summary, verdict: Decision["verdict"], reason: string): Decision {
  const change = `median ${formatChange(relativeChange(summary.median))} over ${formatQuantity(summary.count, "process")}`;
  return {
    verdict,
    suspect: false,
    location: summary.location,
    because: `${change}: ${reason}`,
  };
}

/** Clears a benchmark when a regression is excluded; leaves it open otherwise. */
function byUpperBound(summary: Summary): Decision {
  const upper = Number.isFinite(summary.upper)
    ? `upper bound ${formatChange(relativeChange(summary.upper))}`
    : "unknown upper bound";
  const limit = formatChange(relativeChange(summary.limit));
  return summary.upper < summary.limit
    ? decided(summary, "unchanged", `${upper} is below ${limit}`)
    : decided(summary, "inconclusive", `${upper} is not below ${limit}`);
}

/**
 * Decides on fresh data, the only data that may call a regression.
 *
 * @param ratios - log ratios of the confirm and extend stages, one per process; no value is dropped
 * @param rules - thresholds, prior noise, level and the values of both sides
 * @returns `inconclusive` for fewer processes than could agree on a regression; `regression` iff the median is beyond θ, 7 of 8 processes agree and the floor is exceeded; its mirror
 *   `improvement`; `unchanged` iff the upper bound excludes T or the difference is below the floor; else `inconclusive`
 * @see docs/statistics.md#confirm
 */
export function decideConfirmed(ratios: readonly number[], rules: DecisionRules): Decision {
  if (ratios.length === 0) {
    return NO_DATA;
  }
  const summary = summarize(ratios, rules);
  const decide = Math.log1p(rules.thresholds.decide);
  const required = requiredAgreement(ratios.length);
  if (required > ratios.length) {
    return decided(summary, "inconclusive", "too few to show a regression, so too few to clear it");
  }
  const beyond = `beyond ${formatChange(Math.sign(summary.median) * rules.thresholds.decide)}`;
  if (Math.abs(summary.median) > decide && !summary.exceedsFloor) {
    return decided(summary, "unchanged", "the absolute difference is below the floor");
  }
  if (summary.median > decide && summary.positive >= required) {
    const agreement = `${summary.positive} of ${summary.count} slower or larger`;
    return decided(summary, "regression", `${beyond}, ${agreement} (${required} needed)`);
  }
  if (summary.median < -decide && summary.negative >= required) {
    const agreement = `${summary.negative} of ${summary.count} faster or smaller`;
    return decided(summary, "improvement", `${beyond}, ${agreement} (${required} needed)`);
  }
  return byUpperBound(summary);
}

/**
 * Looks at the first processes: finds who must be measured again, and clears the rest.
 *
 * @param ratios - log ratios of the screen stage, one per process
 * @param rules - thresholds, prior noise, level and the values of both sides
 * @returns never `regression`; `suspect` is set when the median is beyond s (and the floor), or when a
 *   regression could not be excluded; `improvement` needs all of at least 4 processes beyond θ
 * @see docs/statistics.md#screen
 */
export function decideScreened(ratios: readonly number[], rules: DecisionRules): Decision {
  if (ratios.length === 0) {
    return NO_DATA;
  }
  const summary = summarize(ratios, rules);
  const { decide, suspect } = rules.thresholds;
  if (summary.exceedsFloor && summary.median > Math.log1p(suspect)) {
    const reason = `suspect beyond ${formatChange(suspect)}, and fresh data are missing`;
    return { ...decided(summary, "inconclusive", reason), suspect: true };
  }
  const unanimous = summary.count >= IMPROVEMENT_MIN && summary.negative === summary.count;
  if (summary.exceedsFloor && unanimous && summary.median < -Math.log1p(decide)) {
    const reason = `beyond ${formatChange(-decide)} and all faster or smaller`;
    return decided(summary, "improvement", reason);
  }
  if (summary.count < SCREEN_MIN) {
    const reason = "one process is too few to clear it";
    return { ...decided(summary, "inconclusive", reason), suspect: true };
  }
  const cleared = byUpperBound(summary);
  return { ...cleared, suspect: cleared.verdict === "inconclusive" };
}
