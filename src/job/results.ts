import type { ComponentFacts } from "../model/component.ts";
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
  return parts.planned.map((planned) => {
    const { benchmark, definition, pairing, reason, pair } = planned;
    const own = visits.get(benchmark.id) ?? [];
    const exact = parts.exact.get(benchmark.id) ?? [];
    const wasCut = pairing === "identical" && pair !== null && own.length === 0;
    return {
      benchmark,
      definition,
      pairing,
      pairingReason: reason,
      ...changeOf(planned),
      visits: [...own].sort((a, b) => a.process - b.process),
      exact: [...exact, ...observedExact(own, exact)],
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

/**
 * The size of the module as an exact metric, at one benchmark of every component: one change is told once.
 *
 * @param planned - benchmarks of the run
 * @param candidate - facts of the candidate's components
 * @param baseline - facts of the baseline's components
 * @returns exact values by benchmark id
 */
export function sizeValues(
  planned: readonly Planned[],
  candidate: readonly ComponentFacts[],
  baseline: readonly ComponentFacts[],
): Map<string, ExactValue[]> {
  const values = new Map<string, ExactValue[]>();
  for (const facts of candidate) {
    const own = planned.filter(({ benchmark }) => benchmark.component === facts.name);
    const first = own.toSorted((left, right) => rank(left) - rank(right))[0];
    if (first === undefined || first.pairing === "missing" || facts.sizeBytes === 0) continue;
    const base = baseline.find(({ name }) => name === (first.baseComponent ?? facts.name)) ?? null;
    values.set(first.benchmark.id, [
      {
        metric: "size_raw",
        baseline: base?.sizeBytes ?? null,
        candidate: facts.sizeBytes,
        note: null,
      },
    ]);
  }
  return values;
}

/** The benchmark that carries the size is one that is compared, where there is one: only there is it gated. */
function rank({ pairing, benchmark }: Planned): number {
  if (pairing === "missing") return 4;
  if (benchmark.unsupported !== null) return 3;
  if (pairing === "paired" || pairing === "alternated") return 0;
  return pairing === "identical" ? 1 : 2;
}
