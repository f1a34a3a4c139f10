import type { Call } from "../model/benchmark.ts";
import type { MetricName } from "../model/metric.ts";
import type { Side } from "../model/sample.ts";
import { type Batches, fastestOf } from "./batches.ts";
import { type Clocks, type Elapsed, startClocks, stopClocks } from "./clocks.ts";
import type { Guest } from "./guest.ts";
import type { NativeInstance } from "./native-program.ts";
import { argumentsOf } from "./placed-arguments.ts";
import { createCaller } from "./trampoline.ts";

/** A block of calls inside the engine lasts about this long: crossing into it is a thousandth of that. */
const BLOCK_NS = 200e3;
/** A call this long fills a block, however cold it was. */
const LONG_CALL_NS = 2e6;
/** Most calls of one block. */
const MOST_CALLS = 65_536;
/** Calls by which the time of one is told. */
const TRIAL_CALLS = 32;

/** A call to be timed, and how often it is made at once. */
export interface RepeatedCall {
  readonly run: () => unknown;
  /** Calls of one run; known when both sides have been run once. */
  readonly times: () => number;
}

/** What is called again and again, as what, and by whose copy. */
export interface Repeatable {
  readonly native: Pick<NativeInstance, "prepare" | "repeat" | "repeatsInside">;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly metric: MetricName;
  readonly side: Side;
}

const CLOCKS: Clocks = { start: startClocks, stop: stopClocks };

/**
 * A closure that makes a call across the boundary of its engine, its arguments prepared.
 *
 * @param guest - live instance
 * @param call - the call
 * @param nonce - distinguishes the copy
 * @returns the closure; it returns the export's result
 */
export function createGuestCaller(guest: Guest, call: Call, nonce: number): () => unknown {
  const { args } = argumentsOf(guest, call);
  return guest.native === undefined
    ? createCaller(guest.find(call.export), args, nonce)
    : guest.native.prepare(call.export, args);
}

/**
 * A call on a native engine as it is timed: one that is much shorter than crossing into the engine is made many times
 * inside of it, as often as fills a block, by a power of two; a component is called from outside as often. How often is found by the first runs of both sides, which
 * belong to the warm-up.
 *
 * @param repeatable - instance, export, arguments, and whose copy it is
 * @param batches - what the copies of a visit agree by
 * @param clocks - how trials are timed
 * @returns the closure, and how many calls it makes
 */
export function repeatedCall(
  { native, name, args, metric, side }: Repeatable,
  batches: Batches,
  clocks: Clocks = CLOCKS,
): RepeatedCall {
  const { repeatsInside } = native;
  const once = native.prepare(name, args);
  let driven: ((times: number) => void) | null = null;
  const drive = (calls: number): void => {
    driven ??= native.repeat(name, args);
    driven(calls);
  };
  const times = (): number => batches.of(metric);
  let isFirst = true;
  return {
    run: (): unknown => {
      if (isFirst) {
        isFirst = false;
        if (batches.tryOut(metric, side, () => findTimes({ once, drive, repeatsInside }, clocks)))
          return undefined;
      }
      const wanted = times();
      return wanted === 1 && repeatsInside ? once() : drive(wanted);
    },
    times,
  };
}

interface Ways {
  readonly once: () => unknown;
  readonly drive: (times: number) => void;
  /** Where not, every call crosses into the engine, however many a block has: what they return is let go unread. */
  readonly repeatsInside: boolean;
}

/** Makes the call, a single time where it fills a block. */
function findTimes({ once, drive, repeatsInside }: Ways, clocks: Clocks): number {
  const timed = (run: () => unknown): Elapsed => {
    const start = clocks.start();
    run();
    return clocks.stop(start);
  };
  const single = repeatsInside ? once : (): void => drive(1);
  const times = timesFor(fastestOf(() => timed(single), LONG_CALL_NS).wallNs);
  if (times === 1 || !repeatsInside) return times;
  const many = fastestOf(() => timed(() => drive(TRIAL_CALLS)), Number.POSITIVE_INFINITY);
  return timesFor(many.wallNs / TRIAL_CALLS);
}

function timesFor(callNs: number): number {
  const fitting = BLOCK_NS / Math.max(callNs, BLOCK_NS / MOST_CALLS);
  return fitting < 2 ? 1 : 2 ** Math.floor(Math.log2(fitting));
}
