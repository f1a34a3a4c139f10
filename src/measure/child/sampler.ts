import BenchmarkModule from "benchmark";
import lodash from "lodash";
import platform from "platform";

/** One block as Benchmark.js measured it. */
export interface Block {
  /** Nanoseconds per call, Benchmark.js's `stats.sample` kept raw; usually one value. */
  readonly nsPerCall: readonly number[];
  /** Time inside the timed loop, in ns. */
  readonly measuredNs: number;
}

/** Times blocks of one operation. */
export type Sampler = (iterations: number) => Block;

/** Shortest block that is accepted as it is; a shorter one is repeated by Benchmark.js with more calls. */
const SHORTEST_BLOCK_SECONDS = 0.0005;

/** Below this many calls a block, Benchmark.js's own trial call would cost more than 5 % of the block. */
const CALLS_WORTH_A_PRETEST = 20;

type LoopFunction = (...args: unknown[]) => unknown;

/** A timing loop with the arguments it was last called with: the global object and the clock. */
interface TimingLoop {
  readonly loop: LoopFunction;
  args: readonly unknown[];
}

/** Benchmark.js's timing loops by their text without numbers: one for the whole process. */
const loops = new Map<string, TimingLoop>();

const Benchmark = createBenchmarkJs();

/**
 * Gives Benchmark.js what it finds at run time otherwise, and takes away what costs 2 ms before every run.
 *
 * It compiles about twelve text templates and nine functions anew for every run. The templates only insert values, so a
 * plain replacement does; of the functions most are never called, so they are compiled at their first call, and the
 * timing loop once per process. It also clones its own options and statistics several times a run, arrays and plain
 * objects only: a plain copy is quicker. All copies share that loop, and it has seen more functions than V8 remembers at a call
 * ({@link makeMegamorphic}): it inlines none of them, so no copy is timed by better or worse loop code than another.
 *
 * @returns a Benchmark.js of our own
 * @see bench/harness.mjs
 */
function createBenchmarkJs(): typeof BenchmarkModule {
  const template =
    (text: string) =>
    (values: Record<string, string>): string =>
      text.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  const LazyFunction = (args: string, body: string): LoopFunction =>
    function lazy(this: unknown, ...values: unknown[]): unknown {
      const known = compileLoop(args, body);
      known.args = values;
      return known.loop.apply(this, values);
    };
  const cloneDeepWith = (value: unknown): unknown => clonePlain(value);
  const context = {
    _: Object.assign(lodash, { template, cloneDeepWith }),
    platform,
    Function: LazyFunction,
    Date: createQuickDate(),
  };
  return (
    BenchmarkModule as unknown as { runInContext: (given: unknown) => typeof BenchmarkModule }
  ).runInContext(context);
}

/** Benchmark.js waits for 30 ticks of the wall clock (30 ms) to learn its resolution, then times with another clock. */
function createQuickDate(): { now: () => number } {
  return Object.assign(() => {}, { now: (): number => performance.now() });
}

/** A deep copy of arrays and plain objects; everything else is passed on as it is, as Benchmark.js wants it. */
function clonePlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clonePlain);
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = clonePlain(item);
  return copy;
}

function compileLoop(args: string, body: string): TimingLoop {
  const key = body.replace(/\d+/g, "");
  const known = loops.get(key) ?? { loop: new Function(args, body) as LoopFunction, args: [] };
  loops.set(key, known);
  return known;
}

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
  return (iterations: number): Block => {
    const isShort = iterations < CALLS_WORTH_A_PRETEST;
    if (isShort) arm();
    const benchmark = new Benchmark({
      fn: isShort ? guarded : run,
      minSamples: 1,
      maxTime: -1,
      minTime: SHORTEST_BLOCK_SECONDS,
      initCount: iterations,
    } as ConstructorParameters<typeof BenchmarkModule>[0]);
    benchmark.run();
    const { error } = benchmark as unknown as { error?: unknown };
    if (error !== undefined) throw error;
    const nsPerCall = benchmark.stats.sample.map((seconds) => seconds * 1e9);
    if (
      nsPerCall.length === 0 ||
      !nsPerCall.every((value) => Number.isFinite(value) && value > 0)
    ) {
      throw new Error(`Benchmark.js gave no usable sample: [${nsPerCall.join(", ")}]`);
    }
    const measuredNs = nsPerCall.reduce((sum, value) => sum + value, 0) * benchmark.count;
    return { nsPerCall, measuredNs };
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
