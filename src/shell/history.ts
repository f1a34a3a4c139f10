import { historyEntriesOf } from "../history/history-entry.ts";
import { appendHistory } from "../history/history-ring.ts";
import { toReportHistory } from "../history/report-history.ts";
import { trendOf } from "../history/trend.ts";
import type { HistoryEntry } from "../model/baseline.ts";
import type { ResultDocument } from "../model/result.ts";
import type { History } from "../report/history.ts";

/**
 * The trend a report draws: stored runs and this one, with the steps found among them.
 *
 * @param entries - stored runs, oldest first
 * @param result - this run
 * @returns one history per benchmark of the run with at least one point; the point of this run is marked
 */
export function historyOf(entries: readonly HistoryEntry[], result: ResultDocument): History {
  const current = historyEntriesOf(result);
  const stored = withoutRedefined(entries, result);
  const reported = toReportHistory(
    trendOf(current.reduce(appendHistory, stored), null),
    result.benchmarks.map(({ benchmark }) => benchmark),
  );
  const isCurrent = ({ sha, createdAt }: Pick<HistoryEntry, "sha" | "createdAt">): boolean =>
    current.some((entry) => entry.sha === sha && entry.createdAt === createdAt);
  return reported.map((one) => ({
    ...one,
    points: one.points.map((point) => (isCurrent(point) ? { ...point, isNow: true } : point)),
  }));
}

/** Points of another definition measured something else. */
function withoutRedefined(
  entries: readonly HistoryEntry[],
  { benchmarks }: ResultDocument,
): HistoryEntry[] {
  const redefined = new Set(
    benchmarks
      .filter(({ definitionChange }) => definitionChange === "redefined")
      .map(({ benchmark }) => benchmark.id),
  );
  return entries.map((entry) => ({
    ...entry,
    benchmarks: Object.fromEntries(
      Object.entries(entry.benchmarks).filter(([id]) => !redefined.has(id)),
    ),
  }));
}
