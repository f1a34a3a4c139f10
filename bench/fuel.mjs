/**
 * Cost of the fuel pass, as ratios: instrumenting a MiB, a loop, and a recursion (`node bench/fuel.mjs`).
 * Plain and instrumented code alternate in one process; the median of the rounds is shown.
 */
import { instrumentFuel } from "../src/wasm/fuel.ts";
import { createFuelMeter } from "../src/wasm/fuel-meter.ts";
import { generateModule } from "../src/wasm/generate.ts";

const MEBIBYTE = 1024 * 1024;
const ROUNDS = 15;
/** Limits the documentation promises. */
const LIMITS = { instrument: 60, loop: 1.15, fib: 5 };

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

function measureInstrumentation() {
  const bytes = generateModule(MEBIBYTE);
  const options = { profile: "wasmtime-49", mode: "wasmtime", cost: {}, validate: () => true };
  const times = Array.from({ length: ROUNDS }, () =>
    milliseconds(() => instrumentFuel(bytes, options)),
  );
  return median(times.slice(3));
}

function measureOverhead(name, argument) {
  const options = {
    profile: "wasmtime-49",
    mode: "wasmtime",
    cost: {},
    validate: WebAssembly.validate,
  };
  const instrumented = instrumentFuel(KERNELS, options);
  const plain = new WebAssembly.Instance(new WebAssembly.Module(KERNELS)).exports[name];
  const counted = createFuelMeter(
    new WebAssembly.Instance(new WebAssembly.Module(instrumented.bytes)),
    instrumented,
  ).exports[name];
  for (let warm = 0; warm < 200; warm += 1) {
    plain(20);
    counted(20);
  }
  const ratios = Array.from(
    { length: ROUNDS },
    () => milliseconds(() => counted(argument)) / milliseconds(() => plain(argument)),
  );
  return median(ratios.slice(3));
}

function report(label, value, { limit, unit }) {
  const verdict = value <= limit ? "within" : "beyond";
  console.log(`${label.padEnd(34)} ${value.toFixed(2)}${unit}  (${verdict} ${limit}${unit})`);
  if (value > limit) process.exitCode = 1;
}

report("instrument, per MiB", measureInstrumentation(), { limit: LIMITS.instrument, unit: " ms" });
report("loop of 20 million iterations", measureOverhead("loop", 20_000_000), {
  limit: LIMITS.loop,
  unit: "x",
});
report("fib(30)", measureOverhead("fib", 30), { limit: LIMITS.fib, unit: "x" });
