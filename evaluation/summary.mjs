// Tables of the evaluation: what the rules of today make of the recorded jobs.

/** Runs a slowed component, but is over before its extra work. */
const UNTOUCHED = new Set(["crash_handling/fuel_exhaustion/fuel_trap_handling"]);

const NAMED = ["regression", "unchanged", "inconclusive", "improvement"];

const percent = (fraction, digits) => `${(100 * fraction).toFixed(digits)} %`;
const middle = (list) => [...list].sort((left, right) => left - right)[list.length >> 1];
const judgementsOf = (jobs) => jobs.flatMap(({ result }) => result.judgement.benchmarks);

/** Benchmarks whose time was compared, and whose code differs where the group is slowed. */
function comparedOf({ group, jobs }) {
  return judgementsOf(jobs)
    .filter(({ id }) => group.slowed === 0 || !UNTOUCHED.has(id))
    .filter(({ metrics }) => typeof metrics[0]?.gatedAt === "number");
}

const countOf = (judged, word) => judged.filter(({ verdict }) => verdict === word).length;

/**
 * One row per group: false verdicts of equal sides, regressions found of slowed ones.
 *
 * @param {readonly { group: import("./jobs.mjs").Group, jobs: readonly { result: object, seconds: number }[] }[]} groups - replayed jobs
 * @returns {string} a Markdown table
 */
export function summarizeConditions(groups) {
  const rows = groups.map(({ group, jobs }) => {
    const judged = comparedOf({ group, jobs });
    const red = jobs.filter(({ result }) => result.judgement.counts.regression > 0).length;
    const interrupted = jobs.flatMap(({ result }) => result.runner?.interrupted ?? []);
    return [
      group.condition,
      group.set,
      group.slowed === 0 ? "equal" : `+${group.slowed} %`,
      jobs[0].result.environment.clock ?? "wall",
      jobs.length,
      interrupted.length === 0 ? "–" : percent(middle(interrupted), 0),
      red,
      `${countOf(judged, "regression")} of ${judged.length}`,
      countOf(judged, "improvement"),
      (countOf(judged, "inconclusive") / jobs.length).toFixed(1),
      middle(jobs.map(({ seconds }) => seconds)).toFixed(0),
    ];
  });
  const head = [
    "condition",
    "set",
    "candidate",
    "clock",
    "jobs",
    "blocks interrupted",
    "red jobs",
    "regressions",
    "improvements",
    "inconclusive a job",
    "seconds a job",
  ];
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/**
 * One row per benchmark of a group.
 *
 * @param {string} title - heading
 * @param {{ group: import("./jobs.mjs").Group, jobs: readonly { result: object, seconds: number }[] }} recorded - replayed jobs
 * @returns {string} Markdown
 */
export function summarizeGroup(title, { group, jobs }) {
  const judged = comparedOf({ group, jobs });
  const seconds = jobs.map((job) => job.seconds).sort((left, right) => left - right);
  const red = jobs.filter(({ result }) => result.judgement.counts.regression > 0).length;
  const span = `median ${middle(seconds).toFixed(0)} s, ${seconds[0].toFixed(0)} to ${seconds.at(-1).toFixed(0)} s`;
  const lines = [
    `## ${title}: ${jobs.length} jobs`,
    "",
    `Wall time of a job: ${span}. Jobs with a regression: ${red}. ${totals(group, judged)}`,
    "",
    "| benchmark | regression | unchanged | inconclusive | improvement | other | median change | gated at (median) |",
    "|---|---|---|---|---|---|---|---|",
    ...jobs[0].result.benchmarks.map(({ benchmark }) => rowOf(benchmark.id, jobs)),
  ];
  return `${lines.join("\n")}\n`;
}

function rowOf(id, jobs) {
  const judged = judgementsOf(jobs).filter((one) => one.id === id);
  const counts = NAMED.map((word) => countOf(judged, word));
  const primary = judged.map(({ metrics }) => metrics[0]).filter((one) => one?.change);
  const gates = primary.map((one) => one.gatedAt).filter((one) => one !== null);
  const other = judged.length - counts.reduce((sum, count) => sum + count, 0);
  const change =
    primary.length === 0 ? "" : percent(middle(primary.map((one) => one.change.center)), 2);
  const gatedAt = gates.length === 0 ? "" : percent(middle(gates), 1);
  return `| ${[id, ...counts, other, change, gatedAt].join(" | ")} |`;
}

/** Verdicts of gated times over all jobs, and of those that said they could find 5 %. */
function totals({ slowed }, judged) {
  const found = countOf(judged, "regression");
  if (slowed === 0) return `False alarms: ${found} in ${judged.length} judgements.`;
  const sharp = judged.filter(({ metrics }) => metrics[0].gatedAt <= 0.05);
  return `Found: ${found} of ${judged.length}; where the report said “gated at” 5 % or less: ${countOf(sharp, "regression")} of ${sharp.length}.`;
}
