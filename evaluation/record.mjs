import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createModuleDecoder } from "../src/components/module-decoder.ts";
import { defaultConfig, parseConfig } from "../src/config/parse-config.ts";
import { judge } from "../src/gate/judge.ts";
import { givenSide } from "../src/job/baseline-side.ts";
import { planRun } from "../src/job/plan.ts";
import { resultsOf } from "../src/job/results.ts";
import { runnerFacts } from "../src/job/runner.ts";
import { measureStages } from "../src/job/stages.ts";
import { scrubEnvironment } from "../src/measure/parent/environment.ts";
import { createMeasurer } from "../src/measure/parent/measurer.ts";
import { RESULT_VERSION } from "../src/model/result.ts";
import { currentEnvironment } from "../src/shell/execute.ts";
import { findEngines } from "../src/shell/find-engines.ts";
import { localRun, policyToday } from "../src/shell/prepare.ts";
import { TOOL } from "../src/shell/tool.ts";
import { loadWorkload } from "../src/shell/workload.ts";
import { compactVisit } from "./compact.ts";
import { groupName } from "./jobs.mjs";
import { CONDITIONS, startNeighbours } from "./neighbours.mjs";
import { FULL_DESIGN } from "./replay.ts";
import { pad, slow } from "./variants.mjs";

const root = join(import.meta.dirname, "..");
/** Stages of the full design: every benchmark as if it were suspect and undecided. */
const STAGES = ["screen", "confirm", "extend"];
/** Neighbours end by themselves after this, should a recording be killed. */
const LONGEST_JOB_SECONDS = 7200;

/** Where engines beside V8 are looked for. */
const PLACES = {
  root,
  current: root,
  tell: (line) => process.stderr.write(`${line}\n`),
  locations: {
    downloader: join(root, "dist", "downloader", "index.js"),
    measuringEntry: join(root, "dist", "measure", "index.js"),
  },
};

/** Sets of components that can be recorded, with their configuration. */
export const SETS = new Map([
  ["reference", async () => defaultConfig([])],
  [
    "real",
    async () => {
      const path = join(import.meta.dirname, "real", "wasm-bench.yml");
      return parseConfig(await readFile(path, "utf8"), path, []);
    },
  ],
]);

/**
 * Records one job under its condition: the full design, or what the rules of today ask for.
 *
 * @param {import("./jobs.mjs").Group} group - condition, set and extra work in per cent
 * @param {number} index - number of the job: its seed, and what makes its bytes differ
 * @param {readonly number[] | null} design - processes of the stages; null for a job as it would run today
 * @returns {Promise<import("../src/model/result.ts").ResultDocument>} the result, compact
 */
export async function recordJob(group, index, design) {
  const engines = group.engines.map((name) =>
    name === "v8" ? { name } : { name, source: { kind: "unnamed" } },
  );
  const config = { ...(await SETS.get(group.set)()), targets: [], engines };
  const referenceFolder = join(root, "fixtures", "wat");
  const selection = { suites: null, filters: [] };
  // Both sides are copies of one load: what JavaScript needs tells none of them apart.
  const workload = await loadWorkload({
    config,
    root,
    referenceFolder,
    decode: createModuleDecoder(),
    selection,
    closing: null,
  });
  const { engines: found } = await findEngines(config, workload, PLACES);
  const sides = await sidesOf(workload, { group, engines: found }, index);
  const endNeighbours = await startNeighbours(CONDITIONS.get(group.condition), {
    seed: `${groupName(group)}/${index}`,
    seconds: LONGEST_JOB_SECONDS,
  });
  try {
    return await measureJob({ group, index, design, config, engines: found, ...sides });
  } finally {
    endNeighbours();
  }
}

/** Equal code under other bytes, or the benchmarks whose component was slowed, with what was verified. */
async function sidesOf(workload, { group: { slowed }, engines }, index) {
  if (slowed === 0) {
    const copies = (offset) => ({
      ...workload,
      components: workload.components.map((one) => pad(one, 2 * index + offset)),
    });
    return { baseline: copies(1), candidate: copies(2), changes: [] };
  }
  const ofComponent = (name) => workload.benchmarks.filter(({ component }) => component === name);
  const pairs = [];
  for (const one of workload.components) {
    const pair = await slow(one, ofComponent(one.name), { share: slowed / 100, engines });
    if (pair !== null) pairs.push(pair);
  }
  const names = new Set(pairs.map(({ candidate }) => candidate.name));
  const benchmarks = workload.benchmarks.filter(({ component }) => names.has(component));
  const side = (components) => ({ ...workload, benchmarks, components });
  return {
    baseline: side(pairs.map((pair) => pad(pair.baseline, 2 * index + 1))),
    candidate: side(pairs.map((pair) => pair.candidate)),
    changes: pairs.flatMap(({ changes }) => changes),
  };
}

async function measureJob(job) {
  const { group, index, design, config, engines, baseline, candidate, changes } = job;
  const start = Date.now();
  const { sampling } = config;
  const environment = currentEnvironment(sampling, engines);
  const now = new Date(start).toISOString();
  const given = givenSide(baseline, "equal copies", { environment, now });
  const planned = planRun(candidate, given, {
    environment,
    wants: () => true,
    measureIdentical: false,
    // Both sides export the same.
    obstacleOf: () => null,
  });
  const pairs = planned.flatMap(({ pair }) =>
    pair === null || pair.baseline === null ? [] : [pair],
  );
  const seed = `${groupName(group)}/${index}`;
  const policy = { ...policyToday(config, { threshold: null, failOn: null }), targets: [] };
  const found = (visits) => resultsOf({ planned, baseline: given, exact: new Map() }, visits);
  const measurer = measurerIn(environment, engines);
  const measured =
    design === null
      ? await measureStages(planned, {
          measurer,
          sampling,
          policy,
          seed,
          wholeScreen: false,
          resultsOf: found,
          onStage: () => {},
          onVisit: () => {},
        })
      : await measureStagesInFull({ measurer, pairs, sampling, seed, design });
  const warn = ({ message }) => process.stderr.write(`${message}\n`);
  const run = {
    ...localRun(warn),
    event: design === null ? "as-judged" : FULL_DESIGN,
    ref: groupName(group),
    runId: String(index),
  };
  const benchmarks = found(measured.visits);
  const measurements = {
    kind: "wasm-bench/result",
    version: RESULT_VERSION,
    tool: TOOL,
    createdAt: now,
    seed,
    run,
    environment,
    sampling,
    policy,
    baseline: given.info,
    noBaseline: null,
    components: candidate.facts,
    baselineComponents: baseline.facts,
    benchmarks: benchmarks.map((one) => ({ ...one, visits: one.visits.map(compactVisit) })),
    warnings: changes.map((message) => ({ code: "slowed", message })),
    time: { totalMs: Date.now() - start, ...measured.spent },
    ...runnerFacts([...measured.visits.values()].flat(), measured.startsMs),
  };
  return { ...measurements, judgement: judge(measurements) };
}

function measurerIn(environment, engines) {
  return createMeasurer({
    entry: join(root, "dist", "measure", "index.js"),
    environment,
    variables: scrubEnvironment(process.env),
    root,
    engines,
    isOver: () => false,
  });
}

async function measureStagesInFull({ measurer, pairs, sampling, seed, design }) {
  const visits = new Map();
  const spent = { startMs: 0, warmupMs: 0, measuredMs: 0, processes: 0 };
  const startsMs = [];
  let firstProcess = 0;
  for (const [at, stage] of STAGES.entries()) {
    const processes = design[at];
    const job = { stage, firstProcess, processes, pairs, sampling, seed };
    const outcome = await measurer.measure(job, () => {});
    for (const [id, own] of outcome.visits) visits.set(id, [...(visits.get(id) ?? []), ...own]);
    for (const key of Object.keys(spent)) spent[key] += outcome.spent[key];
    startsMs.push(...outcome.startsMs);
    firstProcess += processes;
  }
  return { visits, spent, startsMs };
}
