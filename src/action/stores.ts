import { join } from "node:path";
import { actionsCache, CACHE_PATH } from "../baseline/actions-cache.ts";
import { createCacheStore } from "../baseline/cache-store.ts";
import { createFileStore } from "../baseline/file-store.ts";
import { createNoStore } from "../baseline/no-store.ts";
import { decideSave } from "../baseline/save-decision.ts";
import { holdScratch } from "../files/scratch.ts";
import { createSummaryWriter } from "../github/step-files.ts";
import type { BaselineStore } from "../ports.ts";
import { checkPacked, type PackedCheck, UNLOADABLE_HINT } from "../shell/check-packed.ts";
import { BASELINES_FOLDER, DEFAULT_BASELINE } from "../shell/named-baseline.ts";
import { type SaveRequest, saveBaseline } from "../shell/save-baseline.ts";
import type { ActionContext } from "./action-context.ts";
import { baselinePlaceOf } from "./baseline-place.ts";

interface Stores {
  readonly stores: readonly BaselineStore[];
  /** Where this run's baseline goes; null when it may not save. */
  readonly saving: BaselineStore | null;
  /** Runs that save measure everything: their numbers are the history. */
  readonly mayMeasureAll: boolean;
}

/**
 * The stores of a run, and whether it may save.
 *
 * @param context - surroundings and log
 * @returns stores in the order asked, and the one that is written
 */
export function storesOf(context: ActionContext): Stores {
  const { surroundings, log } = context;
  const { inputs, event, workspace, cacheMode, run } = surroundings;
  // Relative to the workspace, where the process runs: messages of a public comment name no folder of the runner.
  const root = join(inputs.workingDirectory, BASELINES_FOLDER);
  if (inputs.baseline.kind !== "cache" && inputs.saveBaseline === "always") {
    const message = `save-baseline: always does nothing with baseline: ${inputs.baseline.kind}; only the cache is saved to`;
    log.warn({ code: "input-ignored", message });
  }
  if (inputs.baseline.kind === "none")
    return {
      stores: [createNoStore("the input baseline is none")],
      saving: null,
      mayMeasureAll: true,
    };
  if (inputs.baseline.kind === "file") {
    return {
      stores: [createFileStore({ root, name: inputs.baseline.name })],
      saving: null,
      mayMeasureAll: false,
    };
  }
  const baselineBranch = inputs.baselineBranch ?? event.defaultBranch;
  const decision = decideSave({ policy: inputs.saveBaseline, event, baselineBranch });
  if (!decision.allowed) log.info(`this run saves no baseline: ${decision.message}`);
  const isRepeated = run.attempt > 1 || inputs.suspects.length > 0;
  const self = { sha: run.sha, runId: run.runId, isRepeated };
  const place = baselinePlaceOf(surroundings);
  const common = { cache: actionsCache, workspace, decision, cacheMode, self, ...place };
  holdScratch(join(workspace, CACHE_PATH));
  const store = createCacheStore({ ...common, baselineBranch });
  // A second job measures the suspects only: what it saved would know nothing else.
  const maySave = decision.allowed && inputs.suspects.length === 0;
  return {
    stores: [
      ...comparedFirst(context).map((branch) =>
        createCacheStore({ ...common, baselineBranch: branch }),
      ),
      store,
      createFileStore({ root, name: DEFAULT_BASELINE }),
    ],
    saving: maySave ? store : null,
    mayMeasureAll: maySave,
  };
}

/** A pull request is compared with the branch it goes to, where that branch has a baseline. */
function comparedFirst({ surroundings }: ActionContext): string[] {
  const { inputs, event } = surroundings;
  const { baseBranch, defaultBranch } = event;
  return inputs.baselineBranch !== null || baseBranch === null || baseBranch === defaultBranch
    ? []
    : [baseBranch];
}

interface SaveStep extends Omit<SaveRequest, "warn"> {
  readonly context: ActionContext;
  readonly store: BaselineStore;
  /** How what is packed is loaded once before it counts. */
  readonly check: PackedCheck;
}

/**
 * Saves a run's baseline and says what became of it.
 *
 * @param step - store, result and workload
 * @returns true when it was saved
 */
export async function save({ context, store, check, ...request }: SaveStep): Promise<boolean> {
  const { log } = context;
  const unloadable = await checkPacked(request.workload, check);
  for (const { name, message } of unloadable) {
    const words = `component "${name}" does not load from a baseline and is left out: ${message}`;
    log.warn({ code: "baseline-left-out", message: `${words}. ${UNLOADABLE_HINT}` });
  }
  const outcome = await saveBaseline(store, { ...request, unloadable, warn: log.warn });
  if (!outcome.saved) {
    log.warn({
      code: "baseline-not-saved",
      message: `the baseline was not saved: ${outcome.message}`,
    });
    return false;
  }
  log.info(`baseline saved as ${outcome.key}`);
  if (outcome.aside !== undefined) log.info(outcome.aside);
  if (outcome.leftOut.length > 0) {
    log.warn({
      code: "baseline-left-out",
      message: `too large for the baseline, left out: ${outcome.leftOut.join(", ")}`,
    });
  }
  return true;
}

const SAVED =
  "**Baseline saved**: pull requests are compared with this run and its modules from now on.";

/**
 * Says in the job summary, below the report, that the baseline was saved: nobody looks for it in the log.
 *
 * @param context - surroundings and log
 * @returns when it is written; a summary that cannot be written is warned of
 */
export async function tellSaved({ surroundings, log }: ActionContext): Promise<void> {
  const warnings = await createSummaryWriter(surroundings.summaryPath).write(`${SAVED}\n`);
  for (const warning of warnings) log.warn(warning);
}
