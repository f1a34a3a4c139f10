import { type Metric, type MetricName, metricOf, type Reduction } from "../model/metric.ts";
import type { Series, Side, Stage, Visit, Warning } from "../model/sample.ts";
import { mean, median, quantile } from "../stats/descriptive.ts";

/** What one side of a benchmark gave in one process. */
export interface ProcessValue {
  readonly process: number;
  readonly stage: Stage;
  /** One value in the metric's unit: copies joined. */
  readonly value: number;
  /** Observations behind it. */
  readonly samples: number;
}

/** Values of one metric by side, in the order of the processes. */
export interface ProcessEstimates {
  readonly metric: Metric;
  readonly baseline: readonly ProcessValue[];
  readonly candidate: readonly ProcessValue[];
  readonly native: readonly ProcessValue[];
  readonly warnings: readonly Warning[];
}

/**
 * Whether values of a metric are compared by ratio (times) or by difference.
 *
 * @param metric - metric in question
 * @returns true for times
 */
export function isLogarithmic(metric: Metric): boolean {
  return metric.unit === "ns";
}

function reduce(values: readonly number[], reduction: Reduction): number {
  switch (reduction) {
    case "p10":
      return quantile(values, 0.1);
    case "p25":
      return quantile(values, 0.25);
    case "median":
      return median(values);
    case "p75":
      return quantile(values, 0.75);
    case "sum":
      return values.reduce((sum, value) => sum + value, 0);
  }
}

/** One value of one copy; null when it has no usable observation. */
function reduceSeries(series: Series, metric: Metric): number | null {
  const usable = series.values.filter(Number.isFinite);
  if (usable.length === 0) {
    return null;
  }
  const value = reduce(usable, metric.reduction);
  return isLogarithmic(metric) && value <= 0 ? null : value;
}

/**
 * The value of one metric and side in one visit.
 *
 * @param visit - one benchmark in one process
 * @param metric - metric; its reduction joins the observations of a copy
 * @param side - side asked for
 * @returns copies joined (geometric mean for times, arithmetic otherwise), or null without usable data
 */
export function valueIn(visit: Visit, metric: Metric, side: Side): ProcessValue | null {
  const series = visit.series
    .filter((one) => one.metric === metric.name && one.side === side)
    .toSorted((a, b) => a.copy - b.copy);
  const values = series.map((one) => reduceSeries(one, metric)).filter((one) => one !== null);
  if (values.length === 0) {
    return null;
  }
  const value = isLogarithmic(metric) ? Math.exp(mean(values.map(Math.log))) : mean(values);
  const samples = series.reduce((sum, one) => sum + one.values.filter(Number.isFinite).length, 0);
  return { process: visit.process, stage: visit.stage, value, samples };
}

/**
 * Visits that gave data, in the order of their processes; a visit that failed gives none.
 *
 * @param visits - all visits of a benchmark, in any order
 * @returns the usable ones
 */
export function usableVisits(visits: readonly Visit[]): Visit[] {
  return visits.filter((visit) => visit.failure === null).toSorted((a, b) => a.process - b.process);
}

/** Guest time over host-language time minus one, where no such series was measured itself. */
function overheadIn(visit: Visit, metric: Metric, side: Side): ProcessValue | null {
  const measured = valueIn(visit, metric, side);
  if (measured !== null || side === "native") {
    return measured;
  }
  const own = valueIn(visit, metricOf("time"), side);
  const native = valueIn(visit, metricOf("time"), "native");
  return own === null || native === null
    ? null
    : { ...own, value: Math.expm1(Math.log(own.value) - Math.log(native.value)) };
}

function countUnusable(visits: readonly Visit[], metric: Metric): number {
  return visits
    .flatMap((visit) => visit.series)
    .filter((series) => series.metric === metric.name)
    .flatMap((series) => series.values)
    .filter((value) => !Number.isFinite(value) || (isLogarithmic(metric) && value <= 0)).length;
}

/**
 * Turns the raw rounds of a benchmark into one value per process and side.
 *
 * No process is dropped for being far from the others. What is no usable number (NaN, infinite,
 * a time of zero) is left out and said.
 *
 * @param visits - visits of one benchmark, in any order; failed ones give no value
 * @param metricName - metric, or `overhead`, which is derived from the times of guest and host language
 * @returns values by side, in the order of the processes
 * @see docs/statistics.md#from-blocks-to-one-number-per-process
 */
export function processEstimates(
  visits: readonly Visit[],
  metricName: MetricName,
): ProcessEstimates {
  const metric = metricOf(metricName);
  const usable = usableVisits(visits);
  const read = metricName === "overhead" ? overheadIn : valueIn;
  const of = (side: Side): ProcessValue[] =>
    usable.map((visit) => read(visit, metric, side)).filter((value) => value !== null);
  const unusable = countUnusable(usable, metric);
  const message = `${unusable} observations of ${metricName} are no usable numbers and were left out`;
  return {
    metric,
    baseline: of("baseline"),
    candidate: of("candidate"),
    native: of("native"),
    warnings: unusable === 0 ? [] : [{ code: "unusable-values", message }],
  };
}
