import { createSplitScan, splitDivergences } from "./energy.ts";
import { drawInteger, type Random } from "./random.ts";

/** What counts as a lasting step of a series. */
export interface StepRules {
  /** Values looked at together; longer series are searched window by window. */
  readonly window: number;
  /** Values needed on either side of a step. */
  readonly leastRuns: number;
  /** A step is one when chance gives a split as clear with at most this probability. */
  readonly largestPValue: number;
  /** Random orders tried; also the precision of the probability. */
  readonly permutations: number;
  /** Smallest shift that counts, in the unit of the values. */
  readonly smallestShift: number;
  /** Share of the intervals of the shift that hold the truth. */
  readonly confidenceLevel: number;
}

/** The rules for series of logarithms: 30 runs, p ≤ .001, at least 2 %, at least 5 runs on either side. */
export const STEP_RULES: StepRules = {
  window: 30,
  leastRuns: 5,
  largestPValue: 0.001,
  permutations: 9999,
  smallestShift: Math.log1p(0.02),
  confidenceLevel: 0.95,
};

/** Sums of the same distances in another order may differ in the last digits. */
const ROUNDING = 1e-9;

interface Split {
  readonly index: number;
  readonly divergence: number;
}

/** A split that chance does not explain. */
export interface TestedSplit {
  /** Index of the first value after it. */
  readonly index: number;
  /** Probability that a random order of the values splits as clearly. */
  readonly pValue: number;
}

/** A part of a series: from an index up to another. */
export type Span = readonly [number, number];

/** A series with the rules it is searched by. */
export interface Search {
  /** Values in the order of time; finite. */
  readonly series: readonly number[];
  readonly random: Random;
  readonly rules: StepRules;
}

function clearest(divergences: readonly number[], [from, to]: Span): Split {
  return divergences
    .slice(from, to)
    .map((divergence, offset) => ({ index: from + offset, divergence }))
    .reduce((best, split) => (split.divergence > best.divergence ? split : best), {
      index: from,
      divergence: Number.NEGATIVE_INFINITY,
    });
}

function waysToChoose(size: number, count: number): number {
  let ways = 1;
  for (let index = 0; index < size; index++) {
    ways *= (count - index) / (index + 1);
  }
  return ways;
}

/** The smallest probability a split can have: a perfect one is as clear at the other end, and nowhere else. */
function leastProbability(size: number, count: number): number {
  return 2 / waysToChoose(size, count);
}

/** Fisher–Yates in place: the one array of all random orders. */
function mix(order: Int32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = drawInteger(last + 1, random);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Whether a split with enough values on either side is as clear as required. */
function hasSplit(divergences: Float64Array, leastRuns: number, enough: number): boolean {
  for (let index = leastRuns; index <= divergences.length - leastRuns; index++) {
    if ((divergences[index] ?? 0) >= enough) {
      return true;
    }
  }
  return false;
}

/** Probability of a split as clear in a random order; null as soon as it is known to be too large. */
function probabilityOf(
  divergence: number,
  values: readonly number[],
  search: Search,
): number | null {
  const { random, rules } = search;
  const { leastRuns, permutations, largestPValue } = rules;
  const enough = divergence * (1 - ROUNDING);
  const order = Int32Array.from(values, (_, index) => index);
  const scan = createSplitScan(values);
  let asClear = 1;
  for (let tried = 0; tried < permutations; tried++) {
    mix(order, random);
    asClear += hasSplit(scan(order), leastRuns, enough) ? 1 : 0;
    if (asClear / (permutations + 1) > largestPValue) {
      return null;
    }
  }
  return asClear / (permutations + 1);
}

/** The part that is left when the series splits better at an end, with too few values beyond; null when it does not. */
function withoutEnd(divergences: readonly number[], best: Split, leastRuns: number): Span | null {
  const count = divergences.length;
  const head = clearest(divergences, [1, leastRuns]);
  if (best.index === leastRuns && head.divergence > best.divergence) {
    return [head.index, count];
  }
  const tail = clearest(divergences, [count - leastRuns + 1, count]);
  return best.index === count - leastRuns && tail.divergence > best.divergence
    ? [0, tail.index]
    : null;
}

/**
 * Finds the clearest step inside a part of a series.
 *
 * @param search - series, generator for the random orders and rules
 * @param span - part of the series to look at
 * @returns the step; null when chance explains it or the part is too short
 * @see docs/statistics.md#trend
 */
export function findStep(search: Search, span: Span): TestedSplit | null {
  const [from, to] = span;
  const { leastRuns } = search.rules;
  const values = search.series.slice(from, to);
  if (values.length < 2 * leastRuns) {
    return null;
  }
  const divergences = splitDivergences(values);
  const best = clearest(divergences, [leastRuns, values.length - leastRuns + 1]);
  const rest = withoutEnd(divergences, best, leastRuns);
  if (rest !== null) {
    return findStep(search, [from + rest[0], from + rest[1]]);
  }
  if (leastProbability(best.index, values.length) > search.rules.largestPValue) {
    return null;
  }
  const pValue = probabilityOf(best.divergence, values, search);
  return pValue === null ? null : { index: from + best.index, pValue };
}

/**
 * The shortest series in which any step can be found, however clear.
 *
 * Of a perfect step of k values in n, 2 of the n-over-k ways to place them split as clearly; fewer values leave that above the
 * largest probability allowed.
 *
 * @param rules - what counts as a step
 * @returns number of values; 14 for {@link STEP_RULES}: 2 ÷ (14 over 7) = 2/3432, but 2 ÷ (13 over 6) = 2/1716 > .001
 */
export function shortestSearchable(rules: StepRules): number {
  let count = 2 * rules.leastRuns;
  while (leastProbability(Math.floor(count / 2), count) > rules.largestPValue) {
    count++;
  }
  return count;
}
