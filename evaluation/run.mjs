// False alarms and power of the gate, measured: `npm run evaluate -- --unchanged 40 --slowed 20`.
// Every job compares all reference benchmarks with a copy of every component; raw blocks go to evaluation/jobs/.
// `--from 10` continues after the first ten jobs of each kind, `--seconds 600` starts no job after ten minutes, and without
// numbers only the report is written again, from the jobs in the folder.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { wrapProse } from "../scripts/wrap-prose.mjs";
import { createModuleDecoder } from "../src/components/module-decoder.ts";
import { defaultConfig } from "../src/config/parse-config.ts";
import { parseResult, serializeResult } from "../src/config/result-document.ts";
import { judge } from "../src/gate/judge.ts";
import { givenSide } from "../src/job/baseline-side.ts";
import { DEFAULT_TARGETS } from "../src/model/default-targets.ts";
import { currentEnvironment, execute } from "../src/shell/execute.ts";
import { localRun, policyToday } from "../src/shell/prepare.ts";
import { createProgress } from "../src/shell/progress.ts";
import { loadWorkload } from "../src/shell/workload.ts";
import { pad, slow } from "./variants.mjs";

const FOLDER = join(import.meta.dirname, "jobs");
const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    unchanged: { type: "string" },
    slowed: { type: "string" },
    from: { type: "string" },
    seconds: { type: "string" },
  },
});

/** Runs a slowed component, but is over before its extra work. */
const UNTOUCHED = new Set(["crash_handling/fuel_exhaustion/fuel_trap_handling"]);

/** Blocks keep five digits: a hundred times finer than their noise. */
const shorten = (_key, value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;

async function runJob(kind, index) {
  const config = { ...defaultConfig(DEFAULT_TARGETS), targets: [] };
  const selection = { suites: null, filters: [] };
  const referenceFolder = join(root, "fixtures", "wat");
  const workload = await loadWorkload({
    config,
    root,
    referenceFolder,
    decode: createModuleDecoder(),
    selection,
    closing: null,
  });
  const baseline = {
    ...workload,
    components: workload.components.map((one) => pad(one, 2 * index + 1)),
  };
  const candidates = await Promise.all(
    workload.components.map(async (one) =>
      kind === "slowed" ? ((await slow(one)) ?? one) : pad(one, 2 * index + 2),
    ),
  );
  const slowedNames = new Set(
    candidates.filter((one, at) => one !== workload.components[at]).map(({ name }) => name),
  );
  const benchmarks =
    kind === "slowed"
      ? workload.benchmarks.filter(({ component }) => slowedNames.has(component))
      : workload.benchmarks;
  const environment = currentEnvironment(config.sampling);
  const now = new Date().toISOString();
  const result = await execute({
    run: { ...localRun(), runId: `${kind}-${index}`, attempt: index + 1 },
    sampling: config.sampling,
    policy: { ...policyToday(config, { threshold: null, failOn: null }), targets: [] },
    workload: { ...workload, components: candidates, benchmarks },
    baseline: givenSide({ ...baseline, benchmarks }, "padded copies", { environment, now }),
    noBaseline: null,
    wants: (id) => benchmarks.some((one) => one.id === id),
    measureIdentical: false,
    timeBudgetMs: null,
    warnings: [],
    environment,
    measuringEntry: join(root, "dist", "measure", "index.js"),
    root,
    progress: createProgress({ write: () => {}, live: false, width: 120, now: () => Date.now() }),
    onPlan: () => {},
    // The injected work shows in the fuel at once; only the clock is judged here.
    fuel: null,
  });
  const { judgement: _, ...rounded } = JSON.parse(JSON.stringify(result, shorten));
  const judged = { ...rounded, judgement: judge(rounded) };
  const text = serializeResult(judged);
  await writeFile(
    join(FOLDER, `${kind}-${String(index).padStart(2, "0")}.json.br`),
    brotliCompressSync(text),
  );
  return judged;
}

function summarize(kind, results) {
  const ids = results[0]?.benchmarks.map(({ benchmark }) => benchmark.id) ?? [];
  const lines = [`## ${kind}: ${results.length} jobs`, ""];
  const wall = results.map(({ time }) => time.totalMs / 1000).sort((a, b) => a - b);
  const flagged = results.filter(({ judgement }) => judgement.counts.regression > 0).length;
  lines.push(
    `Wall time of a job: median ${wall[wall.length >> 1].toFixed(0)} s, ${wall[0].toFixed(0)} to ${wall.at(-1).toFixed(0)} s. Jobs with a regression: ${flagged}. ${totals(kind, results)}`,
    "",
  );
  lines.push(
    "| benchmark | regression | unchanged | inconclusive | improvement | other | median change | gated at (median) |",
    "|---|---|---|---|---|---|---|---|",
  );
  for (const id of ids) {
    const judged = results.flatMap(({ judgement }) =>
      judgement.benchmarks.filter((one) => one.id === id),
    );
    const count = (word) => judged.filter(({ verdict }) => verdict === word).length;
    const primary = judged.map(({ metrics }) => metrics[0]).filter((one) => one?.change);
    const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
    const change =
      primary.length === 0
        ? ""
        : `${(100 * middle(primary.map((one) => one.change.center))).toFixed(2)} %`;
    const gates = primary.map((one) => one.gatedAt).filter((one) => one !== null);
    const gated = gates.length === 0 ? "" : `${(100 * middle(gates)).toFixed(1)} %`;
    const named = ["regression", "unchanged", "inconclusive", "improvement"].map(count);
    lines.push(
      `| ${id} | ${named.join(" | ")} | ${judged.length - named.reduce((a, b) => a + b, 0)} | ${change} | ${gated} |`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The jobs of a kind, judged by the rules of today. */
async function readAll(kind) {
  const names = (await readdir(FOLDER)).filter((name) => name.startsWith(`${kind}-`)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = brotliDecompressSync(await readFile(join(FOLDER, name))).toString();
      const { judgement: _, ...measurements } = parseResult(text, name);
      return { ...measurements, judgement: judge(measurements) };
    }),
  );
}

/** Verdicts of gated times over all jobs, and of those that said they could find 5 %. */
function totals(kind, results) {
  const judged = results
    .flatMap(({ judgement }) => judgement.benchmarks)
    .filter((one) => kind === "unchanged" || !UNTOUCHED.has(one.id))
    .filter(({ metrics }) => typeof metrics[0]?.gatedAt === "number");
  const regressions = (some) => some.filter(({ verdict }) => verdict === "regression").length;
  const sharp = judged.filter(({ metrics }) => metrics[0].gatedAt <= 0.05);
  return kind === "unchanged"
    ? `False alarms: ${regressions(judged)} in ${judged.length} judgements.`
    : `Found: ${regressions(judged)} of ${judged.length}; where the report said “gated at” 5 % or less: ${regressions(sharp)} of ${sharp.length}.`;
}

await mkdir(FOLDER, { recursive: true });
const end = Date.now() + Number(values.seconds ?? 1e9) * 1000;
// Both kinds in turn, so that a run that is cut short has seen the same hours of the machine for both.
const wanted = { unchanged: Number(values.unchanged ?? 0), slowed: Number(values.slowed ?? 0) };
for (
  let index = Number(values.from ?? 0);
  index < Math.max(wanted.unchanged, wanted.slowed);
  index += 1
) {
  for (const kind of ["unchanged", "slowed"]) {
    if (index >= wanted[kind] || Date.now() > end) continue;
    const result = await runJob(kind, index);
    const seconds = (result.time.totalMs / 1000).toFixed(0);
    process.stdout.write(
      `${kind} ${index}: ${result.judgement.verdict}, ${seconds} s, ${result.judgement.reasons[0]}\n`,
    );
  }
}
const parts = [];
for (const kind of ["unchanged", "slowed"]) {
  const results = await readAll(kind);
  if (results.length > 0) parts.push(summarize(kind, results));
}
const { environment } = (await readAll("unchanged"))[0] ?? (await readAll("slowed"))[0];
const head = `# Evaluation of the gate\n\nMade by \`npm run evaluate\`, from the raw blocks in \`evaluation/jobs/\`. ${environment.cpuModel}, ${environment.cpuCount} CPUs, shared; Node ${environment.node}, V8 ${environment.v8}.\n\n`;
await writeFile(join(import.meta.dirname, "README.md"), wrapProse(head + parts.join("\n")));
process.stdout.write(parts.join("\n"));
