import { PLATFORM, takeLoaded } from "./amd.ts";

// The order matters: the loader must stand before Benchmark.js is evaluated.

import BenchmarkModule from "benchmark";
import { clockNs } from "../../suites/clocks.ts";
import { createBlockClock } from "./block-clock.ts";
import { underscore } from "./underscore.ts";

/** Options of one run of Benchmark.js. */
export type BenchmarkOptions = ConstructorParameters<typeof BenchmarkModule>[0];

type LoopFunction = (...args: unknown[]) => unknown;

/** A timing loop with the arguments it was last called with: the global object and the clock. */
interface TimingLoop {
  readonly loop: LoopFunction;
  args: readonly unknown[];
}

/** Benchmark.js's timing loops by their text without numbers: one for the whole process. */
export const loops = new Map<string, TimingLoop>();

/** The clock its blocks are timed by. */
export const blockClock = createBlockClock();

/** A Benchmark.js of our own. */
export const Benchmark = createBenchmarkJs();

/**
 * Gives Benchmark.js what it finds at run time otherwise, and takes away what costs 2 ms before every run.
 *
 * It compiles about twelve text templates and nine functions anew for every run. The templates only insert values, so a
 * plain replacement does; of the functions most are never called, so they are compiled at their first call, and the
 * timing loop once per process. All copies share that loop.
 *
 * @returns a Benchmark.js of our own
 * @see bench/harness.mjs
 */
function createBenchmarkJs(): typeof BenchmarkModule {
  const LazyFunction = (args: string, body: string): LoopFunction =>
    function lazy(this: unknown, ...values: unknown[]): unknown {
      const known = compileLoop(args, body);
      known.args = values;
      return known.loop.apply(this, values);
    };
  const context = {
    _: underscore,
    platform: PLATFORM,
    Function: LazyFunction,
    Date: createQuickDate(),
    process: { hrtime: blockClock.hrtime },
  };
  const loaded = (takeLoaded() ?? BenchmarkModule) as {
    runInContext: (given: unknown) => typeof BenchmarkModule;
  };
  return loaded.runInContext(context);
}

const NS_PER_MS = 1e6;

/** Benchmark.js waits for 30 ticks of the wall clock (30 ms) to learn its resolution, then times with another clock. */
function createQuickDate(): { now: () => number } {
  return Object.assign(() => {}, { now: (): number => clockNs() / NS_PER_MS });
}

function compileLoop(args: string, body: string): TimingLoop {
  const key = body.replace(/\d+/g, "");
  const known = loops.get(key) ?? { loop: new Function(args, body) as LoopFunction, args: [] };
  loops.set(key, known);
  return known;
}
