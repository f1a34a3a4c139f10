import { isMove } from "../gate/exact.ts";
import type { Count, CountRequest } from "../model/count.ts";
import type { FunctionDifference } from "../model/function-difference.ts";
import { metricOf } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Sides } from "../model/sides.ts";
import type { BenchmarkJudgement, Judgement } from "../model/verdict.ts";

/** Calls compared by function, by benchmark id: the difference, or why there is none. */
export type FunctionDifferences = ReadonlyMap<
  string,
  FunctionDifference | { readonly why: string }
>;

/** Code of the warning about a call that moved and could not be counted by function. */
const NOT_COUNTED = "functions-not-counted";

/**
 * Calls whose fuel or time moved and whose both sides have been counted: what they consume by function explains it.
 *
 * @param benchmarks - results without functions
 * @param judgement - how they are judged
 * @param counts - what was counted of them
 * @returns the requests of both sides; none for a benchmark that did not move, or whose fuel is no number on some side
 */
export function movedCalls(
  benchmarks: readonly BenchmarkResult[],
  judgement: Judgement,
  counts: ReadonlyMap<CountRequest, Count>,
): Sides<CountRequest>[] {
  const judged = new Map(judgement.benchmarks.map((one) => [one.id, one]));
  const requests = [...counts.keys()];
  return benchmarks.flatMap((result): Sides<CountRequest>[] => {
    const { id } = result.benchmark;
    const of = (side: CountRequest["side"]): CountRequest | undefined =>
      requests.find((request) => request.id === id && request.side === side);
    const [baseline, candidate] = [of("baseline"), of("candidate")];
    const isKnown = baseline !== undefined && candidate !== undefined;
    return isKnown && hasMoved(result, judged.get(id)) ? [{ baseline, candidate }] : [];
  });
}

/** Time alone moves without fuel too: that no function consumed more is then what is to be known. */
function hasMoved({ exact }: BenchmarkResult, judged: BenchmarkJudgement | undefined): boolean {
  const fuel = exact.find(({ metric }) => metric === "fuel");
  if (fuel === undefined || fuel.note !== null) return false;
  if (fuel.baseline === null || fuel.candidate === null) return false;
  const noisy = judged?.metrics.filter(({ metric }) => metricOf(metric).assumption === "noisy");
  return fuel.baseline !== fuel.candidate || (noisy ?? []).some(({ verdict }) => isMove(verdict));
}

/**
 * Adds to results what their functions consume.
 *
 * @param benchmarks - results
 * @param differences - calls compared by function
 * @returns the results; one that moved and could not be counted by function says so in a warning
 */
export function withFunctions(
  benchmarks: readonly BenchmarkResult[],
  differences: FunctionDifferences,
): BenchmarkResult[] {
  return benchmarks.map((result) => {
    const difference = differences.get(result.benchmark.id);
    if (difference === undefined) return result;
    if (!("why" in difference)) return { ...result, functions: difference };
    const message = `which functions consume more or less is not known: ${difference.why}`;
    return { ...result, warnings: [...result.warnings, { code: NOT_COUNTED, message }] };
  });
}
