import type { MetricName } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import { median } from "../stats/descriptive.ts";
import { NO_PRIOR, type Prior, robustVariance } from "../stats/location.ts";
import { ratiosOf } from "./log-ratios.ts";
import { evidenceOf } from "./stages.ts";

/** A bias that persists through a job is never taken to be smaller than this (log units). */
const TAU_FLOOR = 0.0025;
/** Learned noise counts as this many observations at most (d0). */
const LEARNED_DEGREES = 20;
/** The job's own median variance counts as this many observations (d0). */
const JOB_DEGREES = 4;
/** Fewer benchmarks have no meaningful median. */
const JOB_BENCHMARKS_MIN = 3;
/** Fewer processes say nothing about a variance. */
const PROCESSES_MIN = 2;
/** Median of the variance of 2 and of 3 normal values, over σ²; that of more values is not corrected. */
const MEDIAN_SHARE: Readonly<Record<number, number>> = { 2: 0.4549, 3: Math.LN2 };

/**
 * The noise of one metric as this job itself shows it: the median variance over its benchmarks.
 *
 * @param results - all benchmarks of the job
 * @param metricName - a noisy metric
 * @param pairing - benchmarks paired this way only: separate processes are noisier than shared ones
 * @returns prior worth 4 observations; one that knows only τ when fewer than 3 benchmarks were compared
 */
export function jobPrior(
  results: readonly BenchmarkResult[],
  metricName: MetricName,
  pairing: BenchmarkResult["pairing"],
): Prior {
  const variances = results
    .filter((result) => result.pairing === pairing)
    .map((result) => evidenceOf(ratiosOf(result, metricName)).ratios)
    .filter((ratios) => ratios.length >= PROCESSES_MIN)
    .map((ratios) => robustVariance(ratios) / (MEDIAN_SHARE[ratios.length] ?? 1));
  return variances.length < JOB_BENCHMARKS_MIN
    ? { ...NO_PRIOR, tau: TAU_FLOOR }
    : { variance: median(variances), degreesOfFreedom: JOB_DEGREES, tau: TAU_FLOOR };
}

/**
 * What is known about a benchmark's noise before its own spread is looked at.
 *
 * @param result - benchmark, with what earlier runs taught
 * @param metricName - a noisy metric; earlier runs teach about the primary one only
 * @param job - the job's own noise, used without learned noise
 * @returns learned noise where there is some (at most 20 observations' worth), else the job's
 * @see docs/statistics.md#prior
 */
export function priorFor(result: BenchmarkResult, metricName: MetricName, job: Prior): Prior {
  const { noise } = result;
  const learned = noise !== null && result.benchmark.primary === metricName;
  if (!learned || !(noise.degreesOfFreedom > 0)) {
    return job;
  }
  return {
    variance: noise.variance,
    degreesOfFreedom: Math.min(noise.degreesOfFreedom, LEARNED_DEGREES),
    tau: Math.max(noise.tau, TAU_FLOOR),
  };
}
