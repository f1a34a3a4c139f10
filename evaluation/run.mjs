// False alarms and power of the gate, measured.
//
//   npm run evaluate                                   judges every recorded job by today's rules and those of others
//   npm run evaluate -- --write                        and writes docs/evaluation.md with its pictures, and the table of README.md
//   npm run evaluate -- --record --condition four --set real --jobs 15
//   npm run evaluate -- --record --condition calm --set reference --slowed 5 --jobs 8
//   npm run evaluate -- --record --engines v8,wasmtime --jobs 20 --design today
//
// A recording compares all benchmarks of a set with equal copies under other bytes, or with copies that do true extra work of
// the given percentage, every benchmark as if it were suspect. It goes on after the jobs that are there already;
// `--seconds 600` begins no job after ten minutes, `--design today` measures what today's rules ask for (a third of the time, for
// later rules to be judged on less), `--design 1,1,1` takes fewer processes, to try it. It needs a bundle (npm run build). With `--engines wasmtime` the
// reference components run on Wasmtime, whose library WASM_BENCH_WASMTIME names; work is added for one engine at a time.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replaceBetweenMarkers } from "../scripts/markers.mjs";
import { wrapProse } from "../scripts/wrap-prose.mjs";
import { ENGINES } from "../src/model/engine.ts";
import { digestJob } from "./digest.ts";
import { writeEvaluation } from "./document.ts";
import { groupName, listGroups, readJob, writeJob } from "./jobs.mjs";
import { CONDITIONS } from "./neighbours.mjs";
import { recordJob, SETS } from "./record.mjs";
import { replay } from "./replay.ts";

const { values } = parseArgs({
  options: {
    record: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    condition: { type: "string", default: "calm" },
    set: { type: "string", default: "reference" },
    slowed: { type: "string", default: "0" },
    engines: { type: "string", default: "v8" },
    jobs: { type: "string", default: "1" },
    seconds: { type: "string", default: "Infinity" },
    design: { type: "string", default: "4,8,8" },
  },
});

const MOST_SLOWED = 50;

function requireOneOf(option, known) {
  if (!known.includes(values[option]))
    throw new Error(`--${option} ${values[option]}: expected one of ${known.join(", ")}`);
}

function numberOf(option, isRight, words) {
  const number = Number(values[option]);
  if (!isRight(number)) throw new Error(`--${option} ${values[option]}: expected ${words}`);
  return number;
}

/** What to record, from the options. */
function readPlan() {
  requireOneOf("condition", [...CONDITIONS.keys()]);
  requireOneOf("set", [...SETS.keys()]);
  const isCount = (number) => Number.isInteger(number) && number >= 1;
  const isShare = (number) => Number.isInteger(number) && number >= 0 && number <= MOST_SLOWED;
  const slowed = numberOf("slowed", isShare, `a whole number of per cent up to ${MOST_SLOWED}`);
  const design = values.design === "today" ? null : values.design.split(",").map(Number);
  if (design !== null && (design.length !== 3 || !design.every(isCount)))
    throw new Error(
      `--design ${values.design}: expected today, or processes of three stages, such as 4,8,8`,
    );
  const engines = values.engines.split(",");
  if (!engines.every((one) => ENGINES.includes(one)) || (slowed > 0 && engines.length > 1))
    throw new Error(
      `--engines ${values.engines}: expected some of ${ENGINES.join(", ")}, and one of them with --slowed`,
    );
  return {
    group: { condition: values.condition, set: values.set, slowed, engines },
    jobs: numberOf("jobs", isCount, "a number of jobs"),
    seconds: numberOf("seconds", (number) => number > 0, "a number of seconds"),
    design,
  };
}

async function record() {
  const { group, jobs, seconds, design } = readPlan();
  const end = Date.now() + seconds * 1000;
  const files = (await listGroups()).get(groupName(group))?.files ?? [];
  const done = new Set(files.map((file) => Number(/-(\d+)\.json\.br$/.exec(file)?.[1])));
  for (let index = 0; index < jobs && Date.now() < end; index += 1) {
    if (done.has(index)) continue;
    const result = await recordJob(group, index, design);
    const bytes = await writeJob(group, index, result);
    process.stdout.write(`${groupName(group)} ${index}: ${wordsOf(result, bytes)}\n`);
    if (index > 0) continue;
    for (const { message } of result.warnings) process.stdout.write(`  ${message}\n`);
  }
}

function wordsOf({ time, judgement, runner }, bytes) {
  const interrupted = (100 * (runner?.interrupted ?? 0)).toFixed(0);
  return [
    `${(time.totalMs / 1000).toFixed(0)} s`,
    `${(bytes / 1024).toFixed(0)} KiB`,
    `${interrupted} % of blocks interrupted`,
    judgement.reasons[0],
  ].join(", ");
}

/** Job by job, so that hundreds need no more memory than one. */
async function judgeAll() {
  const groups = [];
  let machine = "";
  for (const { group, files } of (await listGroups()).values()) {
    const jobs = new Map(group.engines.map((engine) => [engine, []]));
    for (const file of files) {
      const replayed = await replay(await readJob(file));
      const { cpuModel, cpuCount, node, v8 } = replayed.result.environment;
      machine ||= `${cpuModel}, ${cpuCount} CPUs, shared; Node ${node}, V8 ${v8}.`;
      for (const [engine, own] of jobs) own.push(digestJob(file, replayed, engine));
    }
    for (const [engine, own] of jobs) groups.push({ group, engine, jobs: own });
  }
  if (groups.length === 0) throw new Error("nothing is recorded: begin with --record");
  const { document, pictures, summary } = writeEvaluation(groups, machine);
  const text = wrapProse(document);
  process.stdout.write(text);
  if (!values.write) return;
  const root = join(import.meta.dirname, "..");
  const docs = join(root, "docs");
  await writeFile(join(docs, "evaluation.md"), text);
  for (const [file, picture] of pictures) await writeFile(join(docs, "images", file), picture);
  const readme = await readFile(join(root, "README.md"), "utf8");
  const page = replaceBetweenMarkers(readme, "evaluation", summary);
  if (page === null) throw new Error("README.md has no place marked evaluation");
  await writeFile(join(root, "README.md"), page);
}

await (values.record ? record() : judgeAll());
