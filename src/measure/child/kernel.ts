import { createTrampoline } from "../../suites/trampoline.ts";
import { createSampler, type Sampler } from "./sampler.ts";
import { computeTime } from "./warm-operation.ts";

/** Steps of the generator in one kernel call; about 1 µs on a current machine. */
const STEPS = 600;
const WARM_CALLS = 1_000;
const STEADY_BLOCKS = 3;
const MOST_WARM_BLOCKS = 40;

/** Work that no pull request can touch, timed in every round beside the copies. */
export interface Kernel {
  readonly sampler: Sampler;
  /** Calls that make a block of the given length, in ms. */
  readonly iterationsFor: (blockMs: number) => number;
}

/**
 * Creates and warms the calibration kernel: a chain of integer steps, one process-wide copy.
 *
 * @returns the kernel; both sides of a round use the same one, so that it tells contamination from code placement
 * @see docs/measurement.md#calibration-kernel
 */
export function createKernel(): Kernel {
  const body = `let x = last | 1; for (let i = 0; i < ${STEPS}; i += 1) x = (Math.imul(x, 1664525) + 1013904223) | 0; return last = x;`;
  const run = createTrampoline(body, {}, 0);
  const sampler = createSampler(run);
  const nsPerCall = warm(sampler);
  return {
    sampler,
    iterationsFor: (blockMs: number): number =>
      Math.max(1, Math.round((blockMs * 1e6) / nsPerCall)),
  };
}

/** Blocks until three in a row are within 3 % of the fastest: the optimizing compiler has finished by then. */
function warm(sampler: Sampler): number {
  let fastest = Number.POSITIVE_INFINITY;
  let steady = 0;
  for (let block = 0; block < MOST_WARM_BLOCKS && steady < STEADY_BLOCKS; block += 1) {
    const { elapsed, calls } = sampler(WARM_CALLS);
    // A system may credit CPU time later than it was used: such a block would make all others endless.
    const ns = computeTime(elapsed) / calls;
    steady = ns < fastest * 1.03 && ns > fastest * 0.97 ? steady + 1 : 0;
    fastest = Math.min(fastest, ns);
  }
  return fastest;
}
