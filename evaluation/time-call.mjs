/**
 * A process that times one call by CPU time, or counts its fuel, with extra work in an export; it is sent one order.
 */
import { patchEngine } from "../fixtures/real/patch-engine.mjs";
import { openNative } from "../src/native.ts";
import { createBatches } from "../src/suites/batches.ts";
import { readCpu } from "../src/suites/clocks.ts";
import { createGuestFactory } from "../src/suites/guest.ts";
import { repeatedCall } from "../src/suites/native-call.ts";
import { openNativeBy, releaseNative } from "../src/suites/open-native.ts";
import { instrumentFuel, UNLIMITED_FUEL } from "../src/wasm/fuel.ts";
import { slowModule } from "./slow-module.mjs";

const WARM_NS = 200e6;
const CHUNK_NS = 30e6;
const CHUNKS = 9;
const ACCOUNTING = { profile: "wasmtime-24", mode: "wasmtime", cost: {} };

/** Calls until the CPU time is spent; nanoseconds a call. */
async function spend(target, args, atLeastNs) {
  const start = readCpu();
  let calls = 0;
  for (let batch = 1; ; batch *= 2) {
    for (let call = 0; call < batch; call += 1) await target(...args);
    calls += batch;
    const elapsed = readCpu() - start;
    if (elapsed >= atLeastNs) return elapsed / calls;
  }
}

async function timeCall(target, args) {
  await spend(target, args, WARM_NS);
  const times = [];
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) times.push(await spend(target, args, CHUNK_NS));
  return times.toSorted((left, right) => left - right)[CHUNKS >> 2];
}

/** What was asked of one call, on V8: nanoseconds, or fuel. */
async function askV8({ payload, call, work, counts }) {
  const counters = [];
  const validate = (bytes) => WebAssembly.validate(bytes);
  patchEngine(
    (bytes) => {
      const slowed = slowModule(bytes, work);
      return counts ? instrumentFuel(slowed, { ...ACCOUNTING, validate }).bytes : slowed;
    },
    (instance) => counters.push(instance.exports["wasm-bench.fuel"]),
  );
  const guest = (await createGuestFactory(payload, 1)).create();
  const target = call.suspends
    ? WebAssembly.promising(guest.instance.exports[call.export])
    : guest.find(call.export);
  if (!counts) return timeCall(target, call.args);
  const consumed = () =>
    counters.reduce(
      (sum, counter) => sum + UNLIMITED_FUEL - (counter?.value ?? UNLIMITED_FUEL),
      0n,
    );
  await target(...call.args);
  const before = consumed();
  await target(...call.args);
  return Number(consumed() - before);
}

/** Nanoseconds of one call on the native engine that the payload names, as a benchmark makes it. */
async function askNative({ payload, call, work }) {
  openNativeBy(openNative);
  const bytes = slowModule(payload.bytes, work);
  const { native } = (await createGuestFactory({ ...payload, bytes }, 1)).create();
  const repeatable = {
    native,
    name: call.export,
    args: call.args,
    metric: "time",
    side: "candidate",
  };
  const { run, times } = repeatedCall(repeatable, createBatches());
  run();
  return (await timeCall(run, [])) / times();
}

process.once("message", async ({ payload, ...order }) => {
  const { engine, ...onV8 } = payload;
  const isNative = engine !== undefined && !order.counts;
  process.send(
    isNative ? await askNative({ payload, ...order }) : await askV8({ payload: onV8, ...order }),
  );
  releaseNative();
  process.disconnect();
});
