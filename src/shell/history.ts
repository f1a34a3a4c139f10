import { historyEntryOf } from "../job/history.ts";
import type { HistoryEntry } from "../model/baseline.ts";
import { metricOf } from "../model/metric.ts";
import type { ResultDocument } from "../model/result.ts";
import type { BenchmarkHistory, History } from "../report/history.ts";
import { median } from "../stats/descriptive.ts";

/**
 * The trend a report draws: stored runs and this one.
 *
 * @param entries - stored runs, oldest first
 * @param result - this run
 * @returns one history per benchmark with at least two points
 */
export function historyOf(entries: readonly HistoryEntry[], result: ResultDocument): History {
  const all = [...entries, historyEntryOf(result, null)];
  return result.benchmarks.flatMap(({ benchmark }): BenchmarkHistory[] => {
    const points = all.flatMap(({ sha, createdAt, fingerprint, benchmarks }) => {
      const values = benchmarks[benchmark.id]?.p25 ?? [];
      return values.length === 0 ? [] : [{ sha, createdAt, fingerprint, value: median(values) }];
    });
    const { name, unit } = metricOf(benchmark.primary);
    return points.length < 2
      ? []
      : [{ id: benchmark.id, metric: name, unit, points, changePoints: [] }];
  });
}
