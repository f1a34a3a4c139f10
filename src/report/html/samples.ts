import { mean, quantile } from "d3-array";
import { type MetricName, metricOf } from "../../model/metric.ts";
import type { BenchmarkResult } from "../../model/result.ts";
import type { Side, Stage, Visit } from "../../model/sample.ts";

/** One process's paired comparison. */
export interface ProcessChange {
  readonly process: number;
  readonly stage: Stage;
  /** Candidate over baseline minus one, reduced as the verdict does it. */
  readonly change: number;
}

function valuesOf(visit: Visit, metric: MetricName, side: Side): readonly (readonly number[])[] {
  return visit.series
    .filter((series) => series.metric === metric && series.side === side)
    .map(({ values }) => values);
}

/** Mean of logs over copies of each copy's reduced value; null when a copy has nothing usable. */
function logLevel(visit: Visit, metric: MetricName, side: Side): number | null {
  const share = metricOf(metric).reduction === "p25" ? 0.25 : 0.5;
  const levels = valuesOf(visit, metric, side).map((values) =>
    Math.log(quantile(values, share) ?? Number.NaN),
  );
  const level = mean(levels);
  return level !== undefined && Number.isFinite(level) ? level : null;
}

/**
 * Every observation of one side, pooled over processes and copies.
 *
 * @param measured - what was measured about a benchmark
 * @param metric - metric name
 * @param side - side to read
 * @returns finite values in the order stored, in the metric's unit
 */
export function pooledValues(
  measured: BenchmarkResult,
  metric: MetricName,
  side: Side,
): readonly number[] {
  return measured.visits
    .flatMap((visit) => valuesOf(visit, metric, side).flat())
    .filter(Number.isFinite);
}

/**
 * The paired relative change of every process that held both sides.
 *
 * @param measured - what was measured about a benchmark
 * @param metric - metric name
 * @returns one entry per process, in order; empty without pairs
 * @see docs/statistics.md
 */
export function processChanges(
  measured: BenchmarkResult,
  metric: MetricName,
): readonly ProcessChange[] {
  return measured.visits.flatMap((visit) => {
    const baseline = logLevel(visit, metric, "baseline");
    const candidate = logLevel(visit, metric, "candidate");
    if (baseline === null || candidate === null) return [];
    return [
      { process: visit.process, stage: visit.stage, change: Math.exp(candidate - baseline) - 1 },
    ];
  });
}

/** Observations of one side in the order of rounds, with the places where a new process begins. */
export interface Timeline {
  readonly values: readonly number[];
  readonly starts: readonly number[];
}

/**
 * Observations over time: round after round, copy after copy, process after process.
 *
 * @param measured - what was measured about a benchmark
 * @param metric - metric name
 * @param side - side to read
 * @returns values in time order and the index at which each process begins
 */
export function timelineOf(measured: BenchmarkResult, metric: MetricName, side: Side): Timeline {
  const values: number[] = [];
  const starts: number[] = [];
  for (const visit of measured.visits) {
    const copies = valuesOf(visit, metric, side);
    const rounds = copies.reduce((most, copy) => Math.max(most, copy.length), 0);
    starts.push(values.length);
    for (let round = 0; round < rounds; round += 1) {
      for (const copy of copies) {
        const value = copy[round];
        if (value !== undefined && Number.isFinite(value)) values.push(value);
      }
    }
  }
  return { values, starts };
}
