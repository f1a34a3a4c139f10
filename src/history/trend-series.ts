import type { HistoryEntry, HistoryPoint } from "../model/baseline.ts";
import { median } from "../stats/descriptive.ts";

/** Bytes may be zero or, by a fit, slightly below; one byte stands for nothing. */
const LEAST_VALUE = 1;

/** One run of one benchmark. */
export interface TrendPoint {
  readonly sha: string;
  readonly createdAt: string;
  /** Release tag of the commit, or null. */
  readonly tag: string | null;
  /** Median over the processes as measured, in the unit of the primary metric. */
  readonly value: number;
  /** The same divided by the calibration kernel of the run, and as a logarithm; steps are found on this. */
  readonly level: number;
}

/** The runs of one benchmark with one fingerprint. */
export interface TrendSeries {
  readonly id: string;
  readonly fingerprint: string;
  /** Median time of the calibration kernel over the runs in ns; null when the values are not divided by it. */
  readonly kernel: number | null;
  /** Runs, oldest first; when some have a kernel, only those. */
  readonly points: readonly TrendPoint[];
}

interface Measured {
  readonly entry: HistoryEntry;
  readonly value: number;
  readonly kernel: number | null;
}

function isPositive(value: number | null): value is number {
  return value !== null && Number.isFinite(value) && value > 0;
}

function measured(entry: HistoryEntry, point: HistoryPoint | undefined): Measured[] {
  const values = point?.p25.filter(Number.isFinite) ?? [];
  if (values.length === 0) {
    return [];
  }
  const kernel = point?.kernel ?? null;
  return [{ entry, value: median(values), kernel: isPositive(kernel) ? kernel : null }];
}

function pointOf({ entry, value, kernel }: Measured): TrendPoint {
  const { sha, createdAt, tag } = entry;
  const level =
    kernel === null ? Math.log(Math.max(value, LEAST_VALUE)) : Math.log(value) - Math.log(kernel);
  return { sha, createdAt, tag, value, level };
}

/**
 * The runs of one benchmark with one fingerprint as a series.
 *
 * @param entries - entries of that fingerprint, oldest first
 * @param id - benchmark id
 * @returns series, possibly empty; times divided by the calibration kernel where it was measured
 * @see docs/statistics.md#trend
 */
export function trendSeries(entries: readonly HistoryEntry[], id: string): TrendSeries {
  const runs = entries.flatMap((entry) => measured(entry, entry.benchmarks[id]));
  const calibrated = runs.filter(({ kernel, value }) => kernel !== null && value > 0);
  const used = calibrated.length > 0 ? calibrated : runs;
  const kernels = used.map(({ kernel }) => kernel).filter((kernel) => kernel !== null);
  return {
    id,
    fingerprint: entries[0]?.fingerprint ?? "",
    kernel: kernels.length === 0 ? null : median(kernels),
    points: used.map(pointOf),
  };
}
