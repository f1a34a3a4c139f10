import { variance, winsorize } from "./descriptive.ts";
import { hodgesLehmann } from "./hodges-lehmann.ts";
import { studentQuantile } from "./student.ts";

/** Variance of the Hodges–Lehmann location over that of the mean, for normal values: π/3. */
const HODGES_LEHMANN_FACTOR: number = Math.PI / 3;
const WINSORIZED_SHARE = 0.15;
/** Below this, pulling in one value at each end would leave a single one: the plain variance is used. */
const SMALLEST_WINSORIZED = 4;

/** What is known about the noise before looking at the values. */
export interface Prior {
  /** Variance between processes (s0²), in the squared unit of the values. */
  readonly variance: number;
  /** How many observations that knowledge is worth (d0); 0 when nothing is known. */
  readonly degreesOfFreedom: number;
  /** Standard deviation of a bias that persists through a whole job (τ), in the unit of the values. */
  readonly tau: number;
}

/** Knowing nothing: the values speak alone. */
export const NO_PRIOR: Prior = { variance: 0, degreesOfFreedom: 0, tau: 0 };

/** Where a sample lies and how sure that is. */
export interface Location {
  /** Hodges–Lehmann location (δ). */
  readonly center: number;
  /** Variance between processes after joining sample and prior (s̃²). */
  readonly variance: number;
  /** Persistent bias taken into account (τ). */
  readonly tau: number;
  readonly degreesOfFreedom: number;
  readonly count: number;
}

/** Lower and upper end of an interval. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How many values are pulled in at each end, and how many are left as they are. */
function trimmingOf(count: number): { readonly atEachEnd: number; readonly kept: number } {
  if (count < SMALLEST_WINSORIZED) {
    return { atEachEnd: 0, kept: count };
  }
  const atEachEnd = Math.max(1, Math.round(WINSORIZED_SHARE * count));
  return { atEachEnd, kept: count - 2 * atEachEnd };
}

/**
 * Variance between processes that a wild value cannot inflate: winsorized, then scaled back up.
 *
 * @param values - sample in any order; not modified
 * @returns s_w² in the squared unit; the plain variance for 2 or 3 values, 0 for fewer
 * @see docs/statistics.md#interval; Yuen (1974)
 */
export function robustVariance(values: readonly number[]): number {
  const count = values.length;
  const { atEachEnd, kept } = trimmingOf(count);
  if (atEachEnd === 0) {
    return variance(values);
  }
  return variance(winsorize(values, atEachEnd)) * ((count - 1) / (kept - 1)) ** 2;
}

/**
 * How much larger {@link robustVariance} is than σ² on average, for 4, 5, … 20 normal values: it is scaled for intervals,
 * whose degrees of freedom it belongs to, not for its mean. Simulated with 150,000 samples each; a test repeats it.
 */
const ROBUST_BIAS: readonly number[] = [
  1.809, 1.387, 1.253, 1.178, 1.139, 1.111, 1.244, 1.2, 1.171, 1.153, 1.131, 1.117, 1.108, 1.166,
  1.152, 1.139, 1.128,
];

/**
 * The robust variance as an estimate to be pooled with others: right on average for normal values.
 *
 * @param values - sample in any order; not modified
 * @returns σ² on average, in the squared unit; for more than 20 values the bias of 20 is taken
 */
export function pooledVariance(values: readonly number[]): number {
  const bias = ROBUST_BIAS[values.length - SMALLEST_WINSORIZED] ?? ROBUST_BIAS.at(-1) ?? 1;
  return robustVariance(values) / (values.length < SMALLEST_WINSORIZED ? 1 : bias);
}

/**
 * Estimates where a sample lies, joining its own spread with what was known before.
 *
 * @param values - one value per process; at least 1, finite; not modified
 * @param prior - earlier knowledge of the noise, or {@link NO_PRIOR}
 * @returns location, joint variance and degrees of freedom: d0 + n − 1, or h − 1 (the values not
 *   pulled in) where nothing is known, as a winsorized variance alone is less sure than n − 1 says
 * @throws RangeError when there is no value
 * @see docs/statistics.md#interval; Smyth (2004), Linear models and empirical Bayes methods
 */
export function locate(values: readonly number[], prior: Prior): Location {
  const own = values.length - 1;
  const alone = prior.degreesOfFreedom === 0;
  const degreesOfFreedom = alone
    ? trimmingOf(values.length).kept - 1
    : prior.degreesOfFreedom + own;
  const weighted = prior.degreesOfFreedom * prior.variance + own * robustVariance(values);
  return {
    center: hodgesLehmann(values),
    variance: alone ? robustVariance(values) : weighted / degreesOfFreedom,
    tau: prior.tau,
    degreesOfFreedom,
    count: values.length,
  };
}

/**
 * Standard error that a location of this spread has over a number of processes.
 *
 * @param location - estimated location
 * @param processes - number of processes, at least 1
 * @returns sqrt((π/3)·s̃²/n + τ²) in the unit of the values
 */
export function standardErrorOver(location: Location, processes: number): number {
  return Math.sqrt((HODGES_LEHMANN_FACTOR * location.variance) / processes + location.tau ** 2);
}

/**
 * How far the truth may lie from the center on one side.
 *
 * @param location - estimated location
 * @param probability - one-sided probability above 0.5 and below 1
 * @returns margin in the unit of the values; Infinity when a single value stands without prior
 */
export function marginOf(location: Location, probability: number): number {
  if (location.degreesOfFreedom < 1) {
    return Number.POSITIVE_INFINITY;
  }
  const t = studentQuantile(probability, location.degreesOfFreedom);
  return t * standardErrorOver(location, location.count);
}

/**
 * The two-sided interval around a location.
 *
 * @param location - estimated location
 * @param confidenceLevel - share of such intervals that hold the truth, for example 0.95
 * @returns lower and upper end in the unit of the values; infinite when a single value stands without prior
 */
export function intervalOf(location: Location, confidenceLevel: number): Bounds {
  return boundsOf(location, (1 + confidenceLevel) / 2);
}

/**
 * Both one-sided bounds of a location: each holds by itself with the given probability.
 *
 * @param location - estimated location
 * @param probability - one-sided probability above 0.5 and below 1
 * @returns lower and upper bound in the unit of the values; infinite when a single value stands without prior
 */
export function boundsOf(location: Location, probability: number): Bounds {
  const margin = marginOf(location, probability);
  return { low: location.center - margin, high: location.center + margin };
}
