import type { MetricName } from "../model/metric.ts";
import { clockNs, type Elapsed, startClocks, stopClocks } from "./clocks.ts";
import type { Operation } from "./procedure.ts";
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
  readonly nonce: number;
  /** Whether what is left must be let go by hand. */
  readonly isNative: boolean;
}

/** Runs at once by their longest time: what is left behind by them all is let go afterwards. */
const BATCHES: readonly (readonly [belowNs: number, runs: number])[] = [
  [100e3, 32],
  [1e6, 8],
];
/** Runs whose fastest tells how many are made at once. */
const TRIALS = 3;

/**
 * An operation that leaves guests behind. V8 collects them some time later. A native engine is told to let them go, and
 * that is no part of the operation: a batch of runs is timed as a whole, by both clocks, and then cleaned up.
 *
 * @param work - what is timed
 * @returns the operation
 */
export function leavingOperation({
  metric,
  run,
  operations,
  nonce,
  isNative,
}: LeavingWork): Operation {
  if (!isNative) {
    const work = (): unknown => run(() => {});
    const timed = createTrampoline("return last = work();", { work }, nonce);
    return { kind: "timed", metric, operations, run: timed };
  }
  const runs = runsAtOnce(() => dropAfter(run));
  return {
    kind: "observed",
    metric,
    operations: operations * runs,
    observe: (): Elapsed =>
      dropAfter((leave) => {
        const start = startClocks();
        for (let made = 0; made < runs; made += 1) run(leave);
        return stopClocks(start);
      }),
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

function runsAtOnce(run: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const start = clockNs();
    run();
    fastest = Math.min(fastest, clockNs() - start);
  }
  return BATCHES.find(([below]) => fastest < below)?.[1] ?? 1;
}
