import { type Location, standardErrorOver } from "../stats/location.ts";
import { studentQuantile } from "../stats/student.ts";
import type { EffectiveThresholds } from "./thresholds.ts";

/** Keeps the exponential finite. */
const LARGEST_LOG = 700;
/** Fresh processes a suspect gets first. */
const CONFIRM_PROCESSES = 8;

/** One-sided level at which zero must be excluded before a change is called, and the one for a noisy comparison. */
const SURE_LEVEL = 0.99;
const NOISY_LEVEL = 0.999;
/** A comparison is noisy that is not sure to see so many times T at the lower level. */
const NOISY_FACTOR = 1.5;

/**
 * The smallest true change that this comparison would have called a regression almost surely.
 *
 * It lies above what a location must exceed, which is θ, or what excludes zero: a change of exactly that is found half of the time.
 *
 * @param location - location of the log ratios with its joint variance
 * @param thresholds - thresholds that held
 * @param rules - one-sided probability of being found (0.95), and the baseline's value in the metric's unit
 * @returns relative change ("gated at"), or null when nothing is known about the noise
 * @see docs/statistics.md#gated-at
 */
export function detectableChange(
  location: Location,
  thresholds: EffectiveThresholds,
  rules: { readonly confidenceLevel: number; readonly baseline: number },
): number | null {
  const seen = sureToSee(location, thresholds, rules.confidenceLevel);
  const byFloor = rules.baseline > 0 ? thresholds.floor / rules.baseline : 0;
  return seen === null ? null : Math.max(seen, byFloor);
}

/** The smallest change that is seen almost surely where zero must be excluded at some level; log units. */
function seenAt(
  level: number,
  location: Location,
  { thresholds, confidenceLevel }: SightRules,
): number {
  const processes = Math.max(location.count, CONFIRM_PROCESSES);
  const error = standardErrorOver(location, processes);
  // A suspect's spread is known from all of its fresh processes.
  const degrees = location.degreesOfFreedom + processes - location.count;
  const marginAt = (probability: number): number => error * studentQuantile(probability, degrees);
  return Math.max(Math.log1p(thresholds.decide), marginAt(level)) + marginAt(confidenceLevel);
}

/** What says how well a comparison sees. */
interface SightRules {
  readonly thresholds: EffectiveThresholds;
  /** One-sided probability of being found, for example 0.95. */
  readonly confidenceLevel: number;
}

/**
 * How sure a change must be before it is called: the more noise, the more of what looks like a change is chance.
 *
 * @param location - location of the log ratios with its joint variance
 * @param rules - thresholds that held, and the probability of being found
 * @returns one-sided level at which zero must be excluded: 99 % where 1.5 T is sure to be seen, else 99.9 %
 * @see docs/statistics.md#confirm
 */
export function certaintyFor(location: Location, rules: SightRules): number {
  if (location.degreesOfFreedom < 1) return NOISY_LEVEL;
  const sharp = Math.log1p(NOISY_FACTOR * rules.thresholds.regression);
  return seenAt(SURE_LEVEL, location, rules) <= sharp ? SURE_LEVEL : NOISY_LEVEL;
}

/**
 * The smallest true change that the noise of this comparison would have let through, whatever the floor.
 *
 * @param location - location of the log ratios with its joint variance
 * @param thresholds - thresholds that held
 * @param confidenceLevel - one-sided probability of being found, for example 0.95
 * @returns relative change, or null when nothing is known about the noise
 */
export function sureToSee(
  location: Location,
  thresholds: EffectiveThresholds,
  confidenceLevel: number,
): number | null {
  if (location.degreesOfFreedom < 1) {
    return null;
  }
  const rules = { thresholds, confidenceLevel };
  const seen = seenAt(certaintyFor(location, rules), location, rules);
  return Math.expm1(Math.min(seen, LARGEST_LOG));
}
