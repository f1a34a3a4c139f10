import type { MetricName } from "../model/metric.ts";
import { createBatches, fastestOf } from "./batches.ts";
import { type Elapsed, startClocks, stopClocks } from "./clocks.ts";
import type { CopyRequest, Operation } from "./procedure.ts";
import { createTrampoline } from "./trampoline.ts";

/** What must be let go by hand on a native engine: a guest, or compiled code. */
export interface Droppable {
  readonly drop?: () => void;
}

/** Takes what is not needed any more, to let it go when no clock runs. */
export type Leave = (one: Droppable) => void;

/** Work after which something is left behind. */
export interface LeavingWork {
  readonly metric: MetricName;
  readonly run: (leave: Leave) => unknown;
  /** Guest operations inside one run. */
  readonly operations: number;
  /** The copy that does it: on a native engine, what is left must be let go by hand. */
  readonly copy: Pick<CopyRequest, "payload" | "nonce" | "batches">;
}

/** Runs at once by the time of one: what is left behind by them all is let go afterwards. */
const BATCHES: readonly (readonly [belowNs: number, runs: number])[] = [
  [100e3, 32],
  [1e6, 8],
];
/** A run this long is made alone, however cold it was. */
const LONG_RUN_NS = 10e6;

/**
 * An operation that leaves guests behind. V8 collects them some time later. A native engine is told to let them go, and
 * that is no part of the operation: a batch of runs is timed as a whole, by both clocks, and then cleaned up. How many
 * runs are made at once is found by the first observations of both sides, which belong to the warm-up.
 *
 * @param work - what is timed
 * @returns the operation
 */
export function leavingOperation({ metric, run, operations, copy }: LeavingWork): Operation {
  const { payload, nonce, batches = createBatches() } = copy;
  if (payload.engine === undefined) {
    const work = (): unknown => run(() => {});
    const timed = createTrampoline("return last = work();", { work }, nonce);
    return { kind: "timed", metric, operations, run: timed };
  }
  const take = (runs: number): Elapsed =>
    dropAfter((leave) => {
      const start = startClocks();
      for (let made = 0; made < runs; made += 1) run(leave);
      return stopClocks(start);
    });
  return {
    kind: "observed",
    metric,
    get operations(): number {
      return operations * batches.of(metric);
    },
    observe: (): Elapsed => {
      let alone: Elapsed | null = null;
      batches.tryOut(metric, payload.side, () => {
        alone = fastestOf(() => take(1), LONG_RUN_NS);
        return runsAtOnce(alone);
      });
      return alone ?? take(batches.of(metric));
    },
  };
}

/**
 * Does work and then lets go of what it left behind.
 *
 * @param work - the work
 * @returns what it returned
 * @throws what it throws; what it had left by then is let go
 */
export function dropAfter<Result>(work: (leave: Leave) => Result): Result {
  const left: Droppable[] = [];
  try {
    return work((one) => left.push(one));
  } finally {
    for (const one of left) one.drop?.();
  }
}

function runsAtOnce({ wallNs }: Elapsed): number {
  return BATCHES.find(([below]) => wallNs < below)?.[1] ?? 1;
}
