import { comparedIn, type RecordedGroup } from "./digest.ts";
import { engineTables } from "./engine-table.ts";
import {
  falseCases,
  lostCases,
  type Opponents,
  opponentsIn,
  rivalTable,
  rocSeriesOf,
} from "./rival-tables.ts";
import { drawRoc } from "./roc-picture.ts";
import {
  benchmarkTable,
  confirmationTable,
  equalTable,
  halvesTable,
  slowedTable,
} from "./tables.ts";

/** The evaluation as a document and its pictures by file name. */
export interface Evaluation {
  readonly document: string;
  readonly pictures: ReadonlyMap<string, string>;
  /** The table of the first page, between blank lines. */
  readonly summary: string;
}

const INTRODUCTION = [
  "Conditions are the number of bursty neighbours on the machine (`evaluation/neighbour.mjs`): none (`calm`), `one` or",
  "`four`. *Equal* jobs compare copies with other bytes and the same code; in the others the candidate does true extra work:",
  "as many countdown steps as make the call take that much more CPU time, found in pairs of processes of their own.",
  "In reference groups on V8 recorded before that (calm but +5 %, and beside `four`) steps were timed at +50 % alone, where each of",
  "them costs more: there `wasm_add` does about 60 % of the extra work that the group says.",
  "Jobs named `unchanged`, `slowed` and `busy` were recorded by wall time. They, and those recorded with `--design today`,",
  "measured what the rules of their day asked for: where today's rules would ask for more, the benchmark is open for want of",
  "data. Others hold the full design, of which the rules of today take their part. Intervals are those of Clopper and Pearson",
  "(95 %) by job, since the benchmarks of a job share its machine and its minutes.",
];

const RIVAL_WORDS = [
  "Every rule sees the same seconds: the blocks of the screen of both sides, from the same processes. Ours has fresh",
  "processes for what it suspects besides; that is what it is made of. Rules that give a direction are asked for “slower” only.",
  "Benchmark.js compares all blocks by its own z statistic; Criterion is its bootstrapped t-test (500 resamples) with a noise",
  "threshold of 2 %; Welch's test and that of Mann and Whitney have one value per process.",
];

const ENGINE_WORDS = [
  "Equal code on both engines in the same jobs, so that machine and minutes are shared. *Spread* is the root mean square of the",
  "change that was told, which is none in truth (footprints on Wasmtime: by the reading of memory before",
  "[ADR 53](adr/0053-private-bytes-are-those-written.md)); *gated at* is the median of the smallest regression that a job would have seen.",
];

const HALF_WORDS = [
  "Of the suspects that were recorded with 8 fresh processes, those that the first 4 clear, and what all of them say of these",
  "([ADR 41](adr/0041-half-a-confirmation-may-clear.md)).",
];

const PICTURE_WORDS = [
  "Each curve moves the limit of a rule: T of ours, the ratio, z, p or the noise threshold of the others. Dots are the limits in",
  "use. Ours ends where the recordings do: below the threshold they were made with nothing more was confirmed.",
];

/** One picture for each slowdown that has equal code beside it. */
function picturesOf(groups: readonly RecordedGroup[]): Map<string, string> {
  return new Map(
    opponentsIn(groups).flatMap(({ equal, slowed }) =>
      slowed.map((one) => {
        const { condition, set, slowed: share } = one.group;
        const on = one.engine === "v8" ? "" : `, ${one.jobs[0]?.engine ?? ""}`;
        const title = `+${share} % of true extra work, ${condition}, ${set} components${on}`;
        const file = `roc-${one.group.name}.svg`;
        return [file, drawRoc(title, rocSeriesOf(equal, one))] as const;
      }),
    ),
  );
}

function wordsOf({ group: { condition, set }, jobs }: RecordedGroup): string {
  const { clock = "", engine = "" } = jobs[0] ?? {};
  return `${condition}, ${set} components, ${engine}, ${clock} clock`;
}

function rivalParts(groups: readonly RecordedGroup[]): string[] {
  return opponentsIn(groups).flatMap((opponents) => {
    const heading = `### ${wordsOf(opponents.equal)}`;
    return [heading, "", rivalTable(opponents), ""];
  });
}

function benchmarkParts(recorded: RecordedGroup): string[] {
  const { group, jobs } = recorded;
  const engine = group.engines.length > 1 ? `, ${jobs[0]?.engine ?? ""}` : "";
  const heading = `## ${group.name}: ${jobs.length} jobs${engine}`;
  return [heading, "", benchmarkTable(recorded), ""];
}

const ORDER = ["calm", "one", "four"];

function byGroup({ group: left }: RecordedGroup, { group: right }: RecordedGroup): number {
  return (
    ORDER.indexOf(left.condition) - ORDER.indexOf(right.condition) ||
    right.set.localeCompare(left.set) ||
    left.engines.join().localeCompare(right.engines.join()) ||
    left.slowed - right.slowed
  );
}

/** Every condition, set and engine that has both equal and slowed code by the clock of today; without any, all there is. */
function firstPage(opponents: readonly Opponents[]): string {
  const complete = opponents.filter(
    ({ equal, slowed }) => slowed.length > 0 && equal.jobs[0]?.clock === "cpu",
  );
  const shown = complete.length > 0 ? complete : opponents;
  const tables = shown.map((one) => {
    const recorded = [one.equal, ...one.slowed].map(({ jobs: { length } }) => length);
    const count = recorded.reduce((sum, length) => sum + length, 0);
    return `${count} jobs, ${wordsOf(one.equal)}:\n\n${rivalTable(one)}`;
  });
  return `\n${tables.join("\n\n")}\n`;
}

function listed(title: string, lines: readonly string[], none: string): string[] {
  return [title, "", ...(lines.length === 0 ? [none] : lines), ""];
}

/**
 * Writes the evaluation.
 *
 * @param groups - all recorded groups, judged
 * @param machine - one sentence: where they were recorded
 * @returns Markdown that is not wrapped yet, and the pictures it shows from `images/`
 */
export function writeEvaluation(groups: readonly RecordedGroup[], machine: string): Evaluation {
  const sorted = groups.toSorted(byGroup);
  const equal = sorted.filter(({ group }) => group.slowed === 0);
  const slowed = sorted.filter(({ group }) => group.slowed > 0);
  const pictures = picturesOf(sorted);
  const recordings = new Map(groups.map(({ group, jobs }) => [group.name, jobs.length]));
  const total = [...recordings.values()].reduce((sum, length) => sum + length, 0);
  const compared = groups.reduce((sum, one) => sum + comparedIn(one).length, 0);
  const parts = [
    "# Evaluation of the gate",
    "",
    `Made by \`npm run evaluate -- --write\` from the raw blocks in \`evaluation/jobs/\`: ${total} jobs, ${compared} comparisons. ${machine}`,
    "",
    ...INTRODUCTION,
    "",
    "## Equal code",
    "",
    equalTable(equal),
    "",
    "## True extra work",
    "",
    slowedTable(slowed),
    "",
    "## Engines side by side",
    "",
    ...ENGINE_WORDS,
    "",
    ...engineTables(equal),
    "## Other rules on the same seconds",
    "",
    ...RIVAL_WORDS,
    "",
    ...rivalParts(sorted),
    ...PICTURE_WORDS,
    "",
    ...[...pictures.keys()].flatMap((file) => [
      `![Found against false alarms](images/${file})`,
      "",
    ]),
    "## What was lost",
    "",
    ...listed("Slowdowns that ours did not find:", slowed.flatMap(lostCases), "- none"),
    ...listed("Equal code that ours called changed:", equal.flatMap(falseCases), "- none"),
    "## Both halves",
    "",
    "Rules were tuned on the jobs with even numbers; the odd ones were looked at too, and later recordings are the clean test.",
    "",
    halvesTable(sorted),
    "",
    "## Half a confirmation",
    "",
    ...HALF_WORDS,
    "",
    confirmationTable(sorted),
    "",
    ...sorted.flatMap(benchmarkParts),
  ];
  const summary = firstPage(opponentsIn(sorted));
  return { document: `${parts.join("\n").trimEnd()}\n`, pictures, summary };
}
