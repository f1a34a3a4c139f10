import { packComponents } from "../baseline/pack.ts";
import { baselineDocumentOf, failedBenchmarks } from "../job/baseline-document.ts";
import type { HistoryEntry } from "../model/baseline.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore, SaveOutcome } from "../ports.ts";

/** What is saved. */
export interface SaveRequest {
  readonly result: ResultDocument;
  readonly workload: Workload;
  /** History of the baseline before; empty without one. */
  readonly history: readonly HistoryEntry[];
  readonly tag: string | null;
}

/**
 * Saves a run as the next baseline: its numbers and the binaries it measured.
 *
 * @param store - where baselines live
 * @param request - result and workload
 * @returns what became of it; a run with failed benchmarks is not saved, and the outcome names them
 */
export async function saveBaseline(
  store: BaselineStore,
  { result, workload, history, tag }: SaveRequest,
): Promise<SaveOutcome> {
  const failed = failedBenchmarks(result);
  if (failed.length > 0) {
    return {
      saved: false,
      reason: "not-allowed",
      message: `${failed.length} benchmark(s) failed, first ${failed[0]}: a broken run is no baseline`,
    };
  }
  const { components, objects } = packComponents(workload.components, (name) =>
    Object.fromEntries(
      workload.benchmarks
        .filter(({ component }) => component === name)
        .map(({ id }) => [id, workload.definitions.get(id) ?? ""]),
    ),
  );
  return store.save({
    document: baselineDocumentOf({ result, components, history, tag }),
    objects,
  });
}
