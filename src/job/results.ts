import type { ComponentFacts } from "../model/component.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { ExactValue, Visit } from "../model/sample.ts";
import type { BaselineSide } from "./baseline-side.ts";
import type { Planned } from "./plan.ts";

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
  return parts.planned.map(({ benchmark, definition, pairing, reason }) => ({
    benchmark,
    definition,
    pairing,
    pairingReason: reason,
    visits: [...(visits.get(benchmark.id) ?? [])].sort((a, b) => a.process - b.process),
    exact: parts.exact.get(benchmark.id) ?? [],
    warnings: [],
    noise: parts.baseline?.noise[benchmark.id] ?? null,
  }));
}

/**
 * The size of the module as an exact metric, at the first benchmark of every component: one change is told once.
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
    const first = planned.find(
      ({ benchmark, pairing }) => benchmark.component === facts.name && pairing !== "missing",
    );
    if (first === undefined || facts.sizeBytes === 0) continue;
    const base = baseline.find(({ name }) => name === facts.name) ?? null;
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
