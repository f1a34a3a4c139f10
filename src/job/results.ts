import type { BenchmarkResult } from "../model/result.ts";
import { type ExactValue, NOT_REACHED, type Visit, type Warning } from "../model/sample.ts";
import type { Slopes } from "../model/slope.ts";
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
  /** What calling again and again showed, by benchmark id. */
  readonly slopes?: ReadonlyMap<string, Slopes>;
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
  return parts.planned.map((planned) => {
    const { benchmark, definition, pairing, reason, pair } = planned;
    const own = visits.get(benchmark.id) ?? [];
    const exact = parts.exact.get(benchmark.id) ?? [];
    const slopes = parts.slopes?.get(benchmark.id);
    const wasCut = pairing === "identical" && pair !== null && own.length === 0;
    return {
      benchmark,
      definition,
      pairing,
      pairingReason: reason,
      ...changeOf(planned),
      visits: [...own].sort((a, b) => a.process - b.process),
      exact: [...exact, ...observedExact(own, exact)],
      ...(slopes === undefined ? {} : { slopes }),
      warnings: wasCut ? [CUT] : [],
      // What was learned of another definition says nothing about this one.
      noise: isKnown(planned) ? (parts.baseline?.noise[benchmark.id] ?? null) : null,
    };
  });
}

function isKnown({ definitionChange }: Planned): boolean {
  return definitionChange === undefined;
}

/** What a reader must know of a benchmark that meets its baseline in another way than by name and definition. */
function changeOf(
  planned: Planned,
): Pick<BenchmarkResult, "definitionChange" | "baseComponent" | "obstacle"> {
  const { definitionChange, obstacle, baseComponent, benchmark } = planned;
  const isRenamed = baseComponent !== undefined && baseComponent !== benchmark.component;
  return {
    ...(definitionChange === undefined ? {} : { definitionChange }),
    ...(isRenamed ? { baseComponent } : {}),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}
