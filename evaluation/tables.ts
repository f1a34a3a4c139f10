import { clopperPearson } from "./clopper-pearson.ts";
import { type BenchmarkDigest, comparedIn, type JobDigest, type RecordedGroup } from "./digest.ts";

/** “Gated at” up to which a slowdown of 5 % is promised to be found. */
const SHARP = 0.05;
const NAMED = ["regression", "unchanged", "inconclusive", "improvement"] as const;

/**
 * A share in per cent.
 *
 * @param share - fraction
 * @param digits - decimals
 * @returns for example `1.5 %`
 */
export function percent(share: number, digits = 0): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/**
 * A count of jobs with its exact interval.
 *
 * @param hits - jobs in which it happened
 * @param jobs - all jobs
 * @returns for example `0 of 40 (0 to 9 %)`
 */
export function jobsWithInterval(hits: number, jobs: number): string {
  if (jobs === 0) return "–";
  const [low, high] = clopperPearson(hits, jobs);
  return `${hits} of ${jobs} (${(100 * low).toFixed(0)} to ${percent(high)})`;
}

/**
 * A Markdown table.
 *
 * @param head - headings
 * @param rows - cells
 * @returns the table without a final line break
 */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const countOf = (judged: readonly BenchmarkDigest[], word: string): number =>
  judged.filter(({ verdict }) => verdict === word).length;

/** The middle of a list; NaN of an empty one. */
function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * How a group is called in tables.
 *
 * @param recorded - the jobs of a group
 * @returns cells: condition, set, engine, candidate, clock
 */
export function namesOf({ group, jobs }: Pick<RecordedGroup, "group" | "jobs">): string[] {
  return [
    group.condition,
    group.set,
    engineOf({ group, jobs }),
    group.slowed === 0 ? "equal" : `+${group.slowed} %`,
    jobs[0]?.clock ?? "",
  ];
}

/** The engine, and whether another one ran in the same jobs. */
function engineOf({ group, jobs }: Pick<RecordedGroup, "group" | "jobs">): string {
  const own = jobs[0]?.engine ?? "";
  return group.engines.length === 1 ? own : `${own}, side by side`;
}

const NAMES = ["condition", "set", "engine", "candidate", "clock"];

function redJobs(jobs: readonly JobDigest[]): number {
  return jobs.filter(({ benchmarks }) => countOf(benchmarks, "regression") > 0).length;
}

/** Jobs in which every slowed benchmark was found. */
function completeJobs({ group, jobs }: RecordedGroup): number {
  return jobs.filter((job) =>
    comparedIn({ group, jobs: [job] }).every(({ verdict }) => verdict === "regression"),
  ).length;
}

/**
 * What today's rules make of equal code.
 *
 * @param groups - groups of equal code
 * @returns a table: red jobs with their interval, false moves, what was judged
 */
export function equalTable(groups: readonly RecordedGroup[]): string {
  const rows = groups.map((recorded) => {
    const { jobs } = recorded;
    const judged = comparedIn(recorded);
    const open = judged.filter(({ verdict }) => verdict === "inconclusive");
    const noisy = open.filter(({ cause }) => cause === "too-noisy").length;
    const interrupted = jobs.flatMap((job) => job.interrupted ?? []);
    return [
      ...namesOf(recorded),
      jobsWithInterval(redJobs(jobs), jobs.length),
      `${countOf(judged, "regression")} of ${judged.length}`,
      countOf(judged, "improvement"),
      percent(1 - open.length / judged.length, 1),
      noisy,
      open.filter(({ isCutShort }) => isCutShort).length,
      interrupted.length === 0 ? "–" : percent(middleOf(interrupted)),
      middleOf(jobs.map(({ seconds }) => seconds)).toFixed(0),
    ];
  });
  const head = [
    ...NAMES,
    "red jobs",
    "false regressions",
    "false improvements",
    "judged",
    "too noisy",
    "open for want of data",
    "blocks interrupted",
    "seconds a job",
  ];
  return tableOf(head, rows);
}

/**
 * What today's rules find of true extra work.
 *
 * @param groups - groups with slowed candidates
 * @returns a table: found, found where the report promised it, jobs in which all were found
 */
export function slowedTable(groups: readonly RecordedGroup[]): string {
  const rows = groups.map((recorded) => {
    const judged = comparedIn(recorded);
    const sharp = judged.filter(({ gatedAt }) => gatedAt !== null && gatedAt <= SHARP);
    const open = countOf(judged, "inconclusive");
    return [
      ...namesOf(recorded),
      recorded.jobs.length,
      `${countOf(judged, "regression")} of ${judged.length}`,
      `${countOf(sharp, "regression")} of ${sharp.length}`,
      jobsWithInterval(completeJobs(recorded), recorded.jobs.length),
      percent(1 - open / judged.length, 1),
      middleOf(judged.flatMap(({ gatedAt }) => gatedAt ?? [])) === undefined
        ? ""
        : percent(middleOf(judged.flatMap(({ gatedAt }) => gatedAt ?? [])), 1),
    ];
  });
  const head = [
    ...NAMES,
    "jobs",
    "found",
    "found where gated at 5 % or less",
    "jobs with all found",
    "judged",
    "gated at (median)",
  ];
  return tableOf(head, rows);
}

/**
 * Both halves of the jobs: rules are chosen on the even ones.
 *
 * @param groups - all groups
 * @returns a table of regressions, improvements and open ones by half
 */
export function halvesTable(groups: readonly RecordedGroup[]): string {
  const rows = groups.flatMap((recorded) =>
    [0, 1].map((half) => {
      const jobs = recorded.jobs.filter(({ index }) => index % 2 === half);
      const judged = comparedIn({ ...recorded, jobs });
      const counts = (["regression", "improvement", "inconclusive"] as const).map((word) =>
        countOf(judged, word),
      );
      return [
        ...namesOf(recorded),
        half === 0 ? "even, to choose by" : "odd",
        jobs.length,
        judged.length,
        ...counts,
      ];
    }),
  );
  const head = [
    ...NAMES,
    "jobs by number",
    "jobs",
    "compared",
    "regression",
    "improvement",
    "inconclusive",
  ];
  return tableOf(head, rows);
}

/**
 * One row per benchmark of a group.
 *
 * @param recorded - the jobs of a group
 * @returns a table of verdicts, median change and median “gated at”
 */
export function benchmarkTable({ jobs }: RecordedGroup): string {
  const ids = jobs[0]?.benchmarks.map(({ id }) => id) ?? [];
  const rows = ids.map((id) => {
    const judged = jobs.flatMap(({ benchmarks }) => benchmarks.filter((one) => one.id === id));
    const counts = NAMED.map((word) => countOf(judged, word));
    const changes = judged.flatMap(({ change }) => change ?? []);
    const gates = judged.flatMap(({ gatedAt }) => gatedAt ?? []);
    return [
      id,
      ...counts,
      judged.length - counts.reduce((sum, count) => sum + count, 0),
      changes.length === 0 ? "" : percent(middleOf(changes), 2),
      gates.length === 0 ? "" : percent(middleOf(gates), 1),
    ];
  });
  return tableOf(["benchmark", ...NAMED, "other", "median change", "gated at (median)"], rows);
}

/**
 * What a look at half a confirmation clears.
 *
 * @param groups - all recorded groups
 * @returns a row per group with whole confirmations
 */
export function confirmationTable(groups: readonly RecordedGroup[]): string {
  const rows = groups.flatMap((recorded) => {
    const whole = comparedIn(recorded).filter(({ clearedByHalf }) => clearedByHalf !== null);
    if (whole.length === 0) return [];
    const cleared = whole.filter(({ clearedByHalf }) => clearedByHalf);
    const counts = [...NAMED].map((word) => countOf(cleared, word));
    return [
      [...namesOf(recorded), whole.length, countOf(whole, "regression"), cleared.length, ...counts],
    ];
  });
  return tableOf(
    [
      ...NAMES,
      "confirmed",
      "of these regressions",
      "cleared by half",
      ...NAMED.map((word) => `of these ${word}`),
    ],
    rows,
  );
}
