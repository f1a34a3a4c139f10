import type { Benchmark } from "../model/benchmark.ts";
import { type MetricName, metricOf, type Unit } from "../model/metric.ts";
import type { BenchmarkTrend, Trend } from "./trend.ts";
import type { TrendPoint } from "./trend-series.ts";

/** The stored runs of one metric of one benchmark, as a report draws them. */
export interface ReportedHistory {
  readonly id: string;
  readonly metric: MetricName;
  readonly unit: Unit;
  /** Runs of one fingerprint stand together; those of the newest run's fingerprint come last. */
  readonly points: readonly {
    readonly sha: string;
    readonly createdAt: string;
    readonly fingerprint: string;
    /** Value in the unit; times at the usual speed of the calibration kernel. */
    readonly value: number;
  }[];
  /** Index of the first run after each step, and the relative change of the level. */
  readonly changePoints: readonly { readonly index: number; readonly change: number }[];
}

/** Takes the speed of the moment out of a time, and leaves its unit. */
function steadyValue({ value, level }: TrendPoint, kernel: number | null): number {
  return kernel === null ? value : Math.exp(level) * kernel;
}

function joined(
  trends: readonly BenchmarkTrend[],
): Pick<ReportedHistory, "points" | "changePoints"> {
  const points = trends.flatMap((trend) =>
    trend.points.map((point) => ({
      sha: point.sha,
      createdAt: point.createdAt,
      fingerprint: trend.fingerprint,
      value: steadyValue(point, trend.kernel),
    })),
  );
  const changePoints = trends.flatMap((trend, position) => {
    const offset = trends.slice(0, position).reduce((sum, one) => sum + one.points.length, 0);
    return trend.steps.map(({ index, change }) => ({
      index: offset + index,
      change: change.center,
    }));
  });
  return { points, changePoints };
}

/**
 * Brings a trend into the shape that the reports draw.
 *
 * @param trend - trend of the whole history
 * @param benchmarks - benchmarks to report, with their primary metric; others are left out
 * @returns one history for each of them that has runs, in their order
 */
export function toReportHistory(
  trend: Trend,
  benchmarks: readonly Pick<Benchmark, "id" | "primary">[],
): ReportedHistory[] {
  return benchmarks.flatMap(({ id, primary }) => {
    const trends = trend.benchmarks.filter((one) => one.id === id);
    const unit = metricOf(primary).unit;
    return trends.length === 0 ? [] : [{ id, metric: primary, unit, ...joined(trends) }];
  });
}
