import { listGroups, readJob } from "../evaluation/jobs.mjs";
import { replay } from "../evaluation/replay.ts";
import { judge } from "../src/gate/judge.ts";

/** Recorded jobs that are shown, best first: calm ones with true extra work of 10 %, then whatever else compared. */
const ORDER = ["calm-reference-slowed10", "four-reference-slowed10", "calm-reference"];

/** @typedef {import("../src/model/result.ts").ResultDocument} ResultDocument */
/** @typedef {import("../src/model/result.ts").BenchmarkResult} BenchmarkResult */

/**
 * Files of recorded jobs in the order they are shown.
 *
 * @returns {Promise<string[]>} names in evaluation/jobs
 */
async function recordedFiles() {
  const groups = [...(await listGroups())];
  const rank = (/** @type {string} */ name) => {
    const place = ORDER.findIndex((one) => name.startsWith(one));
    return place === -1 ? ORDER.length : place;
  };
  return groups
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .flatMap(([, { files }]) => files);
}

/**
 * A benchmark of a further job under an id of its own.
 *
 * @param {BenchmarkResult} measured - as it was measured
 * @param {number} job - number of the job; 0 keeps the id
 * @returns {BenchmarkResult} the same measurements
 */
function renamed(measured, job) {
  const { benchmark } = measured;
  return job === 0
    ? measured
    : { ...measured, benchmark: { ...benchmark, id: `${benchmark.id}-${job}` } };
}

/**
 * A result of so many benchmarks from recorded jobs: real measurements, judged by the rules of today. What regressed comes
 * first, so that one benchmark is one with news; more than one job holds stand side by side under ids of their own.
 *
 * @param {number} count - benchmarks wanted
 * @returns {Promise<ResultDocument>} the result
 * @throws {Error} when the recorded jobs hold fewer
 */
export async function recordedResult(count) {
  /** @type {BenchmarkResult[]} */
  const benchmarks = [];
  /** @type {ResultDocument | null} */
  let first = null;
  for (const [job, file] of (await recordedFiles()).entries()) {
    if (benchmarks.length >= count) break;
    const { result } = await replay(await readJob(file));
    first ??= result;
    const regressed = new Set(
      result.judgement.benchmarks
        .filter(({ verdict }) => verdict === "regression")
        .map(({ id }) => id),
    );
    const isNews = (/** @type {BenchmarkResult} */ { benchmark }) => regressed.has(benchmark.id);
    const sorted = result.benchmarks.toSorted(
      (one, other) => Number(isNews(other)) - Number(isNews(one)),
    );
    benchmarks.push(...sorted.slice(0, count - benchmarks.length).map((one) => renamed(one, job)));
  }
  if (first === null || benchmarks.length < count)
    throw new Error(`evaluation/jobs holds ${benchmarks.length} benchmarks, not ${count}`);
  const { judgement: _, ...measurements } = first;
  const whole = { ...measurements, benchmarks };
  return { ...whole, judgement: judge(whole) };
}
