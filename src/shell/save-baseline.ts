import { packComponents } from "../baseline/pack.ts";
import {
  baselineDocumentOf,
  type EarlierRuns,
  failedBenchmarks,
} from "../job/baseline-document.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore, SaveOutcome } from "../ports.ts";
import { formatQuantity } from "../report/format.ts";
import type { Warn } from "./ask-git.ts";
import { tagReleases } from "./release-tags.ts";

/** What is saved. */
export interface SaveRequest {
  readonly result: ResultDocument;
  readonly workload: Workload;
  readonly earlier: EarlierRuns;
  readonly warn: Warn;
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
  { result, workload, earlier, warn }: SaveRequest,
): Promise<SaveOutcome> {
  const failed = failedBenchmarks(result);
  if (failed.length > 0) {
    return {
      saved: false,
      reason: "not-allowed",
      message: `${formatQuantity(failed.length, "benchmark")} failed, first ${failed[0]}: a broken run is no baseline`,
    };
  }
  const { components, objects } = packComponents(workload.components, (name) =>
    Object.fromEntries(
      workload.benchmarks
        .filter(({ component }) => component === name)
        .map(({ id }) => [id, workload.definitions.get(id) ?? ""]),
    ),
  );
  const tagged = { ...earlier, history: tagReleases(earlier.history, process.cwd(), warn) };
  return store.save({
    document: baselineDocumentOf({
      result,
      components,
      earlier: tagged,
      hostCodes: workload.hostCodes,
    }),
    objects,
  });
}
