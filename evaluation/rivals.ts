import { mean, median, quantile, variance } from "../src/stats/descriptive.ts";
import { normalQuantile } from "../src/stats/normal.ts";
import { createRandom, drawInteger, type Random } from "../src/stats/random.ts";
import { studentCdf } from "../src/stats/student.ts";
import type { Samples } from "./samples.ts";

/** A rule that others judge by. */
export interface Rival {
  readonly name: string;
  /** How much the candidate looks slower, in the unit of the limits; the rule calls a regression above a limit. */
  readonly scoreOf: (samples: Samples) => number;
  /** Limits that are in use, with their names. */
  readonly limits: readonly { readonly name: string; readonly limit: number }[];
}

/** Two-sided 5 %. */
const SIGNIFICANT = 0.95;
/** A change below it is noise to Criterion. */
const CRITERION_NOISE = 0.02;
const RESAMPLES = 500;

/**
 * How often a value of one sample exceeds one of the other: the statistic of Mann and Whitney, ties counted half.
 *
 * @param left - first sample
 * @param right - second sample
 * @returns U of the first sample, from 0 to the product of the sizes
 */
export function countExceeding(left: readonly number[], right: readonly number[]): number {
  const sorted = Float64Array.from(right).sort();
  const below = (value: number, isOrEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] ?? 0;
      if (at < value || (isOrEqual && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return left.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
}

/**
 * The z statistic by which Benchmark.js compares two samples of more than 30 values together; it ignores ties.
 *
 * @param candidate - times of the candidate
 * @param baseline - times of the baseline
 * @returns positive when the candidate is slower; Benchmark.js calls it so above 1.96
 */
export function benchmarkJsScore(
  candidate: readonly number[],
  baseline: readonly number[],
): number {
  const [left, right] = [candidate.length, baseline.length];
  const middle = (left * right) / 2;
  return (
    (countExceeding(candidate, baseline) - middle) / Math.sqrt((middle * (left + right + 1)) / 6)
  );
}

/** Welch's t of two samples. */
function welchT(left: readonly number[], right: readonly number[]): { t: number; df: number } {
  const parts = [left, right].map((values) => variance(values) / values.length);
  const [first = 0, second = 0] = parts;
  const error = Math.sqrt(first + second);
  const df =
    (first + second) ** 2 / (first ** 2 / (left.length - 1) + second ** 2 / (right.length - 1));
  return { t: error === 0 ? 0 : (mean(left) - mean(right)) / error, df };
}

/**
 * How sure Welch's test is that the candidate is slower.
 *
 * @param candidate - one value a process, at least 2
 * @param baseline - one value a process, at least 2
 * @returns 1 − p of the two-sided test, with the sign of the change; 0 where it says nothing
 */
export function welchScore(candidate: readonly number[], baseline: readonly number[]): number {
  const { t, df } = welchT(candidate, baseline);
  return Number.isFinite(df) && df >= 1 ? 2 * studentCdf(t, df) - 1 : 0;
}

/** In how many ways the ranks of the smaller sample can be drawn so that U is each number. */
function waysOfU(left: number, right: number): number[] {
  const ways = new Map<string, number[]>();
  const count = (one: number, two: number): number[] => {
    const key = `${one} ${two}`;
    const known = ways.get(key);
    if (known !== undefined) return known;
    const result = new Array<number>(one * two + 1).fill(0);
    if (one === 0 || two === 0) result[0] = 1;
    else {
      count(one - 1, two).forEach((value, u) => {
        result[u + two] = (result[u + two] ?? 0) + value;
      });
      count(one, two - 1).forEach((value, u) => {
        result[u] = (result[u] ?? 0) + value;
      });
    }
    ways.set(key, result);
    return result;
  };
  return count(left, right);
}

/**
 * How sure the exact test of Mann and Whitney is that the candidate is slower.
 *
 * @param candidate - one value a process
 * @param baseline - one value a process
 * @returns 1 − p of the two-sided test, with the sign of the change
 */
export function mannWhitneyScore(
  candidate: readonly number[],
  baseline: readonly number[],
): number {
  const ways = waysOfU(candidate.length, baseline.length);
  const total = ways.reduce((sum, value) => sum + value, 0);
  const u = countExceeding(candidate, baseline);
  const most = candidate.length * baseline.length;
  const extreme = Math.floor(Math.min(u, most - u) + 0.5);
  const tail = ways.slice(0, extreme + 1).reduce((sum, value) => sum + value, 0) / total;
  return Math.sign(u - most / 2) * (1 - Math.min(1, 2 * tail));
}

/** What a t statistic needs of a sample. */
interface Moments {
  readonly mean: number;
  /** Variance of the mean. */
  readonly error: number;
}

/** Moments of a sample drawn with replacement, without keeping it. */
function resample(values: Float64Array, count: number, random: Random): Moments {
  const origin = values[0] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let drawn = 0; drawn < count; drawn++) {
    const value = (values[drawInteger(values.length, random)] ?? 0) - origin;
    sum += value;
    squares += value * value;
  }
  const center = sum / count;
  return {
    mean: origin + center,
    error: (squares - sum * center) / (count - 1) / count,
  };
}

/**
 * Criterion's rule: a bootstrapped t-test must call the samples different, and the bootstrapped interval of the relative change
 * of the means must lie above the noise threshold.
 *
 * @param candidate - times of the candidate
 * @param baseline - times of the baseline
 * @returns lower end of the interval; negative infinity when the test calls nothing. Seeded: the same samples give the same
 */
export function criterionScore(candidate: readonly number[], baseline: readonly number[]): number {
  const random = createRandom("criterion");
  const seen = Math.abs(welchT(candidate, baseline).t);
  const [slower, usual] = [Float64Array.from(candidate), Float64Array.from(baseline)];
  const pool = Float64Array.from([...candidate, ...baseline]);
  let beyond = 0;
  const changes: number[] = [];
  for (let count = 0; count < RESAMPLES; count++) {
    const left = resample(pool, slower.length, random);
    const right = resample(pool, usual.length, random);
    const t = (left.mean - right.mean) / Math.sqrt(left.error + right.error);
    if (Math.abs(t) >= seen) beyond += 1;
    const above = resample(slower, slower.length, random).mean;
    changes.push(above / resample(usual, usual.length, random).mean - 1);
  }
  const isDifferent = beyond / RESAMPLES < 1 - SIGNIFICANT;
  return isDifferent ? quantile(changes, (1 - SIGNIFICANT) / 2) : Number.NEGATIVE_INFINITY;
}

const RATIOS = [105, 110, 150, 200].map((percent) => ({
  name: `over ${percent} %`,
  limit: percent / 100 - 1,
}));

/** The rules that others judge by, and where they put their limits. */
export const RIVALS: readonly Rival[] = [
  {
    name: "ratio of means",
    scoreOf: ({ blocks }: Samples): number => mean(blocks.candidate) / mean(blocks.baseline) - 1,
    limits: RATIOS,
  },
  {
    name: "ratio of medians",
    scoreOf: ({ blocks }: Samples): number =>
      median(blocks.candidate) / median(blocks.baseline) - 1,
    limits: RATIOS.slice(0, 2),
  },
  {
    name: "Benchmark.js compare",
    scoreOf: ({ blocks }: Samples): number => benchmarkJsScore(blocks.candidate, blocks.baseline),
    limits: [{ name: "slower", limit: normalQuantile((1 + SIGNIFICANT) / 2) }],
  },
  {
    name: "Criterion",
    scoreOf: ({ blocks }: Samples): number => criterionScore(blocks.candidate, blocks.baseline),
    limits: [{ name: "noise threshold 2 %", limit: CRITERION_NOISE }],
  },
  {
    name: "Welch, all blocks",
    scoreOf: ({ blocks }: Samples): number => welchT(blocks.candidate, blocks.baseline).t,
    limits: [{ name: "p < .05", limit: normalQuantile((1 + SIGNIFICANT) / 2) }],
  },
  {
    name: "Welch, process means",
    scoreOf: ({ means }: Samples): number => welchScore(means.candidate, means.baseline),
    limits: [{ name: "p < .05", limit: SIGNIFICANT }],
  },
  {
    name: "Mann–Whitney, process medians",
    scoreOf: ({ medians }: Samples): number =>
      mannWhitneyScore(medians.candidate, medians.baseline),
    limits: [{ name: "p < .05", limit: SIGNIFICANT }],
  },
];
