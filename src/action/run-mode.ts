import { join } from "node:path";
import {
  liftableRegressions,
  type SecondOpinion,
  secondOpinion,
  withOpinion,
  withSuspects,
} from "../gate/second-opinion.ts";
import type { EarlierRuns } from "../job/baseline-document.ts";
import type { Planned } from "../job/plan.ts";
import type { Shard } from "../model/inputs.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore } from "../ports.ts";
import { currentEnvironment, execute, restoreSide } from "../shell/execute.ts";
import { historyOf } from "../shell/history.ts";
import { planWords } from "../shell/plan-words.ts";
import { loadConfig, policyToday, samplingOf } from "../shell/prepare.ts";
import { logProgress } from "../shell/progress.ts";
import { loadWorkload, wants } from "../shell/workload.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { publicationOf, publish, refreshComment } from "./publish.ts";
import { save, storesOf } from "./stores.ts";

/**
 * `mode: run`: restore, measure, compare, judge, report, save.
 *
 * @param context - surroundings, locations and log
 * @returns what the run leaves
 * @throws ActionError for everything the user can mend
 */
export async function runMode(context: ActionContext): Promise<ActionOutcome> {
  const { surroundings, locations, log, directory } = context;
  const { inputs, run, workspace: checkout } = surroundings;
  const { config, root } = await loadConfig(
    join(directory, inputs.config),
    inputs.configRequired,
    checkout,
  );
  const selection = { suites: inputs.suites, filters: inputs.suspects };
  const whole = await loadWorkload({
    config,
    root,
    referenceFolder: locations.referenceFolder,
    selection,
    checkout,
  });
  const workload = cutToShard(whole, inputs.shard);
  const sampling = samplingOf(config, false);
  const environment = currentEnvironment(sampling);
  const { stores, saving, mayMeasureAll } = storesOf(context);
  const { side, noBaseline, warnings, earlier } = await restoreSide(stores, environment);
  if (noBaseline !== null) log.warn({ code: "no-baseline", message: `no baseline: ${noBaseline}` });
  for (const warning of warnings) log.warn(warning);
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
    warnings,
    environment,
    measuringEntry: locations.measuringEntry,
    root,
    progress: logProgress(log),
    onPlan: (planned: readonly Planned[]): void => log.info(planWords(planned)),
  });
  const isFirst = (inputs.confirm ?? config.gate.confirm) === "fresh-runner";
  const suspects = isFirst && inputs.suspects.length === 0 ? liftableRegressions(result) : [];
  return finish(context, { result, workload, saving, suspects, isFirst, earlier });
}

interface Finish {
  readonly result: ResultDocument;
  readonly workload: Workload;
  readonly saving: BaselineStore | null;
  readonly suspects: readonly string[];
  /** True where a second job confirms what this one would fail for. */
  readonly isFirst: boolean;
  readonly earlier: EarlierRuns;
}

/** A whole run is saved and published; a shard leaves its result to `merge`. */
async function finish(context: ActionContext, done: Finish): Promise<ActionOutcome> {
  const { surroundings, log } = context;
  const { result, workload, saving, suspects, earlier } = done;
  const { inputs } = surroundings;
  const history = historyOf(earlier.history, result);
  const left = { result, history, suspects, fileName: fileNameOf(inputs.shard) };
  if (inputs.shard !== null) {
    if (suspects.length > 0) {
      const message = "a shard leaves nothing to a second job: confirm: fresh-runner has no effect";
      log.warn({ code: "input-ignored", message });
    }
    return { ...left, suspects: [], saved: false, commentUrl: "" };
  }
  const opinion = inputs.suspects.length === 0 ? null : secondOpinion(result, inputs.suspects);
  const told = toldOf(result, opinion, suspects);
  const saved =
    saving !== null && (await save({ context, result, workload, earlier, store: saving }));
  const publication = publicationOf(context, told, history);
  const key = secondKey(inputs.commentKey);
  const commentUrl = await publish({
    ...publication,
    ...(opinion === null ? {} : { commentKey: key }),
    isOpen: suspects.length > 0,
  });
  // What a second job said of an older commit must not stand beside a run that needs none.
  const isCalm =
    opinion === null && done.isFirst && suspects.length === 0 && told.judgement.verdict !== "fail";
  if (isCalm) await refreshComment({ ...publication, commentKey: key });
  const second = opinion === null ? {} : { upheld: opinion.upheld };
  return { ...left, told, ...second, saved, commentUrl };
}

function toldOf(
  result: ResultDocument,
  opinion: SecondOpinion | null,
  suspects: readonly string[],
): ResultDocument {
  if (opinion !== null) return withOpinion(result, opinion);
  return suspects.length > 0 ? withSuspects(result, suspects) : result;
}

/** The second job has a comment of its own: it knows the suspects only, and the first job's holds the rest. */
function secondKey(key: string): string {
  return key === "" ? "second-job" : `${key}-second-job`;
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
