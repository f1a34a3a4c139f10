import type { Thresholds } from "../model/policy.ts";

/** A regression of 5 % must be caught. */
export const DEFAULT_REGRESSION = 0.05;

/** Share of the threshold that decides on confirmed data, and that makes a benchmark suspect. */
const DECIDE_SHARE = 0.6;
const SUSPECT_SHARE = 0.5;

/** Digits that survive the shares: 0.6 × 0.05 is 0.03, not 0.030000000000000002. */
const round = (value: number): number => Number(value.toPrecision(12));

/** What a user may set of the thresholds, as fractions; the floor in the metric's unit. */
export interface ThresholdsGiven {
  readonly regression?: number | undefined;
  readonly decide?: number | undefined;
  readonly suspect?: number | undefined;
  readonly floor?: number | undefined;
}

/**
 * Fills in the thresholds a user did not set.
 *
 * @param given - fractions; `decide` defaults to 0.6 of `regression`, `suspect` to half of `decide`
 * @returns complete thresholds
 * @example thresholdsOf({ regression: 0.1 }) // { regression: 0.1, decide: 0.06, suspect: 0.03, floor: 0 }
 */
export function thresholdsOf(given: ThresholdsGiven): Thresholds {
  const regression = given.regression ?? DEFAULT_REGRESSION;
  const decide = given.decide ?? round(regression * DECIDE_SHARE);
  const suspect = given.suspect ?? round(decide * SUSPECT_SHARE);
  return { regression, decide, suspect, floor: given.floor ?? 0 };
}
