import { historyEntryOf } from "../history/history-entry.ts";
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
 * @returns one history per benchmark of the run with at least one point
 */
export function historyOf(entries: readonly HistoryEntry[], result: ResultDocument): History {
  return toReportHistory(
    trendOf(entries, historyEntryOf(result)),
    result.benchmarks.map(({ benchmark }) => benchmark),
  );
}
