import type { Benchmark, Procedure, SuiteName } from "../../model/benchmark.ts";

/**
 * Makes a benchmark on a shipped component; its suite is the first part of its id.
 *
 * @param id - `suite/group/case`
 * @param component - name of the component; empty for a benchmark without one
 * @param procedure - what is done
 * @returns the benchmark, gated on resident memory for footprint and scaling and on time otherwise
 */
export function defineReference(id: string, component: string, procedure: Procedure): Benchmark {
  const suite = id.slice(0, id.indexOf("/")) as SuiteName;
  const primary =
    procedure.kind === "footprint" || procedure.kind === "scaling" ? "resident_bytes" : "time";
  return { id, suite, component, procedure, primary, unsupported: null };
}
