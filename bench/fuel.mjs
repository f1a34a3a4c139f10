/**
 * Cost of the fuel pass, as ratios: instrumenting a MiB, a loop, a recursion (`node bench/fuel.mjs`); and what it costs
 * more to count by function, over the fuel pass. Both kinds of code alternate in one process; the median of the rounds
 * is shown.
 */
import { instrumentFuel } from "../src/wasm/fuel.ts";
import { createFuelMeter } from "../src/wasm/fuel-meter.ts";
import { generateModule } from "../src/wasm/generate.ts";

const MEBIBYTE = 1024 * 1024;
const ROUNDS = 15;
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

const median = (values) => values.toSorted((left, right) => left - right)[values.length >> 1];

function milliseconds(action) {
  const started = performance.now();
  action();
  return performance.now() - started;
}

function measureInstrumentation(functions) {
  const bytes = generateModule(MEBIBYTE);
  const options = { ...RULES, validate: () => true, functions };
  const times = Array.from({ length: ROUNDS }, () =>
    milliseconds(() => instrumentFuel(bytes, options)),
  );
  return median(times.slice(3));
}

const plain = (name) => new WebAssembly.Instance(new WebAssembly.Module(KERNELS)).exports[name];

function counting(name, functions) {
  const instrumented = instrumentFuel(KERNELS, { ...RULES, functions });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(instrumented.bytes));
  return createFuelMeter(instance, instrumented).exports[name];
}

function measureRatio(slower, faster, argument) {
  for (let warm = 0; warm < 200; warm += 1) {
    faster(20);
    slower(20);
  }
  const ratios = Array.from(
    { length: ROUNDS },
    () => milliseconds(() => slower(argument)) / milliseconds(() => faster(argument)),
  );
  return median(ratios.slice(3));
}

function report(label, value, { limit, unit }) {
  const verdict = value <= limit ? "within" : "beyond";
  console.log(`${label.padEnd(34)} ${value.toFixed(2)}${unit}  (${verdict} ${limit}${unit})`);
  if (value > limit) process.exitCode = 1;
}

const instrument = measureInstrumentation(false);
report("instrument, per MiB", instrument, { limit: LIMITS.instrument, unit: " ms" });
for (const [label, name, argument] of [
  ["loop of 20 million iterations", "loop", 20_000_000],
  ["fib(30)", "fib", 30],
]) {
  const ratio = measureRatio(counting(name, false), plain(name), argument);
  report(label, ratio, { limit: LIMITS[name], unit: "x" });
  const more = measureRatio(counting(name, true), counting(name, false), argument);
  report(`${label}, by function`, more, { limit: LIMITS.functions, unit: "x" });
}
const more = measureInstrumentation(true) / instrument;
report("instrument, by function", more, { limit: LIMITS.functions, unit: "x" });
