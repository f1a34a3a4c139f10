import type { MetricName, Unit } from "../model/metric.ts";
import { formatQuantity } from "../wording/number.ts";
import { shortSha } from "./environment-words.ts";

/** One stored run of a benchmark, or the run that is reported. */
export interface HistoryPoint {
  readonly sha: string;
  readonly createdAt: string;
  /** Key of the machine and engine; values of different keys are not comparable. */
  readonly fingerprint: string;
  /** Value in the metric's unit. */
  readonly value: number;
  /** Whether it is the run that is reported, which is not stored; absent for a stored one. */
  readonly isNow?: true;
}

/** A lasting step in a trend. It informs and never gates. */
export interface ChangePoint {
  /** Index of the first point after the step, at least 1. */
  readonly index: number;
  /** Relative change of the level; 0.05 is 5 % more. */
  readonly change: number;
}

/** The stored runs of one metric of one benchmark, oldest first. */
export interface BenchmarkHistory {
  readonly id: string;
  readonly metric: MetricName;
  readonly unit: Unit;
  readonly points: readonly HistoryPoint[];
  readonly changePoints: readonly ChangePoint[];
}

/** Histories of a whole result, in any order. */
export type History = readonly BenchmarkHistory[];

/**
 * Finds the history of a benchmark's metric.
 *
 * @param history - histories of a result
 * @param id - benchmark id
 * @param metric - metric name; null has no history
 * @returns its history when it has at least two points, else null
 */
export function historyFor(
  history: History,
  id: string,
  metric: MetricName | null,
): BenchmarkHistory | null {
  return (
    history.find(
      (entry) => entry.id === id && entry.metric === metric && entry.points.length >= 2,
    ) ?? null
  );
}

/**
 * How a run of a trend is called.
 *
 * @param point - the run; nothing where there is none
 * @returns its commit, short, or `now` for the run that is reported
 */
export function pointName(point: HistoryPoint | undefined): string {
  return point?.isNow === true ? "now" : shortSha(point?.sha ?? "");
}

/**
 * How many runs a trend has.
 *
 * @param points - its runs
 * @returns for example `12 stored runs`, `12 stored runs and now`
 */
export function runsWords(points: readonly HistoryPoint[]): string {
  const stored = points.filter(({ isNow }) => isNow !== true).length;
  const words = formatQuantity(stored, "stored run");
  return stored === points.length ? words : `${words} and now`;
}
