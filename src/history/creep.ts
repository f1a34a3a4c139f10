import { relativeChange } from "../gate/estimate.ts";
import type { Change } from "../model/verdict.ts";
import { type Shift, shiftBetween } from "../stats/shift.ts";
import { STEP_RULES } from "../stats/step-test.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChange } from "../wording/percent.ts";
import type { TrendPoint } from "./trend-series.ts";

/** Runs on either side of the release that stand for its level. */
const RUNS_BESIDE = 2;
/** Newest runs that stand for the level now. */
const NEWEST_RUNS = 5;
/** Fewer runs give no interval worth printing. */
const LEAST_RUNS = 3;

/** How far a benchmark has come since the last release. */
export interface Creep {
  readonly tag: string;
  /** Commit of the release. */
  readonly sha: string;
  /** Change of the level since then; null when there are too few runs to say. */
  readonly change: Change | null;
  /** Whether the change is at least 2 % and its interval excludes none. */
  readonly notable: boolean;
  /** One sentence: what was compared. */
  readonly because: string;
}

/**
 * A shift of logarithms as a relative change.
 *
 * @param shift - shift of log levels
 * @returns relative change with its interval
 */
export function changeOfShift(shift: Shift): Change {
  return {
    center: relativeChange(shift.center),
    low: relativeChange(shift.low),
    high: relativeChange(shift.high),
  };
}

/** Borders of the level an index belongs to: from the last step at or before it to the first one behind. */
function levelAround(steps: readonly number[], index: number, count: number): [number, number] {
  const from = steps.findLast((step) => step <= index) ?? 0;
  const to = steps.find((step) => step > index) ?? count;
  return [from, to];
}

function isNotable({ center, low, high }: Shift): boolean {
  return Math.abs(center) >= STEP_RULES.smallestShift && (low > 0 || high < 0);
}

/**
 * Compares the newest runs with those around the last release.
 *
 * Small changes in the same direction, each below every threshold, add up here.
 *
 * @param points - runs of one fingerprint, oldest first
 * @param steps - indexes of the first runs after the steps found among them
 * @returns comparison with the newest release before the last run; null when no such run has a tag
 * @see docs/statistics.md#trend
 */
export function creepOf(points: readonly TrendPoint[], steps: readonly number[]): Creep | null {
  const index = points.slice(0, -1).findLastIndex(({ tag }) => tag !== null);
  const release = points[index];
  if (release?.tag === undefined || release.tag === null) {
    return null;
  }
  const [from, to] = levelAround(steps, index, points.length);
  const until = Math.min(to, index + RUNS_BESIDE + 1);
  const levels = points.map(({ level }) => level);
  const then = levels.slice(Math.max(from, index - RUNS_BESIDE), until);
  const newest = Math.max(until, levels.length - NEWEST_RUNS, steps.at(-1) ?? 0);
  const now = levels.slice(newest);
  const compared = `${formatQuantity(now.length, "newest run")} against ${then.length} around ${release.tag}`;
  if (then.length < LEAST_RUNS || now.length < LEAST_RUNS) {
    const because = `${compared}: at least ${LEAST_RUNS} on either side are needed`;
    return { tag: release.tag, sha: release.sha, change: null, notable: false, because };
  }
  const shift = shiftBetween(then, now, STEP_RULES.confidenceLevel);
  const change = changeOfShift(shift);
  const because = `${formatChange(change.center)} since ${release.tag} (${formatChange(change.low)} to ${formatChange(change.high)}): ${compared}`;
  return { tag: release.tag, sha: release.sha, change, notable: isNotable(shift), because };
}
