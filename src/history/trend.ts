import type { HistoryEntry } from "../model/baseline.ts";
import type { Change } from "../model/verdict.ts";
import { findChangePoints } from "../stats/change-points.ts";
import { createRandom } from "../stats/random.ts";
import { STEP_RULES, shortestSearchable } from "../stats/step-test.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChange } from "../wording/percent.ts";
import { type Creep, changeOfShift, creepOf } from "./creep.ts";
import { type FingerprintMark, fingerprintMarks } from "./fingerprint-marks.ts";
import { appendHistory } from "./history-ring.ts";
import { type TrendSeries, trendSeries } from "./trend-series.ts";

/** A lasting step in the trend of a benchmark. */
export interface TrendStep {
  /** Index among the points of the first run after it. */
  readonly index: number;
  /** Last commit measured before the step; the cause lies after it … */
  readonly before: string;
  /** … and up to the first commit measured after the step. */
  readonly after: string;
  /** Change of the level with its interval. */
  readonly change: Change;
  /** Probability that a random order of the runs splits as clearly. */
  readonly pValue: number;
  /** One sentence with the numbers. */
  readonly because: string;
}

/** The trend of one benchmark with one fingerprint. */
export interface BenchmarkTrend extends TrendSeries {
  readonly steps: readonly TrendStep[];
  /** Against the last release; null when none was measured with this fingerprint. */
  readonly creep: Creep | null;
  /** One sentence: what was searched and found, or why nothing could be found. */
  readonly because: string;
}

/** The history read as a whole. It informs and never gates. */
export interface Trend {
  /** By benchmark id, then by the newest run of the fingerprint, newest last. */
  readonly benchmarks: readonly BenchmarkTrend[];
  /** Where the machine or engine changed from one run to the next. */
  readonly marks: readonly FingerprintMark[];
}

/** Runs of one machine and engine from which on a step can be told from chance. */
export const STEPS_FROM: number = shortestSearchable(STEP_RULES);

function stepsOf({ id, fingerprint, points }: TrendSeries): TrendStep[] {
  const random = createRandom(`${id} ${fingerprint}`);
  const levels = points.map(({ level }) => level);
  return findChangePoints(levels, random).map(({ index, pValue, shift }) => {
    const before = points[index - 1]?.sha ?? "";
    const after = points[index]?.sha ?? "";
    const change = changeOfShift(shift);
    const because = `${formatChange(change.center)} (${formatChange(change.low)} to ${formatChange(change.high)}) after ${before} and up to ${after}, p = ${pValue}`;
    return { index, before, after, change, pValue, because };
  });
}

function searched(count: number, steps: readonly TrendStep[]): string {
  if (count < STEPS_FROM) {
    return `${formatQuantity(count, "run")}: a step can be told from chance from ${STEPS_FROM} on`;
  }
  return `${formatQuantity(steps.length, "step")} found in ${formatQuantity(count, "run")}`;
}

function benchmarkTrend(series: TrendSeries): BenchmarkTrend {
  const steps = stepsOf(series);
  const indexes = steps.map(({ index }) => index);
  return {
    ...series,
    steps,
    creep: creepOf(series.points, indexes),
    because: searched(series.points.length, steps),
  };
}

/** Fingerprints in the order of their newest run. */
function fingerprintsOf(history: readonly HistoryEntry[]): string[] {
  return [...new Set(history.map(({ fingerprint }) => fingerprint).toReversed())].toReversed();
}

/**
 * Reads the history: lasting steps with their commits, creep since the last release, changes of machine or engine.
 *
 * Nothing in it changes a verdict. The same history always gives the same trend.
 *
 * @param history - entries of all fingerprints, oldest first
 * @param current - the run that is being reported, not yet in the history; or null
 * @returns trend of every benchmark and fingerprint with at least one run
 * @see docs/statistics.md#trend
 */
export function trendOf(history: readonly HistoryEntry[], current: HistoryEntry | null): Trend {
  const all = current === null ? history : appendHistory(history, current);
  const ids = [...new Set(all.flatMap(({ benchmarks }) => Object.keys(benchmarks)))].sort();
  const groups = fingerprintsOf(all).map((fingerprint) =>
    all.filter((entry) => entry.fingerprint === fingerprint),
  );
  const trends = ids.flatMap((id) =>
    groups
      .map((entries) => trendSeries(entries, id))
      .filter(({ points }) => points.length > 0)
      .map(benchmarkTrend),
  );
  return { benchmarks: trends, marks: fingerprintMarks(all) };
}
