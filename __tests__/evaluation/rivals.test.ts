import jstat from "jstat";
import { describe, expect, test } from "vitest";
import { clopperPearson } from "../../evaluation/clopper-pearson.ts";
import {
  benchmarkJsScore,
  countExceeding,
  criterionScore,
  mannWhitneyScore,
  welchScore,
} from "../../evaluation/rivals.ts";
import { Benchmark } from "../../src/measure/child/benchmark-js.ts";
import { createRandom } from "../../src/stats/random.ts";

/** Times of some 100 ns with a common factor; every tenth value is repeated, so that there are ties. */
function times(seed: string, count: number, factor = 1): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at) =>
    at % 10 === 0 ? 100 * factor : factor * (95 + 10 * random()),
  );
}

/** What Benchmark.js itself says: 1 when the first is faster, −1 when it is slower, 0 when it cannot tell. */
function compareByBenchmarkJs(left: readonly number[], right: readonly number[]): number {
  const [first, second] = [left, right].map((sample) => {
    const benchmark = new Benchmark("", () => {});
    benchmark.stats.sample = [...sample];
    return benchmark;
  });
  return first === undefined || second === undefined ? Number.NaN : first.compare(second);
}

describe("the rules that others judge by", () => {
  test.each([1, 1.005, 1.01, 1.03, 0.97, 0.995])(
    "Benchmark.js compares blocks slowed by %f as its own compare does",
    (factor) => {
      for (const seed of ["a", "b", "c", "d", "e", "f"]) {
        const candidate = times(`c${seed}`, 120, factor);
        const baseline = times(`b${seed}`, 110);
        const score = benchmarkJsScore(candidate, baseline);
        const word = Math.abs(score) > 1.96 ? Math.sign(score) : 0;
        // Benchmark.js says 1 of the faster one.
        expect(word + compareByBenchmarkJs(candidate, baseline)).toBe(0);
      }
    },
  );

  test("ties count half", () => {
    expect(countExceeding([1, 2, 3], [2])).toBe(1.5);
    expect(countExceeding([2, 2], [2, 2, 1])).toBe(4);
  });

  test("Welch agrees with the t distribution of another library", () => {
    // Means 3 and 6, variances 1 and 4 over 3 values each: t = −3 ÷ √(5/3), df = (5/3)² ÷ (1/18 + 16/18).
    const score = welchScore([2, 3, 4], [4, 6, 8]);
    const df = (5 / 3) ** 2 / (1 / 18 + 16 / 18);
    const p = 2 * jstat.studentt.cdf(-3 / Math.sqrt(5 / 3), df);
    expect(score).toBeCloseTo(-(1 - p), 9);
  });

  test("Mann–Whitney of 4 against 4 that do not overlap has p = 2/70", () => {
    expect(mannWhitneyScore([5, 6, 7, 8], [1, 2, 3, 4])).toBeCloseTo(1 - 2 / 70, 12);
    expect(mannWhitneyScore([1, 2, 3, 4], [5, 6, 7, 8])).toBeCloseTo(-(1 - 2 / 70), 12);
    expect(mannWhitneyScore([1, 4], [2, 3])).toBe(0);
  });

  test("Criterion sees 10 % and nothing in equal samples, and repeats itself", () => {
    const baseline = times("base", 100);
    const slower = criterionScore(times("cand", 100, 1.1), baseline);
    expect(slower).toBeGreaterThan(0.08);
    expect(slower).toBeLessThan(0.1);
    expect(criterionScore(times("cand", 100, 1.1), baseline)).toBe(slower);
    expect(criterionScore(baseline, baseline)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("the interval of Clopper and Pearson", () => {
  // 1 − 0.025^(1/40) = 8.81 %; published for 3 of 40: 1.57 to 20.39 %.
  test.each([
    [0, 40, 0, 0.0881],
    [40, 40, 0.9119, 1],
    [3, 40, 0.0157, 0.2039],
  ])("of %i in %i is %f to %f", (hits, jobs, low, high) => {
    const interval = clopperPearson(hits, jobs);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });
});
