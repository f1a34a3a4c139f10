import { type Metric, type MetricName, metricOf, type Reduction } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Side, Stage, Visit } from "../model/sample.ts";
import { isLogarithmic, type ProcessValue, usableVisits, valueIn } from "./process-values.ts";

/** How the sides differ in one process (or in one pair of processes). */
export interface LogRatio {
  readonly process: number;
  readonly stage: Stage;
  /** ln(candidate / baseline): 0.0488 is 5 % more. */
  readonly value: number;
}

/** Bytes may be zero or, by a fit, slightly below; one byte stands for nothing. */
const LEAST_BYTES = 1;
/** Counts of one operation may be a small part of one. */
const LEAST_COUNT = 1e-6;

/** A metric whose observations are joined in another way than its own, where one is given. */
function reducedBy(name: MetricName, reduction: Reduction | undefined): Metric {
  const metric = metricOf(name);
  return reduction === undefined ? metric : { ...metric, reduction };
}

function logOf(value: number, metric: Metric): number {
  const least = metric.unit === "bytes" ? LEAST_BYTES : LEAST_COUNT;
  return Math.log(isLogarithmic(metric) ? value : Math.max(value, least));
}

function hasRatio(metric: Metric): boolean {
  return metric.unit !== "ratio";
}

/**
 * The log ratios of a benchmark whose sides share each process.
 *
 * @param visits - visits of one benchmark, in any order
 * @param metricName - a noisy metric
 * @param reduction - how the observations of a copy become one value; the metric's own by default
 * @returns one log ratio per process that gave both sides, in the order of the processes; none for ratio metrics
 * @see docs/statistics.md#from-blocks-to-one-number-per-process
 */
export function logRatios(
  visits: readonly Visit[],
  metricName: MetricName,
  reduction?: Reduction,
): LogRatio[] {
  const metric = reducedBy(metricName, reduction);
  if (!hasRatio(metric)) {
    return [];
  }
  return usableVisits(visits).flatMap((visit) => {
    const candidate = valueIn(visit, metric, "candidate");
    const baseline = valueIn(visit, metric, "baseline");
    return candidate === null || baseline === null
      ? []
      : [ratioOf(visit, logOf(candidate.value, metric) - logOf(baseline.value, metric))];
  });
}

function ratioOf(visit: Visit, value: number): LogRatio {
  return { process: visit.process, stage: visit.stage, value };
}

interface OneSided {
  readonly visit: Visit;
  readonly value: ProcessValue;
  readonly kernel: ProcessValue | null;
}

function oneSided(visits: readonly Visit[], metric: Metric, side: Side): OneSided[] {
  return usableVisits(visits).flatMap((visit) => {
    const value = valueIn(visit, metric, side);
    return value === null
      ? []
      : [{ visit, value, kernel: valueIn(visit, metricOf("kernel"), side) }];
  });
}

/** The i-th visit of one side meets the i-th of the other, stage by stage: in ABBA order they are neighbours. */
function pairUp(visits: readonly Visit[], metric: Metric): (readonly [OneSided, OneSided])[] {
  const candidates = oneSided(visits, metric, "candidate");
  const baselines = oneSided(visits, metric, "baseline");
  const stages = [...new Set(candidates.map(({ visit }) => visit.stage))];
  return stages.flatMap((stage) => {
    const left = candidates.filter(({ visit }) => visit.stage === stage);
    const right = baselines.filter(({ visit }) => visit.stage === stage);
    return left.flatMap((candidate, index) => {
      const baseline = right[index];
      return baseline === undefined ? [] : [[candidate, baseline] as const];
    });
  });
}

/**
 * The log ratios of a benchmark whose sides ran in processes of their own, in ABBA order.
 *
 * Times are first divided by the calibration kernel of the same visit, if every visit has one.
 *
 * @param visits - visits of one benchmark, one side each, in any order
 * @param metricName - a noisy metric
 * @param reduction - how the observations of a copy become one value; the metric's own by default
 * @returns one log ratio per pair of neighbouring processes, named by the candidate's; none for ratio metrics
 * @see docs/statistics.md#where-one-process-cannot-hold-both
 */
export function alternatedLogRatios(
  visits: readonly Visit[],
  metricName: MetricName,
  reduction?: Reduction,
): LogRatio[] {
  const metric = reducedBy(metricName, reduction);
  if (!hasRatio(metric)) {
    return [];
  }
  const pairs = pairUp(visits, metric);
  const calibrated =
    isLogarithmic(metric) && pairs.every((pair) => pair.every(({ kernel }) => kernel !== null));
  const speed = ({ value, kernel }: OneSided): number =>
    logOf(value.value, metric) - (calibrated && kernel !== null ? Math.log(kernel.value) : 0);
  return pairs.map(([candidate, baseline]) =>
    ratioOf(candidate.visit, speed(candidate) - speed(baseline)),
  );
}

/**
 * The log ratios of a compared benchmark, whichever way it was paired.
 *
 * @param result - benchmark with its visits
 * @param metricName - a noisy metric
 * @param reduction - how the observations of a copy become one value; the metric's own by default
 * @returns log ratios in the order of the processes; none when nothing was compared
 */
export function ratiosOf(
  result: BenchmarkResult,
  metricName: MetricName,
  reduction?: Reduction,
): LogRatio[] {
  switch (result.pairing) {
    case "paired":
      return logRatios(result.visits, metricName, reduction);
    case "alternated":
      return alternatedLogRatios(result.visits, metricName, reduction);
    default:
      return [];
  }
}
