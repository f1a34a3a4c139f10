import type { BenchmarkResult } from "../model/result.ts";
import { type ExactValue, NOT_REACHED, type Visit, type Warning } from "../model/sample.ts";
import type { BaselineSide } from "./baseline-side.ts";
import { observedExact } from "./observed-exact.ts";
import type { Planned } from "./plan.ts";

/** Said of unchanged code: its targets are open, where they would rest otherwise. */
const CUT: Warning = {
  code: NOT_REACHED,
  message: "it was to be measured for its own numbers and was not",
};

/** What results are made of besides the visits. */
export interface ResultParts {
  readonly planned: readonly Planned[];
  readonly baseline: BaselineSide | null;
  readonly exact: ReadonlyMap<string, readonly ExactValue[]>;
}

/**
 * Joins plan, visits and exact values to one result per benchmark.
 *
 * @param parts - plan, baseline side and exact values by benchmark id
 * @param visits - visits by benchmark id
 * @returns results in the order of the plan, visits in the order of their processes
 */
export function resultsOf(
  parts: ResultParts,
  visits: ReadonlyMap<string, readonly Visit[]>,
): BenchmarkResult[] {
  return parts.planned.map(({ benchmark, definition, pairing, reason, pair }) => {
    const own = visits.get(benchmark.id) ?? [];
    const exact = parts.exact.get(benchmark.id) ?? [];
    const wasCut = pairing === "identical" && pair !== null && own.length === 0;
    return {
      benchmark,
      definition,
      pairing,
      pairingReason: reason,
      visits: [...own].sort((a, b) => a.process - b.process),
      exact: [...exact, ...observedExact(own, exact)],
      warnings: wasCut ? [CUT] : [],
      noise: parts.baseline?.noise[benchmark.id] ?? null,
    };
  });
}
