import type { Call } from "../model/benchmark.ts";
import { clockNs } from "./clocks.ts";
import type { Guest } from "./guest.ts";
import type { NativeInstance } from "./native-program.ts";
import { argumentsOf } from "./placed-arguments.ts";
import { createCaller } from "./trampoline.ts";

/** A block of calls inside the engine lasts about this long: crossing into it is a thousandth of that. */
const BLOCK_NS = 200e3;
/** Most calls of one block. */
const MOST_CALLS = 65_536;
/** Calls by which the time of one is told. */
const TRIAL_CALLS = 32;
const TRIALS = 5;

/** A call to be timed, and how often it is made at once. */
export interface RepeatedCall {
  readonly run: () => unknown;
  readonly times: number;
}

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
 * inside of it, as often as fills a block, by a power of two.
 *
 * @param native - the instance
 * @param name - export
 * @param args - arguments of every call
 * @returns the closure and how many calls it makes
 */
export function repeatedCall(
  native: NativeInstance,
  name: string,
  args: readonly unknown[],
): RepeatedCall {
  if (!native.repeatsInside) return repeatedFromOutside(native.repeat(name, args));
  const once = native.prepare(name, args);
  if (timesFor(fastestOf(once)) === 1) return { run: once, times: 1 };
  const drive = native.repeat(name, args);
  const times = timesFor(fastestOf(() => drive(TRIAL_CALLS)) / TRIAL_CALLS);
  return times === 1 ? { run: once, times } : { run: () => drive(times), times };
}

/** Every call crosses into the engine, however many a block has: what they return is let go unread. */
function repeatedFromOutside(drive: (times: number) => void): RepeatedCall {
  const times = timesFor(fastestOf(() => drive(1)));
  return { run: () => drive(times), times };
}

function timesFor(callNs: number): number {
  const fitting = BLOCK_NS / Math.max(callNs, BLOCK_NS / MOST_CALLS);
  return fitting < 2 ? 1 : 2 ** Math.floor(Math.log2(fitting));
}

/** A call that fills a block at once is not made again to find out how long it takes. */
function fastestOf(run: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < TRIALS && (trial === 0 || fastest < BLOCK_NS); trial += 1) {
    const start = clockNs();
    run();
    fastest = Math.min(fastest, clockNs() - start);
  }
  return fastest;
}
