import { HISTORY_LIMIT, type HistoryEntry, type StoredBenchmark } from "../model/baseline.ts";
import type { BenchmarkResult, LearnedNoise } from "../model/result.ts";
import { engineOfEntry } from "./history-entry.ts";
import { learnNoise } from "./learn-noise.ts";

function isSameRun(left: HistoryEntry, right: HistoryEntry): boolean {
  const isOfRun =
    left.sha === right.sha && left.runId === right.runId && left.createdAt === right.createdAt;
  // A run leaves an entry for each engine.
  return isOfRun && engineOfEntry(left) === engineOfEntry(right);
}

/** Drops the oldest runs of a fingerprint that has too many. */
function trim(history: readonly HistoryEntry[], fingerprint: string): HistoryEntry[] {
  const surplus =
    history.filter((entry) => entry.fingerprint === fingerprint).length - HISTORY_LIMIT;
  let seen = 0;
  return history.filter((entry) => {
    seen += entry.fingerprint === fingerprint ? 1 : 0;
    return entry.fingerprint !== fingerprint || seen > surplus;
  });
}

/**
 * Gives the runs of a commit their release tag, which is often set after they were measured.
 *
 * @param history - entries, oldest first; not modified
 * @param sha - commit the tag points to
 * @param tag - name of the tag
 * @returns the entries, those of the commit with the tag
 */
export function tagHistory(
  history: readonly HistoryEntry[],
  sha: string,
  tag: string,
): HistoryEntry[] {
  return history.map((entry) => (entry.sha === sha ? { ...entry, tag } : entry));
}

/**
 * Appends a run to the history and drops what is too old.
 *
 * A run that measured nothing (everything identical) takes no place: it would push out a run that did.
 * The same run is never kept twice.
 *
 * @param history - entries, oldest first; not modified
 * @param entry - run to append
 * @returns entries, oldest first; at most {@link HISTORY_LIMIT} of the entry's fingerprint
 * @see docs/statistics.md#trend
 */
export function appendHistory(
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
): HistoryEntry[] {
  const others = history.filter((one) => !isSameRun(one, entry));
  const tagged = entry.tag === null ? others : tagHistory(others, entry.sha, entry.tag);
  return Object.keys(entry.benchmarks).length === 0
    ? tagged
    : trim([...tagged, entry], entry.fingerprint);
}

/**
 * Forgets the points of benchmarks whose definition changed: they measured something else.
 *
 * @param history - entries, oldest first; not modified
 * @param stored - benchmarks of the baseline the history came with
 * @param results - benchmarks of the run that will be appended
 * @returns entries without those points; entries left without any are dropped
 */
export function forgetRedefined(
  history: readonly HistoryEntry[],
  stored: readonly Pick<StoredBenchmark, "id" | "definition">[],
  results: readonly BenchmarkResult[],
): HistoryEntry[] {
  const definitions = new Map(results.map((one) => [one.benchmark.id, one.definition]));
  const redefined = new Set(
    stored
      .filter(({ id, definition }) => (definitions.get(id) ?? definition) !== definition)
      .map(({ id }) => id),
  );
  return history
    .map((entry) => ({
      ...entry,
      benchmarks: Object.fromEntries(
        Object.entries(entry.benchmarks).filter(([id]) => !redefined.has(id)),
      ),
    }))
    .filter(({ benchmarks }) => Object.keys(benchmarks).length > 0);
}

/**
 * Learns the noise of every benchmark from the history.
 *
 * @param history - entries, oldest first
 * @param fingerprint - machine and engine to learn about; by default those of the newest entry
 * @returns learned noise by benchmark id; benchmarks that never ran unchanged on it have none
 * @see docs/statistics.md#prior
 */
export function learnAll(
  history: readonly HistoryEntry[],
  fingerprint: string | undefined = history.at(-1)?.fingerprint,
): Record<string, LearnedNoise> {
  const entries = history.filter((entry) => entry.fingerprint === fingerprint);
  const ids = new Set(entries.flatMap(({ benchmarks }) => Object.keys(benchmarks)));
  return Object.fromEntries(
    [...ids].sort().flatMap((id): (readonly [string, LearnedNoise])[] => {
      const noise = learnNoise(entries.map(({ benchmarks }) => benchmarks[id]?.y ?? []));
      return noise === null ? [] : [[id, noise]];
    }),
  );
}
