/**
 * What CPU time and wall time make of equal sides, per kind of benchmark, without and with neighbours
 * (`node bench/clock.mjs`, after `npm run build`). Printed is the standard deviation of the log ratio between equal
 * sides over fresh measuring processes, two at a time, both clocks read in the same blocks.
 * `--batches 12` processes a condition, `--conditions calm,one,four`.
 */
import { cpus } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { CONDITIONS, startNeighbours } from "../evaluation/neighbours.mjs";
import { loadReference } from "../src/components/load-reference.ts";
import { scrubEnvironment } from "../src/measure/parent/environment.ts";
import { measuringFlags } from "../src/measure/parent/flags.ts";
import { startMeasuringProcess } from "../src/measure/parent/measuring-process.ts";
import { runBatches } from "../src/measure/parent/scheduler.ts";
import { DEFAULT_SAMPLING } from "../src/model/default-sampling.ts";
import { mean, quantile, standardDeviation } from "../src/stats/descriptive.ts";
import { REFERENCE_COMPONENTS, referenceBenchmarks } from "../src/suites/catalog/reference.ts";

const LONGEST_SECONDS = 3600;
const TIMEOUT_MS = 300_000;
const MEMORY_LIMIT_BYTES = 2 ** 33;
const SPIN_MS = 100;

const { values } = parseArgs({
  options: {
    batches: { type: "string", default: "12" },
    conditions: { type: "string", default: "calm,one,four" },
  },
});
const batches = Number(values.batches);
const conditions = values.conditions.split(",");
const unknown = conditions.find((name) => !CONDITIONS.has(name));
if (unknown !== undefined || !(batches >= 2))
  throw new Error(`--batches wants 2 or more, --conditions some of ${[...CONDITIONS.keys()]}`);

/** Resolution of a clock and what reading it costs, by spinning. */
function describeClock(name, read) {
  if (read === undefined) return `${name}: not on this version of Node`;
  const end = performance.now() + SPIN_MS;
  const steps = [];
  let reads = 0;
  for (let last = read(); performance.now() < end; reads += 1) {
    const next = read();
    if (next !== last) steps.push(next - last);
    last = next;
  }
  if (steps.length === 0) return `${name}: stands still`;
  const at = (share) => quantile(steps, share).toFixed(0);
  const costUs = ((SPIN_MS * 1e3) / reads).toFixed(1);
  return `${name}: steps of ${at(0.5)} µs (median), ${at(0.9)} µs (90 %), ${at(1)} µs (longest); at most ${costUs} µs a reading`;
}

const microseconds = (usage) => usage.user + usage.system;
console.log(`${cpus()[0]?.model}, ${cpus().length} processors, Node ${process.versions.node}`);
console.log(describeClock("process.cpuUsage", () => microseconds(process.cpuUsage())));
const { threadCpuUsage } = process;
console.log(
  describeClock(
    "process.threadCpuUsage",
    threadCpuUsage && (() => microseconds(threadCpuUsage.call(process))),
  ),
);

const known = new Map(
  referenceBenchmarks({ promiseIntegration: "promising" in WebAssembly }, 50).map((one) => [
    one.id,
    one,
  ]),
);
const fib20 = known.get("execution/compute_heavy/fib_20");
const without = (benchmark, procedure) => ({
  ...benchmark,
  procedure: { ...benchmark.procedure, native: null, ...procedure },
});
const KINDS = [
  ["1 ms of 25 µs calls", without(fib20, {})],
  ["one call of 3 ms", without(known.get("execution/compute_heavy/fib_30"), {})],
  [
    "one call of 50 ms",
    { ...without(fib20, { call: { export: "fib", args: [36] } }), id: "execution/fib_36" },
  ],
  ["compile and start 100 KB", known.get("instantiation/size_scaling/100kb")],
  ["warm start", known.get("instantiation/warm_start/minimal_component")],
  ["sequence of 10 instances", known.get("memory/linear_scaling/10_sequential")],
  ["growth of a memory", known.get("memory/limit_enforcement/memory_grow_within_limit")],
  ["cleanup", known.get("crash_handling/resource_cleanup/cleanup_after_success")],
  ["recovery", known.get("crash_handling/recovery_latency/recovery_after_crash")],
  ["host call", known.get("execution/host_call/sync")],
  ["host call, suspending", known.get("execution/host_call/async")],
  ["cold start", known.get("instantiation/cold_start/minimal_component")],
];
const GLUE = "glue, in processes of its own";
const glueBenchmark = {
  ...without(fib20, {
    call: { export: "find", args: ["the quick fox 12 jumps", 9], expect: [1, 14] },
  }),
  id: "execution/glue",
  component: "glue",
};

const plainHost = { kind: "none", url: "", args: [] };
async function payloadsOf(benchmark) {
  const bytes =
    benchmark === glueBenchmark
      ? new Uint8Array()
      : (
          await loadReference(
            benchmark.component,
            REFERENCE_COMPONENTS.get(benchmark.component),
            "fixtures/wat",
          )
        ).bytes;
  const url = pathToFileURL(resolve("fixtures/real/glue/oniguruma.mjs")).href;
  const glue = benchmark === glueBenchmark ? { url, init: null } : null;
  return ["baseline", "candidate"].map((side) => ({
    name: benchmark.component,
    side,
    bytes,
    host: plainHost,
    glue,
  }));
}

const assignments = await Promise.all(
  KINDS.map(async ([, benchmark]) => ({
    benchmark,
    payloads: await payloadsOf(benchmark),
    others: [],
    room: "shared",
    sameHost: true,
  })),
);
assignments.push({
  benchmark: glueBenchmark,
  payloads: await payloadsOf(glueBenchmark),
  others: [],
  room: "own",
  sameHost: true,
});

/** Measures every kind in fresh processes; visits by benchmark id. */
async function measure(condition) {
  const visits = new Map();
  const { copies, rounds, blockMs, warmupMs, timeMs, processes } = DEFAULT_SAMPLING;
  const settings = {
    ...{ copies, rounds, blockMs, warmupMs, sideBudgetMs: timeMs / processes, observations: 10 },
    ...{ extras: false, clock: "cpu" },
  };
  const options = {
    entry: resolve("dist/measure/index.js"),
    execArgv: measuringFlags("natural", [], Number(process.versions.node.split(".")[0])),
    env: scrubEnvironment(process.env),
    memoryLimitBytes: MEMORY_LIMIT_BYTES,
  };
  const work = Array.from({ length: batches }, (_, process) => ({
    process,
    stage: "screen",
    assignments,
    settings: { ...settings, seed: `clock/${condition}/${process}` },
  }));
  const end = await startNeighbours(CONDITIONS.get(condition), {
    seed: condition,
    seconds: LONGEST_SECONDS,
  });
  await runBatches(work, Math.min(2, cpus().length), {
    start: () => startMeasuringProcess(options),
    timeoutMs: TIMEOUT_MS,
    isOver: () => false,
    onVisit: ({ id, visit }) => {
      if (visit.failure !== null) throw new Error(`${id}: ${visit.failure.message}`);
      visits.set(id, [...(visits.get(id) ?? []), visit]);
    },
  });
  end();
  return visits;
}

/** A side by one clock: the 25th percentile of each copy, joined by the mean of the logarithms. */
function levelOf(visit, metric, side) {
  const copies = visit.series.filter((series) => series.metric === metric && series.side === side);
  return mean(copies.map((copy) => Math.log(quantile(copy.values, 0.25))));
}

/** Standard deviation of the log ratio in per cent; sides that had processes of their own are divided by the kernel. */
function spreadOf(visits, { time, kernel }) {
  const ratios = visits.map((visit) => {
    const level = (side) =>
      levelOf(visit, time, side) - (kernel === null ? 0 : levelOf(visit, kernel, side));
    return level("candidate") - level("baseline");
  });
  return `${(100 * standardDeviation(ratios)).toFixed(2)} %`;
}

/** The metrics of either clock, whichever decides in the product. */
function metricsOf(visits, id) {
  const isCpu = visits[0].series.some(({ metric }) => metric === "wall");
  const own = id === glueBenchmark.id;
  return {
    wall: { time: isCpu ? "wall" : "time", kernel: own ? "kernel_wall" : null },
    cpu: { time: isCpu ? "time" : "cpu", kernel: own ? "kernel" : null },
  };
}

const rows = new Map([...KINDS.map(([name, { id }]) => [id, [name]]), [glueBenchmark.id, [GLUE]]]);
const busy = [];
for (const condition of conditions) {
  const visits = await measure(condition);
  for (const [id, cells] of rows) {
    const { wall, cpu } = metricsOf(visits.get(id), id);
    cells.push(spreadOf(visits.get(id), wall), spreadOf(visits.get(id), cpu));
  }
  const loads = [...visits.values()].flat().flatMap(({ load }) => load ?? []);
  const sum = (pick) => loads.reduce((total, load) => total + pick(load), 0);
  const interrupted = (100 * sum((load) => load.interrupted)) / sum((load) => load.blocks);
  const average = mean(loads.flatMap(({ loadAverage }) => loadAverage ?? []));
  busy.push(
    `${condition}: load ${average.toFixed(1)}, ${interrupted.toFixed(0)} % of blocks interrupted`,
  );
}

console.log(`${batches} processes a condition; standard deviation between equal sides\n`);
const heads = conditions.flatMap((name) => [`${name}, wall`, `${name}, CPU`]);
console.log(`| kind | ${heads.join(" | ")} |`);
console.log(`|---|${heads.map(() => "---").join("|")}|`);
for (const cells of rows.values()) console.log(`| ${cells.join(" | ")} |`);
console.log(`\n${busy.join("; ")}`);
