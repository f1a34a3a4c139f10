import { logGamma } from "./special.ts";

/** Counts of ways are exact numbers up to here and overflow at twice as many. */
const EXACT_TOSSES = 500;

/** One-sided chance of "7 of 8 on one side" under no change: (8 + 1) / 256. */
const SIGN_TEST_LEVEL = 9 / 256;

/**
 * Probability of at least this many heads in tosses of a fair coin.
 *
 * @param heads - whole number, 0 or more
 * @param tosses - whole number, 0 or more
 * @returns probability from 0 to 1
 * @example binomialTail(7, 8) // (8 + 1) / 256 = 0.03515625
 */
export function binomialTail(heads: number, tosses: number): number {
  if (tosses > EXACT_TOSSES) return tailByLogarithms(heads, tosses);
  let ways = 1;
  let sum = 0;
  for (let count = 0; count <= tosses; count++) {
    if (count >= heads) {
      sum += ways;
    }
    ways = (ways * (tosses - count)) / (count + 1);
  }
  return sum / 2 ** tosses;
}

function tailByLogarithms(heads: number, tosses: number): number {
  let sum = 0;
  for (let count = Math.max(0, heads); count <= tosses; count++) {
    const logWays = logGamma(tosses + 1) - logGamma(count + 1) - logGamma(tosses - count + 1);
    sum += Math.exp(logWays - tosses * Math.LN2);
  }
  return Math.min(1, sum);
}

/**
 * How many processes must point the same way before a change is believed.
 *
 * The rule is 7 of 8; for any other number it is the smallest count that is no likelier by chance.
 *
 * @param processes - processes that gave a value, 0 or more
 * @returns required count: 7 for 8, 13 for 16; more than `processes` (never reached) when fewer than 5
 */
export function requiredAgreement(processes: number): number {
  let required = processes;
  if (binomialTail(processes, processes) > SIGN_TEST_LEVEL) {
    return processes + 1;
  }
  while (binomialTail(required - 1, processes) <= SIGN_TEST_LEVEL) {
    required--;
  }
  return required;
}

/**
 * How many processes it takes at least before a change can be believed: where all of them must agree, and may.
 *
 * @returns 5
 */
export function leastProcesses(): number {
  let processes = 1;
  while (requiredAgreement(processes) > processes) processes++;
  return processes;
}
