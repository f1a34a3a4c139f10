import type { Benchmark, ProcedureKind } from "../model/benchmark.ts";
import type { CopyFacts, LoadRecord } from "../model/load-record.ts";

/** What needs further copies of glue. */
const COPYING: ReadonlySet<ProcedureKind> = new Set<ProcedureKind>([
  "warm_start",
  "load",
  "footprint",
  "scaling",
  "sequence",
  "grow",
  "recover",
  "exhaust_fuel",
]);

/**
 * Tells which benchmarks of glue its copies cannot give.
 *
 * @param benchmarks - benchmarks of any components
 * @param records - what loading was seen to need, by the name of the component
 * @returns the benchmarks in the same order, with the reason in `unsupported` where there is one
 */
export function tellUnsupported(
  benchmarks: readonly Benchmark[],
  records: ReadonlyMap<string, LoadRecord>,
): Benchmark[] {
  return benchmarks.map((benchmark) => {
    const copies = records.get(benchmark.component)?.copies;
    if (copies === undefined || benchmark.unsupported !== null) return benchmark;
    return { ...benchmark, unsupported: obstacle(benchmark.procedure.kind, copies) };
  });
}

function obstacle(kind: ProcedureKind, { fault, isLate, growth }: CopyFacts): string | null {
  if (!COPYING.has(kind)) return null;
  if (fault !== null) return fault;
  if (kind === "grow") return growth;
  return kind === "footprint" && isLate
    ? "this glue makes its instance in its first call, and a footprint is one without calls"
    : null;
}
