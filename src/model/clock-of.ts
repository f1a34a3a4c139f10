import type { Procedure, ProcedureKind } from "./benchmark.ts";
import type { Clock } from "./clock.ts";

/** `cpu` for what computes; `wall` where waiting or the engine's threads are the point, and where nothing is timed. */
const CLOCK_OF_KIND: Readonly<Record<ProcedureKind, Clock>> = {
  cold_start: "wall",
  warm_start: "cpu",
  load: "cpu",
  call: "cpu",
  workload: "cpu",
  native_call: "cpu",
  async_call: "wall",
  footprint: "wall",
  scaling: "wall",
  sequence: "cpu",
  grow: "wall",
  guarded_call: "cpu",
  categorize: "cpu",
  cleanup: "cpu",
  recover: "cpu",
  exhaust_fuel: "cpu",
  size: "wall",
  unknown: "wall",
};

/**
 * The clock that decides about the times of a benchmark, on a machine that has it.
 *
 * @param procedure - what the benchmark does
 * @returns the clock its call is configured with, or that of its kind
 * @see docs/adr/0024-cpu-time-as-the-clock-of-compute.md
 */
export function clockOf(procedure: Procedure): Clock {
  const isChosen = procedure.kind === "call" || procedure.kind === "workload";
  if (isChosen && procedure.clock !== undefined) return procedure.clock;
  return CLOCK_OF_KIND[procedure.kind];
}
