import { normalQuantile } from "./normal.ts";
import { logGamma, regularizedBeta } from "./special.ts";

const MAX_STEPS = 200;
const RELATIVE_STEP = 1e-15;

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom >= 1)) {
    throw new RangeError(`Student t needs at least 1 degree of freedom, got ${degreesOfFreedom}`);
  }
}

function upperTail(t: number, degreesOfFreedom: number): number {
  return (
    0.5 * regularizedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)
  );
}

function density(t: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const logFront =
    logGamma(half + 0.5) - logGamma(half) - 0.5 * Math.log(degreesOfFreedom * Math.PI);
  return Math.exp(logFront - (half + 0.5) * Math.log1p((t * t) / degreesOfFreedom));
}

/**
 * Probability that a Student t quantity lies at or below a value.
 *
 * @param t - finite value
 * @param degreesOfFreedom - at least 1; need not be whole
 * @returns probability from 0 to 1
 * @throws RangeError when there is less than 1 degree of freedom
 * @see NIST Digital Library of Mathematical Functions, 8.17
 */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  const tail = upperTail(t, degreesOfFreedom);
  return t > 0 ? 1 - tail : tail;
}

/** The positive t whose upper tail has the given size: Newton steps, kept inside a shrinking bracket. */
function solveUpperTail(tail: number, degreesOfFreedom: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let t = -normalQuantile(tail);
  for (let step = 0; step < MAX_STEPS; step++) {
    const excess = upperTail(t, degreesOfFreedom) - tail;
    if (excess > 0) {
      low = t;
    } else {
      high = t;
    }
    const newton = t + excess / density(t, degreesOfFreedom);
    const middle = high === Number.POSITIVE_INFINITY ? 2 * t + 1 : (low + high) / 2;
    const next = newton > low && newton < high ? newton : middle;
    if (Math.abs(next - t) <= RELATIVE_STEP * Math.max(1, t)) {
      return next;
    }
    t = next;
  }
  return t;
}

/**
 * The value below which a Student t quantity lies with the given probability.
 *
 * @param probability - above 0 and below 1; 0.95 gives the one-sided 95 % point
 * @param degreesOfFreedom - at least 1, may be Infinity (the normal distribution)
 * @returns t; negative below one half
 * @throws RangeError when the probability or the degrees of freedom are out of range
 * @see published tables of Student's t; compared to 1e-9 in __tests__/stats/student.test.ts
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY || probability === 0.5) {
    return normalQuantile(probability);
  }
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`studentQuantile: ${probability} is not between 0 and 1`);
  }
  const size = solveUpperTail(Math.min(probability, 1 - probability), degreesOfFreedom);
  return probability < 0.5 ? -size : size;
}
