import type { SuiteName } from "../model/benchmark.ts";
import type { ComponentEntry, ExecutionEntry } from "../model/config.ts";

/**
 * A module named on the command line, as a configuration would name it.
 *
 * @param name - name of the component
 * @param suites - suites it takes part in
 * @param execution - calls to measure
 * @returns the entry: no imports, no trap, no glue; its path is left to the caller
 */
export function plainEntry(
  name: string,
  suites: readonly SuiteName[],
  execution: readonly ExecutionEntry[],
): ComponentEntry {
  return {
    name,
    path: "",
    host: "none",
    suites,
    execution,
    trap: null,
    wasm: null,
    init: null,
    files: [],
    limits: { fuel: null },
  };
}
