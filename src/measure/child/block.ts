import type { Clock } from "../../model/clock.ts";
import { type Elapsed, LEAST_CPU_NS } from "../../suites/clocks.ts";
import type { Arm } from "./copies.ts";

/** One block of an operation. */
export interface TimedBlock {
  /** Time per guest operation by either clock, in ns. */
  readonly perOperation: Elapsed;
  /** The whole block. */
  readonly elapsed: Elapsed;
}

/**
 * Times one block of an operation.
 *
 * @param arm - operation with its sampler
 * @param iterations - calls in the block; observed operations are averaged over as many observations
 * @returns time per guest operation, and of the whole block
 * @throws Error when an observation is not a finite positive time
 */
export async function takeBlock(arm: Arm, iterations: number): Promise<TimedBlock> {
  const { operation, sampler } = arm;
  if (operation.kind === "timed" && sampler !== null) {
    const { elapsed, calls } = sampler(iterations);
    return { perOperation: divide(elapsed, calls * operation.operations), elapsed };
  }
  if (operation.kind !== "observed") throw new Error("a timed operation has no sampler");
  let wallNs = 0;
  let cpuNs = 0;
  for (let i = 0; i < iterations; i += 1) {
    const observed = await operation.observe();
    if (!Number.isFinite(observed.wallNs) || observed.wallNs <= 0)
      throw new Error(`an observation is not a positive time: ${observed.wallNs}`);
    wallNs += observed.wallNs;
    cpuNs += observed.cpuNs;
  }
  const elapsed = { wallNs, cpuNs: Math.max(cpuNs, LEAST_CPU_NS) };
  return { perOperation: divide(elapsed, iterations * operation.operations), elapsed };
}

/**
 * Picks a time by its clock.
 *
 * @param elapsed - a time by both clocks
 * @param clock - the one asked for
 * @returns nanoseconds
 */
export function timeBy(elapsed: Elapsed, clock: Clock): number {
  return clock === "cpu" ? elapsed.cpuNs : elapsed.wallNs;
}

function divide({ wallNs, cpuNs }: Elapsed, by: number): Elapsed {
  return { wallNs: wallNs / by, cpuNs: cpuNs / by };
}
