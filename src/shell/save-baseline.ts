import { leaveOut } from "../baseline/manifest.ts";
import { packComponents } from "../baseline/pack.ts";
import {
  baselineDocumentOf,
  baselineObstacle,
  type EarlierRuns,
} from "../job/baseline-document.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore, SaveOutcome } from "../ports.ts";
import type { Warn } from "./ask-git.ts";
import type { Unloadable } from "./check-packed.ts";
import { tagReleases } from "./release-tags.ts";

/** What is saved. */
export interface SaveRequest {
  readonly result: ResultDocument;
  readonly workload: Workload;
  readonly earlier: EarlierRuns;
  /** Components that would not load from the baseline: they are left out of it; absent when all would. */
  readonly unloadable?: readonly Unloadable[];
  readonly warn: Warn;
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
  { result, workload, earlier, unloadable = [], warn }: SaveRequest,
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
  const tagged = { ...earlier, history: tagReleases(earlier.history, process.cwd(), warn) };
  const { hostCodes, natives = new Map() } = workload;
  const document = unloadable.reduce(
    (rest, { name, message }) => leaveOut(rest, [name], message),
    baselineDocumentOf({ result, components, earlier: tagged, hostCodes, natives }),
  );
  return store.save({ document, objects });
}
