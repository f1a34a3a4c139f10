// False alarms and power of the gate, measured.
//
//   npm run evaluate                                   judges every recorded job by today's rules and writes README.md
//   npm run evaluate -- --record --condition four --set real --jobs 15
//   npm run evaluate -- --record --condition calm --set reference --slowed 5 --jobs 8
//
// A recording compares all benchmarks of a set with equal copies under other bytes, or with copies that do true extra work of
// the given percentage, every benchmark as if it were suspect. It goes on after the jobs that are there already;
// `--seconds 600` begins no job after ten minutes, `--design 1,1,1` takes fewer processes, to try it. It needs a bundle (npm run build).
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wrapProse } from "../scripts/wrap-prose.mjs";
import { groupName, listGroups, readJob, writeJob } from "./jobs.mjs";
import { CONDITIONS } from "./neighbours.mjs";
import { recordJob, SETS } from "./record.mjs";
import { replay } from "./replay.ts";
import { summarizeConditions, summarizeGroup } from "./summary.mjs";

const { values } = parseArgs({
  options: {
    record: { type: "boolean", default: false },
    condition: { type: "string", default: "calm" },
    set: { type: "string", default: "reference" },
    slowed: { type: "string", default: "0" },
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
  const design = values.design.split(",").map(Number);
  if (design.length !== 3 || !design.every(isCount))
    throw new Error(`--design ${values.design}: expected processes of three stages, such as 4,8,8`);
  return {
    group: { condition: values.condition, set: values.set, slowed },
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

async function judgeAll() {
  const groups = [];
  for (const { group, files } of (await listGroups()).values()) {
    const jobs = [];
    for (const file of files) jobs.push(await replay(await readJob(file)));
    groups.push({ group, jobs });
  }
  if (groups.length === 0) throw new Error("nothing is recorded: begin with --record");
  const { environment } = groups[0].jobs[0].result;
  const parts = [
    "# Evaluation of the gate",
    "",
    `Made by \`npm run evaluate\`, from the raw blocks in \`evaluation/jobs/\`. ${environment.cpuModel}, ${environment.cpuCount} CPUs, shared; Node ${environment.node}, V8 ${environment.v8}.`,
    "",
    "Conditions are the number of bursty neighbours on the machine (`neighbour.mjs`): none, one or four. The jobs `unchanged`",
    "and `slowed` were recorded by wall time and measured what the rules of their day asked for; the others hold the full",
    "design, of which the rules of today take their part.",
    "",
    summarizeConditions(groups),
    "",
    ...groups.map((recorded) => summarizeGroup(recorded.group.name, recorded)),
  ];
  const text = wrapProse(`${parts.join("\n").trimEnd()}\n`);
  await writeFile(join(import.meta.dirname, "README.md"), text);
  process.stdout.write(text);
}

await (values.record ? record() : judgeAll());
