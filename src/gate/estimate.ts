import type { Metric } from "../model/metric.ts";
import type { Change, Estimate } from "../model/verdict.ts";
import { mean, standardDeviation } from "../stats/descriptive.ts";
import { boundsOf, intervalOf, type Location, locate, NO_PRIOR } from "../stats/location.ts";
import { isLogarithmic, type ProcessValue } from "./process-values.ts";

/** Keeps the exponential finite; no measured ratio comes near. */
const LARGEST_LOG = 700;

/**
 * A log ratio as a relative change.
 *
 * @param logRatio - ln(candidate / baseline)
 * @returns candidate ÷ baseline − 1; 0.05 is 5 % more
 */
export function relativeChange(logRatio: number): number {
  return Math.expm1(Math.min(logRatio, LARGEST_LOG)) + 0;
}

/**
 * The change a location stands for, between the bounds that a verdict looks at.
 *
 * @param location - location of the log ratios
 * @param confidenceLevel - probability with which each bound holds, for example 0.95
 * @returns relative change; null when a single process stands without known noise
 */
export function changeOf(location: Location, confidenceLevel: number): Change | null {
  const bounds = boundsOf(location, confidenceLevel);
  if (!Number.isFinite(bounds.low)) {
    return null;
  }
  return {
    center: relativeChange(location.center),
    low: relativeChange(bounds.low),
    high: relativeChange(bounds.high),
  };
}

function spreadOf(values: readonly number[], metric: Metric): number {
  if (isLogarithmic(metric)) {
    return standardDeviation(values.map(Math.log));
  }
  const center = Math.abs(mean(values));
  return center === 0 ? 0 : standardDeviation(values) / center;
}

/**
 * The value of one side over all its processes, with its interval.
 *
 * @param values - one value per process
 * @param metric - their metric; times are joined as logarithms
 * @param confidenceLevel - share of such intervals that hold the truth, for example 0.95
 * @returns estimate in the metric's unit; the interval is a point for a single process; null without values
 * @see docs/statistics.md#interval
 */
export function estimateOf(
  values: readonly ProcessValue[],
  metric: Metric,
  confidenceLevel: number,
): Estimate | null {
  if (values.length === 0) {
    return null;
  }
  const numbers = values.map(({ value }) => value);
  const logarithmic = isLogarithmic(metric);
  const location = locate(logarithmic ? numbers.map(Math.log) : numbers, NO_PRIOR);
  const bounds = intervalOf(location, confidenceLevel);
  const known = Number.isFinite(bounds.low);
  const back = (value: number): number =>
    logarithmic ? Math.exp(Math.min(value, LARGEST_LOG)) : value + 0;
  const center = back(location.center);
  return {
    center,
    low: known ? back(bounds.low) : center,
    high: known ? back(bounds.high) : center,
    spread: spreadOf(numbers, metric),
    samples: values.reduce((sum, { samples }) => sum + samples, 0),
    processes: values.length,
  };
}

/**
 * An exact value as an estimate without width.
 *
 * @param value - exact value, or null
 * @returns estimate that is a point; null without value
 */
export function exactEstimate(value: number | null): Estimate | null {
  return value === null || !Number.isFinite(value)
    ? null
    : { center: value, low: value, high: value, spread: 0, samples: 1, processes: 1 };
}
