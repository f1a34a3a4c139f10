import { join } from "node:path";
import { actionsCache } from "../baseline/actions-cache.ts";
import { createCacheStore } from "../baseline/cache-store.ts";
import { createFileStore } from "../baseline/file-store.ts";
import { createNoStore } from "../baseline/no-store.ts";
import { decideSave } from "../baseline/save-decision.ts";
import { liftableRegressions } from "../gate/second-opinion.ts";
import type { EarlierRuns } from "../job/baseline-document.ts";
import { earlierRunsOf } from "../job/baseline-side.ts";
import type { Planned } from "../job/plan.ts";
import type { Shard } from "../model/inputs.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore, Log } from "../ports.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { planWords } from "./commands/run.ts";
import { currentEnvironment, execute, restoreSide } from "./execute.ts";
import { historyOf } from "./history.ts";
import { BASELINES_FOLDER, DEFAULT_BASELINE } from "./named-baseline.ts";
import { loadConfig, policyToday, samplingOf } from "./prepare.ts";
import { createProgress, type Progress } from "./progress.ts";
import { publish } from "./publish.ts";
import { type SaveRequest, saveBaseline } from "./save-baseline.ts";
import { loadWorkload, wants } from "./workload.ts";

/**
 * `mode: run`: restore, measure, compare, judge, report, save.
 *
 * @param context - surroundings, locations and log
 * @returns what the run leaves
 * @throws ActionError for everything the user can mend
 */
export async function runMode(context: ActionContext): Promise<ActionOutcome> {
  const { surroundings, locations, log, directory } = context;
  const { inputs, run } = surroundings;
  const { config, root } = await loadConfig(join(directory, inputs.config), inputs.configRequired);
  const selection = { suites: inputs.suites, filters: inputs.suspects };
  const whole = await loadWorkload({
    config,
    root,
    referenceFolder: locations.referenceFolder,
    selection,
  });
  const workload = cutToShard(whole, inputs.shard);
  const sampling = samplingOf(config, false);
  const environment = currentEnvironment(sampling);
  const { stores, saving, mayMeasureAll } = storesOf(context);
  const { side, noBaseline } = await restoreSide(stores, environment);
  if (noBaseline !== null) log.warn({ code: "no-baseline", message: `no baseline: ${noBaseline}` });
  const elsewhere = othersOf(whole, workload);
  const result = await execute({
    run,
    sampling,
    policy: policyToday(config, inputs),
    fuel: config.fuel,
    workload,
    baseline: side,
    noBaseline,
    wants: (id: string): boolean => wants(selection, id) && !elsewhere.has(id),
    measureIdentical: mayMeasureAll,
    timeBudgetMs: inputs.timeBudgetMs,
    warnings: [],
    environment,
    measuringEntry: locations.measuringEntry,
    root,
    progress: logProgress(log),
    onPlan: (planned: readonly Planned[]): void => log.info(planWords(planned)),
  });
  const isFirst = (inputs.confirm ?? config.gate.confirm) === "fresh-runner";
  const suspects = isFirst && inputs.suspects.length === 0 ? liftableRegressions(result) : [];
  return finish(context, { result, workload, saving, suspects, earlier: earlierRunsOf(side) });
}

interface Finish {
  readonly result: ResultDocument;
  readonly workload: Workload;
  readonly saving: BaselineStore | null;
  readonly suspects: readonly string[];
  readonly earlier: EarlierRuns;
}

/** A whole run is saved and published; a shard leaves its result to `merge`. */
async function finish(context: ActionContext, done: Finish): Promise<ActionOutcome> {
  const { surroundings, log } = context;
  const { result, workload, saving, suspects, earlier } = done;
  const { event, inputs } = surroundings;
  const history = historyOf(earlier.history, result);
  const fileName = fileNameOf(inputs.shard);
  if (inputs.shard !== null) {
    return { result, history, saved: false, commentUrl: "", suspects: [], fileName };
  }
  const step = { context, result, workload, earlier };
  const saved = saving !== null && (await save({ ...step, store: saving }));
  const { pullRequest, statusSha } = event;
  const commentUrl = await publish({ result, history, surroundings, pullRequest, statusSha, log });
  return { result, history, saved, commentUrl, suspects, fileName };
}

/** Progress as lines of the log. */
function logProgress(log: Log): Progress {
  return createProgress({
    write: (text: string): void => log.info(text.trimEnd()),
    live: false,
    width: 120,
    now: (): number => Date.now(),
  });
}

/** The name by which `merge` knows a part. */
function fileNameOf(shard: Shard | null): string {
  return shard === null ? "result" : `result-${shard.index}-of-${shard.count}`;
}

/** Benchmarks are dealt out in the order of their ids; both sides of one stay in one shard. */
function cutToShard(workload: Workload, shard: Shard | null): Workload {
  if (shard === null) return workload;
  const ids = workload.benchmarks.map(({ id }) => id).sort();
  const mine = new Set(ids.filter((_, index) => index % shard.count === shard.index - 1));
  return { ...workload, benchmarks: workload.benchmarks.filter(({ id }) => mine.has(id)) };
}

/** Benchmarks of other shards; what no shard has is missing, and every shard says so. */
function othersOf(whole: Workload, mine: Workload): ReadonlySet<string> {
  const ids = new Set(whole.benchmarks.map(({ id }) => id));
  for (const { id } of mine.benchmarks) ids.delete(id);
  return ids;
}

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
export function storesOf({ surroundings, log }: ActionContext): Stores {
  const { inputs, event, workspace, cacheMode } = surroundings;
  // Relative to the workspace, where the process runs: messages of a public comment name no folder of the runner.
  const root = join(inputs.workingDirectory, BASELINES_FOLDER);
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
  const parts = [inputs.commentKey, inputs.workingDirectory === "." ? "" : inputs.workingDirectory];
  const key = parts.filter((part) => part !== "").join("/") || "default";
  const store = createCacheStore({
    cache: actionsCache,
    workspace,
    key,
    baselineBranch,
    decision,
    cacheMode,
  });
  return {
    stores: [store, createFileStore({ root, name: DEFAULT_BASELINE })],
    saving: decision.allowed ? store : null,
    mayMeasureAll: decision.allowed,
  };
}

interface SaveStep extends SaveRequest {
  readonly context: ActionContext;
  readonly store: BaselineStore;
}

/**
 * Saves a run's baseline and says what became of it.
 *
 * @param step - store, result and workload
 * @returns true when it was saved
 */
export async function save({ context, store, ...request }: SaveStep): Promise<boolean> {
  const { log } = context;
  const outcome = await saveBaseline(store, request);
  if (!outcome.saved) {
    log.warn({
      code: "baseline-not-saved",
      message: `the baseline was not saved: ${outcome.message}`,
    });
    return false;
  }
  log.info(`baseline saved as ${outcome.key}`);
  if (outcome.leftOut.length > 0) {
    log.warn({
      code: "baseline-left-out",
      message: `too large for the baseline, left out: ${outcome.leftOut.join(", ")}`,
    });
  }
  return true;
}
