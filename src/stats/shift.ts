import { type Bounds, locate, NO_PRIOR, standardErrorOver } from "./location.ts";
import { studentQuantile } from "./student.ts";

/** How far one sample lies above another. */
export interface Shift extends Bounds {
  readonly center: number;
}

/** Welch and Satterthwaite: degrees of freedom of a difference of two estimates of unequal precision. */
function jointDegrees(squares: readonly number[], degrees: readonly number[]): number {
  const sum = squares.reduce((total, square) => total + square, 0);
  const share = squares.reduce(
    (total, square, index) => total + square ** 2 / (degrees[index] ?? 1),
    0,
  );
  return sum ** 2 / share;
}

/**
 * Estimates how far the second sample lies above the first.
 *
 * @param before - first sample; at least 2 values, finite; not modified
 * @param after - second sample, likewise
 * @param confidenceLevel - share of such intervals that hold the truth, for example 0.95
 * @returns difference of the Hodges–Lehmann locations with its interval, in the unit of the values
 * @throws RangeError when a sample has fewer than 2 values
 * @see docs/statistics.md#interval; Welch (1947)
 */
export function shiftBetween(
  before: readonly number[],
  after: readonly number[],
  confidenceLevel: number,
): Shift {
  if (before.length < 2 || after.length < 2) {
    throw new RangeError("shiftBetween: each sample needs at least 2 values");
  }
  const locations = [locate(before, NO_PRIOR), locate(after, NO_PRIOR)] as const;
  const center = locations[1].center - locations[0].center;
  const squares = locations.map((location) => standardErrorOver(location, location.count) ** 2);
  const error = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  if (error === 0) {
    return { center, low: center, high: center };
  }
  const degrees = jointDegrees(
    squares,
    locations.map(({ degreesOfFreedom }) => degreesOfFreedom),
  );
  const margin = studentQuantile((1 + confidenceLevel) / 2, degrees) * error;
  return { center, low: center - margin, high: center + margin };
}
