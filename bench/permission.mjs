/**
 * What Node's permission model costs a measuring process, on against off, as ratios of medians
 * (`node bench/permission.mjs`, after `npm run build`). Fresh processes of both kinds alternate.
 */
import { resolve } from "node:path";
import { loadReference } from "../src/components/load-reference.ts";
import { createModuleDecoder } from "../src/components/module-decoder.ts";
import { scrubEnvironment } from "../src/measure/parent/environment.ts";
import { measuringFlags } from "../src/measure/parent/flags.ts";
import { startMeasuringProcess } from "../src/measure/parent/measuring-process.ts";
import { REFERENCE_COMPONENTS, referenceBenchmarks } from "../src/suites/catalog/reference.ts";

const PROCESSES = 12;
const TIMEOUT_MS = 60_000;
const MEMORY_LIMIT_BYTES = 2 ** 31;
const WITH_MODEL = 24;
const WITHOUT_MODEL = 22;
const WANTED = [
  "instantiation/cold_start/minimal_component",
  "instantiation/warm_start/minimal_component",
  "execution/minimal_overhead/wasm_add",
  "execution/compute_heavy/fib_20",
  "execution/host_call/sync",
];

const SETTINGS = {
  copies: 4,
  rounds: 12,
  blockMs: 1,
  warmupMs: 10,
  sideBudgetMs: 800,
  observations: 6,
  seed: "permission",
  extras: false,
  clock: "cpu",
};

const quantile = (values, share) =>
  values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) * share)];
const benchmarks = referenceBenchmarks({ promiseIntegration: true }, 50).filter(({ id }) =>
  WANTED.includes(id),
);
const payloads = new Map();
for (const { component } of benchmarks) {
  const { bytes } = await loadReference(
    component,
    REFERENCE_COMPONENTS.get(component),
    "fixtures/wat",
    createModuleDecoder(),
  );
  const host = { kind: "none", url: "", args: [] };
  payloads.set(component, { name: component, side: "candidate", bytes, host, glue: null });
}

/** One fresh process measures every benchmark; adds its values by name. */
async function measureOnce({ flags, values, process: number }) {
  const started = await startMeasuringProcess({
    entry: resolve("dist/measure/index.js"),
    execArgv: flags,
    env: scrubEnvironment(process.env),
    memoryLimitBytes: MEMORY_LIMIT_BYTES,
  });
  add(values, "start of the process", started.startNs);
  for (const benchmark of benchmarks) {
    const settings = { ...SETTINGS, seed: `permission/${number}` };
    const order = {
      type: "visit",
      benchmark,
      payloads: [payloads.get(benchmark.component)],
      settings,
    };
    const { report, death } = await started.measure(order, TIMEOUT_MS);
    const failure = death ?? report.failure;
    if (failure !== null) throw new Error(`${benchmark.id}: ${failure.message}`);
    const times = report.series
      .filter(({ metric }) => metric === "time")
      .flatMap((series) => series.values);
    add(values, benchmark.id, quantile(times, 0.25));
  }
  started.close();
}

function add(values, name, value) {
  values.set(name, [...(values.get(name) ?? []), value]);
}

const on = { flags: measuringFlags("natural", [], WITH_MODEL), values: new Map() };
const off = { flags: measuringFlags("natural", [], WITHOUT_MODEL), values: new Map() };
for (let number = 0; number < PROCESSES; number += 1) {
  const order = number % 2 === 0 ? [on, off] : [off, on];
  for (const arm of order) await measureOnce({ ...arm, process: number });
}

console.log(`${"".padEnd(46)} on ÷ off   quartiles of the paired ratio`);
for (const [name, values] of on.values) {
  const ratios = values.map((value, index) => value / off.values.get(name)[index]);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(3));
  console.log(`${name.padEnd(46)} ${middle.padStart(8)}   ${low} to ${high}`);
}
