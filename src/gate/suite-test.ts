import { SUITES } from "../model/benchmark.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { SuiteJudgement } from "../model/verdict.ts";
import { hodgesLehmann } from "../stats/hodges-lehmann.ts";
import { locate, marginOf, NO_PRIOR } from "../stats/location.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChange } from "../wording/percent.ts";
import { changeOf } from "./estimate.ts";
import { ratiosOf } from "./log-ratios.ts";

/** Fewer benchmarks cannot show that something slowed all of them. */
const BENCHMARKS_MIN = 5;
/** One-sided level: a warning is raised on 1 % of unchanged suites at most. */
const SUITE_LEVEL = 0.99;
/** A bias of the machine common to a whole job is not taken to be smaller (log units). */
const TAU = 0.0025;

/** Location of each benchmark on the screen, which measured all of them alike. */
function screenedLocations(results: readonly BenchmarkResult[]): number[] {
  return results
    .map((result) => ratiosOf(result, "time").filter(({ stage }) => stage === "screen"))
    .filter((ratios) => ratios.length > 0)
    .map((ratios) => hodgesLehmann(ratios.map(({ value }) => value)));
}

function judgeSuite(
  suite: string,
  locations: readonly number[],
  confidenceLevel: number,
): SuiteJudgement {
  const benchmarks = locations.length;
  if (benchmarks < BENCHMARKS_MIN) {
    const because = `${formatQuantity(benchmarks, "compared benchmark")}, ${BENCHMARKS_MIN} needed`;
    return { suite, benchmarks, change: null, suspicious: false, because };
  }
  const location = locate(locations, { ...NO_PRIOR, tau: TAU });
  const change = changeOf(location, confidenceLevel);
  const suspicious = location.center - marginOf(location, SUITE_LEVEL) > 0;
  const center = formatChange(change?.center ?? 0);
  const because = suspicious
    ? `all ${benchmarks} benchmarks together moved by ${center}: something slowed the whole suite`
    : `${center} over ${benchmarks} benchmarks: no common slowdown shown`;
  return { suite, benchmarks, change, suspicious, because };
}

/**
 * Tests every suite for a small slowdown common to its benchmarks, which no single one could show.
 *
 * @param results - benchmarks with their data; only times of the screen count
 * @param confidenceLevel - level of the interval that is shown
 * @returns one judgement for each suite with a compared benchmark; it can warn, never fail
 * @see docs/statistics.md#the-suite-level-test
 */
export function judgeSuites(
  results: readonly BenchmarkResult[],
  confidenceLevel: number,
): SuiteJudgement[] {
  return SUITES.flatMap((suite) => {
    const locations = screenedLocations(
      results.filter(({ benchmark }) => benchmark.suite === suite),
    );
    return locations.length === 0 ? [] : [judgeSuite(suite, locations, confidenceLevel)];
  });
}
