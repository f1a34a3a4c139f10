/**
 * Cost of the harness, as ratios: an iteration and a block of our Benchmark.js sampler against Benchmark.js as it comes,
 * mitata and a loop by hand (`node --expose-gc bench/harness.mjs`). All arms alternate in one process; medians of the rounds are shown.
 */
import BenchmarkJs from "benchmark";
import { measure } from "mitata";
import { createSampler } from "../src/measure/child/sampler.ts";
import { createTrampoline } from "../src/suites/trampoline.ts";

const ROUNDS = 40;
const BLOCK_NS = 1e6;
/** Smallest work that cannot be dropped: one addition, kept alive by the closure. */
const BODY = "return last = (last + 1) | 0;";

const now = () => Number(process.hrtime.bigint());
const median = (values) => values.toSorted((left, right) => left - right)[values.length >> 1];

/** Every arm gets a closure of its own text, as copies do. */
let nonce = 0;
const freshWork = () => {
  nonce += 1;
  return createTrampoline(BODY, {}, nonce);
};

function createHandLoop() {
  const run = freshWork();
  return (iterations) => {
    const start = now();
    for (let i = 0; i < iterations; i += 1) run();
    return (now() - start) / iterations;
  };
}

function createOurs() {
  const sampler = createSampler(freshWork());
  return (iterations) => sampler(iterations).nsPerCall[0];
}

function createPlainBenchmarkJs() {
  const fn = freshWork();
  return (iterations) => {
    const options = { fn, minSamples: 1, maxTime: -1, minTime: 0.0005, initCount: iterations };
    const benchmark = new BenchmarkJs(options);
    benchmark.run();
    return benchmark.stats.sample[0] * 1e9;
  };
}

function createMitata() {
  const run = freshWork();
  return async () => {
    const { p50 } = await measure(run, { min_cpu_time: BLOCK_NS, min_samples: 1, gc: false });
    return p50;
  };
}

const arms = [
  ["loop by hand", createHandLoop()],
  ["our sampler (Benchmark.js)", createOurs()],
  ["Benchmark.js as it comes", createPlainBenchmarkJs()],
  ["mitata", createMitata()],
].map(([name, block]) => ({ name, block, perIteration: [], wall: [] }));

/** Calls that fill about a block, by the arm's own view of a call. */
async function iterationsOf(arm) {
  const nsPerCall = await arm.block(100_000);
  return Math.max(1, Math.round(BLOCK_NS / nsPerCall));
}

for (const arm of arms) {
  await arm.block(100_000);
  arm.iterations = await iterationsOf(arm);
}
for (let round = 0; round < ROUNDS; round += 1) {
  for (const arm of arms) {
    const start = now();
    const nsPerCall = await arm.block(arm.iterations);
    arm.wall.push(now() - start);
    arm.perIteration.push(nsPerCall);
  }
}

const [hand] = arms;
console.log("arm                           ns an iteration   × hand   wall of a 1 ms block");
for (const { name, perIteration, wall } of arms) {
  const iteration = median(perIteration);
  const ratio = iteration / median(hand.perIteration);
  console.log(
    `${name.padEnd(28)}  ${iteration.toFixed(2).padStart(15)}  ${ratio.toFixed(2).padStart(7)}  ${(median(wall) / 1e6).toFixed(2).padStart(17)} ms`,
  );
}
