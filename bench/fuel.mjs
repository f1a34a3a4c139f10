/**
 * Cost of the fuel pass, as ratios: instrumenting a MiB, a loop, a recursion (`node bench/fuel.mjs`); and what it costs
 * more to count by function, over the fuel pass. Both kinds of code alternate in one process; the fastest
 * round of each counts, by CPU time of the thread: what else runs on the machine decides less.
 */
import { instrumentFuel } from "../src/wasm/fuel.ts";
import { createFuelMeter } from "../src/wasm/fuel-meter.ts";
import { generateModule } from "../src/wasm/generate.ts";

const MEBIBYTE = 1024 * 1024;
const ROUNDS = 9;
/** Times the work is done in a round: kernels count CPU time by 4 ms. */
const REPEATS = 10;
/** Limits the documentation promises. */
const LIMITS = { instrument: 60, loop: 1.15, fib: 5, functions: 2 };
const RULES = {
  profile: "wasmtime-49",
  mode: "wasmtime",
  cost: {},
  validate: WebAssembly.validate,
};

/** Exports `fib` (naive recursion) and `loop` (a multiplicative hash over a counter), both (i32) -> (i32). */
const KERNELS = Buffer.from(
  "AGFzbQEAAAABBgFgAX8BfwMDAgAABw4CA2ZpYgAABGxvb3AAAQo+AhwAIABBAkgEfyAABSAAQQFrEAAgAEECaxAAagsLHwEBfwNA" +
    "IAFBk4OACGwgAHMhASAAQQFrIgANAAsgAQs=",
  "base64",
);

/** CPU time of this thread. By wall time fib(30) read 4.8 to 12.8 beside busy neighbours. */
function milliseconds(action) {
  const started = process.threadCpuUsage();
  for (let time = 0; time < REPEATS; time += 1) action();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000 / REPEATS;
}

/** Milliseconds a MiB, and how much longer it takes by function: one after the other in every round. */
function measureInstrumentation() {
  const bytes = generateModule(MEBIBYTE);
  const instrument = (functions) => () =>
    instrumentFuel(bytes, { ...RULES, validate: () => true, functions });
  return fastest(instrument(true), instrument(false));
}

const plain = (name) => new WebAssembly.Instance(new WebAssembly.Module(KERNELS)).exports[name];

function counting(name, functions) {
  const instrumented = instrumentFuel(KERNELS, { ...RULES, functions });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(instrumented.bytes));
  return createFuelMeter(instance, instrumented).exports[name];
}

/** Fastest round of each, which take turns: whatever else runs on the machine only makes a round slower. */
function fastest(slower, faster) {
  const rounds = Array.from({ length: ROUNDS }, () => [milliseconds(slower), milliseconds(faster)]);
  const [slow, fast] = [0, 1].map((side) => Math.min(...rounds.map((times) => times[side])));
  return { fast, ratio: slow / fast };
}

function measureRatio(slower, faster, argument) {
  for (let warm = 0; warm < 200; warm += 1) {
    faster(20);
    slower(20);
  }
  return fastest(
    () => slower(argument),
    () => faster(argument),
  ).ratio;
}

function report(label, value, { limit, unit }) {
  const verdict = value <= limit ? "within" : "beyond";
  console.log(`${label.padEnd(34)} ${value.toFixed(2)}${unit}  (${verdict} ${limit}${unit})`);
  if (value > limit) process.exitCode = 1;
}

const instrumentation = measureInstrumentation();
report("instrument, per MiB", instrumentation.fast, { limit: LIMITS.instrument, unit: " ms" });
for (const [label, name, argument] of [
  ["loop of 20 million iterations", "loop", 20_000_000],
  ["fib(30)", "fib", 30],
]) {
  const ratio = measureRatio(counting(name, false), plain(name), argument);
  report(label, ratio, { limit: LIMITS[name], unit: "x" });
  const more = measureRatio(counting(name, true), counting(name, false), argument);
  report(`${label}, by function`, more, { limit: LIMITS.functions, unit: "x" });
}
report("instrument, by function", instrumentation.ratio, { limit: LIMITS.functions, unit: "x" });
