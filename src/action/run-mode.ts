import { createDemangler } from "../components/demangle-names.ts";
import { createModuleDecoder } from "../components/module-decoder.ts";
import { withEngines } from "../config/choose-engines.ts";
import { ActionError } from "../errors.ts";
import { liftableRegressions, secondOpinion, withOpinion } from "../gate/second-opinion.ts";
import type { EarlierRuns } from "../job/baseline-document.ts";
import type { BaselineSide } from "../job/baseline-side.ts";
import type { Planned } from "../job/plan.ts";
import type { Inputs, Shard } from "../model/inputs.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { StoredPolicy } from "../model/stored-policy.ts";
import type { Opinion } from "../model/verdict.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineStore } from "../ports.ts";
import type { PackedCheck } from "../shell/check-packed.ts";
import { currentEnvironment, execute, restoreSide } from "../shell/execute.ts";
import { findEngines } from "../shell/find-engines.ts";
import { historyOf } from "../shell/history.ts";
import { limitEngines } from "../shell/limit-engines.ts";
import { type MetPolicies, meetPolicies, type OwnGate } from "../shell/meet-policies.ts";
import { closingOf } from "../shell/observing.ts";
import { planWords } from "../shell/plan-words.ts";
import { loadConfig, referenceNotice, samplingOf } from "../shell/prepare.ts";
import { logProgress } from "../shell/progress.ts";
import { loadWorkload, wants } from "../shell/workload.ts";
import { formatQuantity } from "../wording/number.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { publicationOf, publish, refreshComment, UNPUBLISHED } from "./publish.ts";
import { save, storesOf, tellSaved } from "./stores.ts";

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
  const { config: written, root } = await loadConfig(directory, inputs.config, checkout);
  const config = withEngines(written, inputs.engines);
  const notice = referenceNotice(config);
  if (notice !== null) log.info(notice);
  const selection = { suites: inputs.suites, filters: inputs.suspects };
  const closing = closingOf({ sampling: samplingOf(config, false), root, locations });
  const decode = createModuleDecoder();
  const whole = await loadWorkload({
    config,
    root,
    referenceFolder: locations.referenceFolder,
    componentTools: locations.componentTools,
    decode,
    selection,
    closing,
    checkout,
  });
  const sharded = cutToShard(whole, inputs.shard);
  const places = { root, current: directory, tell: log.info, locations };
  const found = await findEngines(config, sharded, places);
  const { engines, warnings: told } = found;
  const workload = limitEngines(sharded, found);
  const { stores, saving, mayMeasureAll } = storesOf(context);
  const judgedBy = isOwnBranch(context, saving) ? "candidate" : inputs.policy;
  const own: OwnGate = { config, inputs, quick: false, known: whole.known, judgedBy };
  const met = (base: StoredPolicy | null): MetPolicies => meetPolicies(own, base);
  const { side, noBaseline, storeFault, earlier, ...restored } = await restoreSide(
    stores,
    (base) => currentEnvironment(met(base).sampling, engines),
    { decode, componentTools: locations.componentTools },
  );
  const warnings = [...told, ...restored.warnings, ...leftOutSuites(side, inputs.suites)];
  const { confirm, ...gate } = met(side?.policy ?? null);
  const environment = currentEnvironment(gate.sampling, engines);
  if (noBaseline !== null) log.warn({ code: "no-baseline", message: `no baseline: ${noBaseline}` });
  for (const warning of warnings) log.warn(warning);
  const elsewhere = othersOf(whole, workload);
  const result = await execute({
    ...gate,
    run,
    workload,
    baseline: side,
    noBaseline,
    storeFault,
    wants: (id: string): boolean => wants(selection, id) && !elsewhere.has(id),
    measureIdentical: mayMeasureAll,
    // A second job measures only what it is asked about.
    wholeScreen: inputs.suspects.length > 0,
    timeBudgetMs: inputs.timeBudgetMs,
    warnings: [...warnings, ...checkoutWarnings(context, judgedBy, side)],
    environment,
    engines,
    measuringEntry: locations.measuringEntry,
    demangle: createDemangler(locations.demangler),
    root,
    progress: logProgress(log),
    onPlan: (planned: readonly Planned[]): void => log.info(planWords(planned)),
  });
  const isFirst = confirm === "fresh-runner";
  const suspects = isFirst && inputs.suspects.length === 0 ? liftableRegressions(result) : [];
  const check = { observer: closing.observer, entries: config.components };
  return finish(context, { result, workload, saving, suspects, isFirst, earlier, check });
}

/** On the branch whose runs save the baseline there is no other policy than the new one. */
function isOwnBranch({ surroundings }: ActionContext, saving: BaselineStore | null): boolean {
  const { inputs, event } = surroundings;
  return (
    saving !== null || event.savesBaselineFor === (inputs.baselineBranch ?? event.defaultBranch)
  );
}

/** A baseline in the checkout is the pull request's to change, and its policy with it. */
function checkoutWarnings(
  { surroundings }: ActionContext,
  judgedBy: OwnGate["judgedBy"],
  side: BaselineSide | null,
): Warning[] {
  const isOpen = judgedBy === "base" && surroundings.event.pullRequest !== null;
  if (!isOpen || side?.info.source !== "file") return [];
  const message = `policy: base judges by baselines/${side.info.key} of this checkout, which the pull request can change: review it`;
  return [{ code: "base-policy-in-checkout", message }];
}

interface Finish {
  readonly result: ResultDocument;
  readonly workload: Workload;
  readonly saving: BaselineStore | null;
  readonly suspects: readonly string[];
  /** True where a second job confirms what this one would fail for. */
  readonly isFirst: boolean;
  readonly earlier: EarlierRuns;
  readonly check: PackedCheck;
}

/** A whole run is saved and published; a shard leaves its result to `merge`. */
async function finish(context: ActionContext, done: Finish): Promise<ActionOutcome> {
  const { surroundings, log } = context;
  const { result, workload, saving, suspects, earlier, check } = done;
  const { inputs } = surroundings;
  const history = historyOf(earlier.history, result);
  const left = { result, history, suspects, fileName: fileNameOf(inputs.shard) };
  if (inputs.shard !== null) {
    if (suspects.length > 0) {
      const message = "a shard leaves nothing to a second job: confirm: fresh-runner has no effect";
      log.warn({ code: "input-ignored", message });
    }
    return { ...left, suspects: [], saved: false, published: UNPUBLISHED };
  }
  const opinion = opinionOf(result, suspects, inputs);
  const isSecond = opinion?.kind === "given";
  const told = opinion === null ? result : withOpinion(result, opinion);
  const saved =
    saving !== null && (await save({ context, result, workload, earlier, check, store: saving }));
  const publication = publicationOf(context, told, history);
  const key = secondKey(inputs.commentKey);
  const published = await publish({ ...publication, ...(isSecond ? { commentKey: key } : {}) });
  if (saved) await tellSaved(context);
  // What a second job said of an older commit must not stand beside a run that needs none.
  const isCalm = opinion === null && done.isFirst && told.judgement.verdict !== "fail";
  if (isCalm) await refreshComment({ ...publication, commentKey: key }, published.reportUrl);
  return { ...left, told, saved, published };
}

/** What this job is of two: the second one, the first one, or one that would leave something and has nobody to. */
function opinionOf(
  result: ResultDocument,
  suspects: readonly string[],
  inputs: Inputs,
): Opinion | null {
  if (inputs.suspects.length > 0) return secondOpinion(result, inputs.suspects);
  if (suspects.length === 0) return null;
  return { kind: inputs.secondJob ? "left" : "alone", suspects };
}

/** The second job has a comment of its own: it knows the suspects only, and the first job's holds the rest. */
function secondKey(key: string): string {
  return key === "" ? "second-job" : `${key}-second-job`;
}

/** The name by which `merge` knows a part. */
function fileNameOf(shard: Shard | null): string {
  return shard === null ? "result" : `result-${shard.index}-of-${shard.count}`;
}

/** What an input leaves out is not missing, and must not go unsaid either. */
function leftOutSuites(side: BaselineSide | null, suites: Inputs["suites"]): Warning[] {
  const known = [...(side?.benchmarks.keys() ?? [])];
  const left = suites === null ? [] : known.filter((id) => !wants({ suites, filters: [] }, id));
  const names = [...new Set(left.map((id) => id.slice(0, id.indexOf("/"))))].join(", ");
  const many = formatQuantity(left.length, "benchmark");
  const message = `the input suites leaves out ${many} of the baseline (${names}): neither measured nor missing`;
  return left.length === 0 ? [] : [{ code: "suites-left-out", message }];
}

/** Benchmarks are dealt out in the order of their ids, those that can run first; both sides of one stay in one shard. */
function cutToShard(workload: Workload, shard: Shard | null): Workload {
  if (shard === null) return workload;
  const { benchmarks } = workload;
  const sorted = benchmarks.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const runnable = sorted.filter(({ unsupported }) => unsupported === null);
  const dealt = [...runnable, ...sorted.filter(({ unsupported }) => unsupported !== null)];
  const sensible = runnable.length === 0 ? dealt.length : runnable.length;
  if (shard.index > sensible) throw emptyShard(shard, sensible);
  const mine = new Set(
    dealt.filter((_, index) => index % shard.count === shard.index - 1).map(({ id }) => id),
  );
  return { ...workload, benchmarks: benchmarks.filter(({ id }) => mine.has(id)) };
}

function emptyShard({ index, count }: Shard, sensible: number): ActionError {
  const many = formatQuantity(sensible, "benchmark");
  return new ActionError({
    code: "input",
    message: `input shard: ${index}/${count} has nothing to measure: ${many} can be measured here`,
    hint: `Split the run into at most ${formatQuantity(sensible, "shard")}.`,
  });
}

/** Benchmarks of other shards; what no shard has is missing, and every shard says so. */
function othersOf(whole: Workload, mine: Workload): ReadonlySet<string> {
  const ids = new Set(whole.benchmarks.map(({ id }) => id));
  for (const { id } of mine.benchmarks) ids.delete(id);
  return ids;
}
