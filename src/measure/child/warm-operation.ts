import type { Clock } from "../../model/clock.ts";
import type { Clocks, Elapsed } from "../../suites/clocks.ts";
import type { Operation } from "../../suites/procedure.ts";
import { timeBy } from "./block.ts";

/** Warm-up goes on for this many times its length while calls still change. */
const LONGEST_WARMUP = 5;
/** A warm-up by CPU time may take this many times its length in wall time. */
const LONGEST_STRETCH = 10;
/** A call longer than this needs no repeating to be timed. */
export const LONG_CALL_NS = 50e6;
/** A batch that undercuts the fastest by this share shows that calls still get faster. */
const STILL_FALLING = 0.03;
/** A batch that is dearer than the fastest by this share has a compiler working beside it, or somebody else. */
const STILL_DEARER = 0.15;

/** How an operation is warmed up. */
export interface WarmUp {
  /** Time it takes at least, in ns. */
  readonly warmupNs: number;
  /** The clock that decides about the operation, and so about what is steady. */
  readonly clock: Clock;
  /** How calls are timed. */
  readonly clocks: Clocks;
}

/**
 * Calls until the time is over and calls no longer change, in batches that double, so that the clock is not what is
 * warmed.
 *
 * @param operation - what is called
 * @param plan - time and clock; a call that does not become steady ends the warm-up after five times the time
 * @returns time per call of the last batch
 * @throws whatever the guest throws
 */
export async function warmOperation(
  operation: Operation,
  { warmupNs, clock, clocks }: WarmUp,
): Promise<Elapsed> {
  let batch = 1;
  let spentNs = 0;
  let fastest = Number.POSITIVE_INFINITY;
  for (;;) {
    const elapsed = await callBatch(operation, batch, clocks);
    spentNs += clock === "cpu" ? computeTime(elapsed) : elapsed.wallNs;
    const perCall = { wallNs: elapsed.wallNs / batch, cpuNs: elapsed.cpuNs / batch };
    const now = timeBy(perCall, clock);
    const isSteady = now >= (1 - STILL_FALLING) * fastest && now <= (1 + STILL_DEARER) * fastest;
    const isOver =
      isSteady || elapsed.wallNs > LONG_CALL_NS || spentNs >= LONGEST_WARMUP * warmupNs;
    if (spentNs >= warmupNs && isOver) return perCall;
    // A short batch times its clock; what it cost says nothing yet.
    if (elapsed.wallNs < warmupNs / 4) batch *= 2;
    else fastest = Math.min(fastest, now);
  }
}

async function callBatch(operation: Operation, calls: number, clocks: Clocks): Promise<Elapsed> {
  const start = clocks.start();
  for (let call = 0; call < calls; call += 1) {
    if (operation.kind === "timed") operation.run();
    else await (operation.kind === "awaited" ? operation.begin() : operation.observe());
  }
  return clocks.stop(start);
}

/**
 * What a call computes; one that mostly waits counts as more, so that what is built of it does not take for ever.
 *
 * @param elapsed - by both clocks
 * @returns CPU time, but at least a tenth of the wall time; ns
 */
export function computeTime({ wallNs, cpuNs }: Elapsed): number {
  return Math.max(cpuNs, wallNs / LONGEST_STRETCH);
}
