import { learnNoise } from "../gate/learn-noise.ts";
import { ratiosOf } from "../gate/log-ratios.ts";
import { processEstimates } from "../gate/process-values.ts";
import { HISTORY_LIMIT, type HistoryEntry, type HistoryPoint } from "../model/baseline.ts";
import { fingerprintOf } from "../model/environment.ts";
import type { BenchmarkResult, LearnedNoise, ResultDocument } from "../model/result.ts";
import type { Verdict } from "../model/verdict.ts";
import { median } from "../stats/descriptive.ts";

/**
 * What one run leaves in the history.
 *
 * @param result - judged result
 * @param tag - release tag of its commit, or null
 * @returns per benchmark the values of its processes, the kernel, and the log ratios where the code did not change its speed
 */
export function historyEntryOf(result: ResultDocument, tag: string | null): HistoryEntry {
  const verdicts = new Map(result.judgement.benchmarks.map(({ id, verdict }) => [id, verdict]));
  const points = result.benchmarks.flatMap((one): [string, HistoryPoint][] => {
    const point = pointOf(one, verdicts.get(one.benchmark.id));
    return point === null ? [] : [[one.benchmark.id, point]];
  });
  return {
    sha: result.run.sha,
    createdAt: result.createdAt,
    runId: result.run.runId,
    fingerprint: fingerprintOf(result.environment),
    tag,
    benchmarks: Object.fromEntries(points),
  };
}

function pointOf(one: BenchmarkResult, verdict: Verdict | undefined): HistoryPoint | null {
  const values = processEstimates(one.visits, one.benchmark.primary).candidate;
  if (values.length === 0) return null;
  const kernels = processEstimates(one.visits, "kernel").candidate.map(({ value }) => value);
  const isQuiet = verdict === "unchanged";
  return {
    p25: values.map(({ value }) => value),
    kernel: kernels.length === 0 ? null : median(kernels),
    y: isQuiet ? ratiosOf(one, one.benchmark.primary).map(({ value }) => value) : [],
  };
}

/**
 * Adds a run to the history.
 *
 * @param history - runs, oldest first; not modified
 * @param entry - the new run
 * @returns runs, oldest first, at most {@link HISTORY_LIMIT} of each fingerprint
 */
export function appendHistory(
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
): HistoryEntry[] {
  const all = [...history, entry];
  return all.filter(
    ({ fingerprint }, index) =>
      all.slice(index).filter((later) => later.fingerprint === fingerprint).length <= HISTORY_LIMIT,
  );
}

/**
 * What the runs of one fingerprint teach about the noise of every benchmark.
 *
 * @param history - runs of any fingerprint
 * @param fingerprint - the one that counts
 * @returns learned noise by benchmark id; benchmarks without unchanged comparisons are left out
 */
export function learnAll(
  history: readonly HistoryEntry[],
  fingerprint: string,
): Record<string, LearnedNoise> {
  const runs = history.filter((entry) => entry.fingerprint === fingerprint);
  const ids = new Set(runs.flatMap(({ benchmarks }) => Object.keys(benchmarks)));
  const learned = [...ids].sort().flatMap((id): [string, LearnedNoise][] => {
    const series = runs
      .map(({ benchmarks }) => benchmarks[id]?.y ?? [])
      .filter((y) => y.length > 0);
    const noise = learnNoise(series);
    return noise === null ? [] : [[id, noise]];
  });
  return Object.fromEntries(learned);
}
