import type { ProcedureKind } from "../model/benchmark.ts";

/**
 * What to do about a benchmark that waits for something and is timed by CPU time.
 *
 * @param kind - what the benchmark does
 * @returns the end of a sentence; empty where its clock cannot be chosen
 */
export function waitingRemedy(kind: ProcedureKind): string {
  if (kind === "workload")
    return '; to gate what it waits for, write it as { run, clock: "wall" } in the workload';
  return kind === "call"
    ? "; to gate what it waits for, name `clock: wall` at its entry under `execution`"
    : "";
}
