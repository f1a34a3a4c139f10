import { openAfterHalf } from "../src/gate/planner.ts";
import type { BenchmarkResult, ResultDocument } from "../src/model/result.ts";

/** Fresh processes of half a confirmation, and of a whole one. */
const HALF = 4;
const WHOLE = 8;

/**
 * What a look at half a confirmation makes of the benchmarks that were recorded with a whole one.
 *
 * @param result - a recorded job
 * @returns by id, whether the first 4 of its fresh processes clear it; benchmarks with fewer than 8 are left out
 */
export function clearedByHalf({
  benchmarks,
  policy,
}: Pick<ResultDocument, "benchmarks" | "policy">): ReadonlyMap<string, boolean> {
  const open = new Set(openAfterHalf(benchmarks.map(firstHalf), policy));
  return new Map(
    benchmarks
      .filter((one) => freshOf(one).length >= WHOLE)
      .map(({ benchmark: { id } }) => [id, !open.has(id)] as const),
  );
}

function freshOf({ visits }: BenchmarkResult): number[] {
  return [
    ...new Set(visits.filter(({ stage }) => stage === "confirm").map(({ process }) => process)),
  ];
}

function firstHalf(result: BenchmarkResult): BenchmarkResult {
  const kept = new Set(freshOf(result).slice(0, HALF));
  const visits = result.visits.filter(
    ({ stage, process }) => stage === "screen" || (stage === "confirm" && kept.has(process)),
  );
  return { ...result, visits };
}
