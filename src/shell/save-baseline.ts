import { packComponents } from "../baseline/pack.ts";
import {
  baselineDocumentOf,
  baselineObstacle,
  type EarlierRuns,
} from "../job/baseline-document.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore, SaveOutcome } from "../ports.ts";
import { tagReleases } from "./release-tags.ts";

/** What is saved. */
export interface SaveRequest {
  readonly result: ResultDocument;
  readonly workload: Workload;
  readonly earlier: EarlierRuns;
}

/**
 * Saves a run as the next baseline: its numbers and the binaries it measured.
 *
 * @param store - where baselines live
 * @param request - result and workload
 * @returns what became of it; a run that failed, lost benchmarks or measured nothing is not saved, and the outcome says why
 */
export async function saveBaseline(
  store: BaselineStore,
  { result, workload, earlier }: SaveRequest,
): Promise<SaveOutcome> {
  const obstacle = baselineObstacle(result);
  if (obstacle !== null) return { saved: false, reason: "not-allowed", message: obstacle };
  const { components, objects } = packComponents(workload.components, (name) =>
    Object.fromEntries(
      workload.benchmarks
        .filter(({ component }) => component === name)
        .map(({ id }) => [id, workload.definitions.get(id) ?? ""]),
    ),
  );
  const tagged = { ...earlier, history: tagReleases(earlier.history, process.cwd()) };
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
