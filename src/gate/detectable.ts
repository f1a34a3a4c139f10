import { type Location, standardErrorOver } from "../stats/location.ts";
import { studentQuantile } from "../stats/student.ts";
import type { EffectiveThresholds } from "./thresholds.ts";

/** Fresh processes a suspect gets first. */
const CONFIRM_PROCESSES = 8;

/**
 * The smallest true change that this comparison would have called a regression almost surely.
 *
 * It lies above θ: a change of exactly θ is found half of the time.
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
  if (location.degreesOfFreedom < 1) {
    return null;
  }
  const processes = Math.max(location.count, CONFIRM_PROCESSES);
  const margin =
    studentQuantile(rules.confidenceLevel, location.degreesOfFreedom) *
    standardErrorOver(location, processes);
  const relative = Math.expm1(Math.min(Math.log1p(thresholds.decide) + margin, 700));
  const byFloor = rules.baseline > 0 ? thresholds.floor / rules.baseline : 0;
  return Math.max(relative, byFloor);
}
