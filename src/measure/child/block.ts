import type { Clock } from "../../model/clock.ts";
import { type Elapsed, LEAST_CPU_NS, startClocks, stopClocks } from "../../suites/clocks.ts";
import type { AwaitedOperation } from "../../suites/procedure.ts";
import type { Arm } from "./copies.ts";

/** One block of an operation. */
export interface TimedBlock {
  /** Time per guest operation by either clock, in ns. */
  readonly perOperation: Elapsed;
  /** The whole block. */
  readonly elapsed: Elapsed;
}

/** A block may be taken this often for its CPU time to be told. */
const MOST_TRIES = 4;

/**
 * Times one block of an operation.
 *
 * A system may credit a process with its CPU time later than it ran: a block that has got none is taken again, whatever
 * its wall time was. One that gets none time after time does nothing but wait, and stands as it is.
 *
 * @param arm - operation with its sampler
 * @param iterations - calls in the block; observed operations are averaged over as many observations
 * @param clock - the clock that decides about the block
 * @returns time per guest operation, and of the whole block
 * @throws Error when an observation is not finite, or below zero
 */
export function takeBlock(arm: Arm, iterations: number, clock: Clock): Promise<TimedBlock> {
  return takeTold(() => takeOnce(arm, iterations), clock);
}

/**
 * Takes a block again while it has got no CPU time.
 *
 * @param take - takes it once
 * @param clock - the clock that decides about it
 * @returns the first block with CPU time, or the last of four
 * @throws whatever taking it throws
 */
export async function takeTold(
  take: () => TimedBlock | Promise<TimedBlock>,
  clock: Clock,
): Promise<TimedBlock> {
  let block = await take();
  for (let tries = 1; clock === "cpu" && tries < MOST_TRIES && isUntold(block); tries += 1)
    block = await take();
  return block;
}

/**
 * Whether the clock that decides says nothing of a block: it did not move, or, by CPU time, the system has not credited
 * what was used.
 *
 * @param block - a block
 * @param clock - the clock that decides about it
 * @param isComputing - whether it surely computed: what only waits may use next to no CPU time
 * @returns true where its time is none
 */
export function isTimeless(block: TimedBlock, clock: Clock, isComputing: boolean): boolean {
  if (!(timeBy(block.perOperation, clock) > 0)) return true;
  return isComputing && clock === "cpu" && isUntold(block);
}

function isUntold({ elapsed, perOperation }: TimedBlock): boolean {
  return elapsed.cpuNs <= LEAST_CPU_NS || !(perOperation.cpuNs > 0);
}

async function takeOnce({ operation, sampler }: Arm, iterations: number): Promise<TimedBlock> {
  if (operation.kind === "timed" && sampler !== null) {
    const { elapsed, calls } = sampler(iterations);
    return { perOperation: divide(elapsed, calls * operation.operations), elapsed };
  }
  if (operation.kind === "awaited") return takeAwaited(operation, iterations);
  if (operation.kind !== "observed") throw new Error("a timed operation has no sampler");
  let wallNs = 0;
  let cpuNs = 0;
  for (let i = 0; i < iterations; i += 1) {
    const observed = await operation.observe();
    // Zero is what a coarse clock gives: such a block is left out, and nobody is blamed.
    if (!Number.isFinite(observed.wallNs) || observed.wallNs < 0)
      throw new Error(`an observation is no time: ${observed.wallNs}`);
    wallNs += observed.wallNs;
    cpuNs += observed.cpuNs;
  }
  const elapsed = { wallNs, cpuNs: Math.max(cpuNs, LEAST_CPU_NS) };
  return { perOperation: divide(elapsed, iterations * operation.operations), elapsed };
}

/** A loop of its own: the clocks are read around it, and every call is awaited before the next. */
async function takeAwaited(
  { begin, operations }: AwaitedOperation,
  iterations: number,
): Promise<TimedBlock> {
  const start = startClocks();
  for (let call = 0; call < iterations; call += 1) await begin();
  const { wallNs, cpuNs } = stopClocks(start);
  const elapsed = { wallNs, cpuNs: Math.max(cpuNs, LEAST_CPU_NS) };
  return { perOperation: divide(elapsed, iterations * operations), elapsed };
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
