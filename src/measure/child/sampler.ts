import type { Clock } from "../../model/clock.ts";
import type { Elapsed } from "../../suites/clocks.ts";
import { Benchmark, type BenchmarkOptions, blockClock, loops } from "./benchmark-js.ts";

/** One block as Benchmark.js measured it. */
export interface Block {
  /** Nanoseconds per call, Benchmark.js's `stats.sample` kept raw; usually one value. */
  readonly nsPerCall: readonly number[];
  /** The whole of the timed loop by both clocks. */
  readonly elapsed: Elapsed;
  /** Calls in it. */
  readonly calls: number;
}

/** Times blocks of one operation. */
export type Sampler = (iterations: number) => Block;

/**
 * Shortest block that is accepted as it is, in seconds; a shorter one is repeated by Benchmark.js with more calls. By
 * CPU time every block is: a call that waits would be repeated until its little CPU time has added up.
 */
const SHORTEST_BLOCK: Readonly<Record<Clock, number>> = { wall: 0.0005, cpu: 1e-9 };

let shortestBlock: number = SHORTEST_BLOCK.wall;

/**
 * Decides what the blocks of this process are timed by from now on.
 *
 * @param clock - the clock; the other one is read too
 */
export function timeBlocksBy(clock: Clock): void {
  blockClock.decideBy(clock);
  shortestBlock = SHORTEST_BLOCK[clock];
}

/** Below this many calls a block, Benchmark.js's own trial call would cost more than 5 % of the block. */
const CALLS_WORTH_A_PRETEST = 20;

/** Benchmark.js calls the function once before every block to see whether it throws; slow operations do without. */
function skipFirstCall(run: () => unknown): { guarded: () => unknown; arm: () => void } {
  let armed = false;
  return {
    arm: () => {
      armed = true;
    },
    guarded: () => {
      if (armed) {
        armed = false;
        return undefined;
      }
      return run();
    },
  };
}

/**
 * Creates the block sampler of one operation of one copy.
 *
 * @param run - the operation; synchronous
 * @returns a sampler: one block of the given number of calls; throws what the operation throws
 */
export function createSampler(run: () => unknown): Sampler {
  prepareOnce();
  const { guarded, arm } = skipFirstCall(run);
  const benchmark = new Benchmark({
    fn: run,
    minSamples: 1,
    maxTime: -1,
    minTime: shortestBlock,
  } as BenchmarkOptions);
  const { options } = benchmark as unknown as {
    options: { fn: unknown; initCount: number; minTime: number };
  };
  // A run starts by going back to its options; making a new Benchmark for every block would cost a fifth more.
  return (iterations: number): Block => {
    const isShort = iterations < CALLS_WORTH_A_PRETEST;
    if (isShort) arm();
    options.fn = isShort ? guarded : run;
    options.initCount = iterations;
    options.minTime = shortestBlock;
    const outcome = benchmark as unknown as { error?: unknown };
    outcome.error = undefined;
    benchmark.run();
    if (outcome.error !== undefined) throw outcome.error;
    const nsPerCall = benchmark.stats.sample.map((seconds) => seconds * 1e9);
    if (
      nsPerCall.length === 0 ||
      !nsPerCall.every((value) => Number.isFinite(value) && value > 0)
    ) {
      throw new Error(`Benchmark.js gave no usable sample: [${nsPerCall.join(", ")}]`);
    }
    return { nsPerCall, elapsed: blockClock.last(), calls: benchmark.count };
  };
}

let isPrepared = false;

/** Prepares the shared loops once, before the first operation is timed. */
function prepareOnce(): void {
  if (isPrepared) return;
  isPrepared = true;
  makeMegamorphic();
}

/**
 * Shows the shared loops more functions than an inline cache holds, so that their call is never specialised for one copy.
 *
 * Benchmark.js compiles its loop in the first block; the fillers then call that loop directly, with the clock it was
 * handed, because a block of Benchmark.js's own for each of them would cost 50 ms.
 */
function makeMegamorphic(): void {
  createSampler(createFiller(0))(CALLS_WORTH_A_PRETEST);
  for (let serial = 1; serial <= FUNCTIONS_BEYOND_A_CACHE; serial += 1) {
    const nothing = (): void => {};
    const fn = createFiller(serial);
    const bench = { fn, count: CALLS_WORTH_A_PRETEST, setup: nothing, teardown: nothing };
    for (const { loop, args } of loops.values()) loop.apply({ ...bench }, [...args]);
  }
}

function createFiller(serial: number): () => unknown {
  const body = `"use strict"; let last = ${serial}; return function filler${serial}() { return last = (last + ${serial}) | 0; };`;
  return new Function(body)() as () => unknown;
}

/** V8 remembers four targets of a call. */
const FUNCTIONS_BEYOND_A_CACHE = 8;
