import { createFileStore, listBaselines } from "../../baseline/file-store.ts";
import { createNoStore } from "../../baseline/no-store.ts";
import { createDemangler } from "../../components/demangle-names.ts";
import { createModuleDecoder } from "../../components/module-decoder.ts";
import { withEngines } from "../../config/choose-engines.ts";
import type { Planned } from "../../job/plan.ts";
import type { Config, FuelConfig } from "../../model/config.ts";
import type { FoundEngine } from "../../model/engine.ts";
import type { Environment } from "../../model/environment.ts";
import type { Policy, Sampling } from "../../model/policy.ts";
import type { ResultDocument } from "../../model/result.ts";
import type { Policies, StoredPolicy } from "../../model/stored-policy.ts";
import type { Workload } from "../../model/workload.ts";
import type { BaselineStore } from "../../ports.ts";
import {
  currentEnvironment,
  type Decoding,
  execute,
  type RestoredSide,
  restoreSide,
} from "../../shell/execute.ts";
import { findEngines, NO_ENGINES } from "../../shell/find-engines.ts";
import { historyOf } from "../../shell/history.ts";
import { limitEngines } from "../../shell/limit-engines.ts";
import type { Locations } from "../../shell/locations.ts";
import { type MetPolicies, meetPolicies, type OwnGate } from "../../shell/meet-policies.ts";
import { BASELINES_FOLDER, DEFAULT_BASELINE, noBaselineNamed } from "../../shell/named-baseline.ts";
import { closingOf } from "../../shell/observing.ts";
import { planWords } from "../../shell/plan-words.ts";
import { loadConfig, localRun, referenceNotice, samplingOf } from "../../shell/prepare.ts";
import { consoleProgress } from "../../shell/progress.ts";
import { type Console, exitCodeOf, fittedText, printReport, warnOn } from "../../shell/terminal.ts";
import { loadWorkload, type Selection, wants } from "../../shell/workload.ts";
import type { Options } from "../options.ts";
import { requireFilePlaces, writeFiles } from "../write-files.ts";

/** What every command gets. */
export interface CommandContext {
  readonly options: Options;
  readonly console: Console;
  readonly locations: Locations;
}

/**
 * `run`: measures, compares with a named baseline where there is one, and prints the report.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 passed, 1 the gate failed
 * @throws ActionError for everything the user can mend
 */
export async function runCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  if (options.list) return listCommand(context);
  const prepared = await prepareLocally(context);
  const result = await runPrepared(prepared, context);
  printReport(result, console, { isVerbose: options.verbose });
  await writeFiles(result, options, historyOf(prepared.side?.history ?? [], result));
  return exitCodeOf(result);
}

/** A run that is loaded and checked, ready to be measured. */
export interface PreparedRun
  extends Pick<RestoredSide, "side" | "noBaseline" | "storeFault" | "warnings"> {
  readonly config: Config;
  readonly root: string;
  readonly sampling: Sampling;
  readonly policy: Policy;
  readonly policies?: Policies;
  readonly fuel: FuelConfig;
  readonly environment: Environment;
  /** Engines beside V8 that its benchmarks run on. */
  readonly engines: readonly FoundEngine[];
  readonly workload: Workload;
  readonly selection: Selection;
  /** Whether benchmarks whose code did not change are measured too. */
  readonly measureIdentical: boolean;
}

/**
 * Loads configuration, components and baseline.
 *
 * @param context - options, console and locations
 * @param isObserved - whether JavaScript is loaded once to see what it needs; false where only benchmarks are listed
 * @returns everything a run needs
 * @throws ActionError for everything the user can mend
 */
export async function prepareLocally(
  { options, console, locations }: CommandContext,
  isObserved = true,
): Promise<PreparedRun> {
  await requireFilePlaces(options);
  const { config: written, root } = await loadConfig(".", options.config);
  const config = withEngines(written, options.engines);
  const notice = referenceNotice(config);
  if (notice !== null) (options.list ? console.err : console.out)(fittedText(notice, console));
  const selection = { suites: options.suites, filters: options.filters };
  const { referenceFolder, componentTools } = locations;
  const sampling = samplingOf(config, options.quick);
  const observing = closingOf({ sampling, root, locations });
  const closing = isObserved ? observing : null;
  const decode = createModuleDecoder();
  const decoding = { decode, componentTools };
  const source = {
    config,
    root,
    referenceFolder,
    selection,
    ...decoding,
    closing,
    lister: observing.observer,
  };
  const whole = await loadWorkload(source);
  const places = {
    root,
    current: ".",
    locations,
    tell: (line: string): void => console.err(`${line}\n`),
  };
  const found = options.list ? NO_ENGINES : await findEngines(config, whole, places);
  const workload = limitEngines(whole, found);
  const { engines } = found;
  const { known } = workload;
  const inputs = { ...options, confirm: null };
  const own: OwnGate = { config, inputs, quick: options.quick, known, judgedBy: options.policy };
  const met = (base: StoredPolicy | null): MetPolicies => meetPolicies(own, base);
  const environmentOf = (base: StoredPolicy | null): Environment =>
    currentEnvironment(met(base).sampling, engines);
  // Who lets a run fail for want of a baseline wants one, named or not, and the verdict says so.
  const isWanted = met(null).policy.failOn.includes("no-baseline");
  const restored = await restoreNamed(options.baseline, { environmentOf, ...decoding, isWanted });
  const { confirm: _, ...gate } = met(restored.side?.policy ?? null);
  const environment = currentEnvironment(gate.sampling, engines);
  const warnings = [...found.warnings, ...restored.warnings];
  // Without a baseline of one's own choice, the numbers themselves are wanted.
  const measureIdentical = options.baseline === null || options.baseline === "none";
  const loaded = { config, root, ...gate, environment, engines, workload, selection };
  return { ...restored, ...loaded, warnings, measureIdentical };
}

/**
 * Measures and judges a prepared run, telling its progress.
 *
 * @param prepared - loaded run
 * @param context - options, console and locations
 * @returns the judged result
 */
export function runPrepared(
  prepared: PreparedRun,
  { options, console, locations }: CommandContext,
): Promise<ResultDocument> {
  const { side, selection } = prepared;
  return execute({
    ...prepared,
    run: localRun(warnOn(console)),
    baseline: side,
    wants: (id: string): boolean => wants(selection, id),
    timeBudgetMs: options.timeBudgetMs,
    measuringEntry: locations.measuringEntry,
    demangle: createDemangler(locations.demangler),
    progress: consoleProgress(console),
    onPlan: (planned: readonly Planned[]): void =>
      console.err(fittedText(planWords(planned), console)),
  });
}

interface Restoring extends Decoding {
  readonly environmentOf: Parameters<typeof restoreSide>[1];
  /** Whether a baseline is wanted although none was named. */
  readonly isWanted: boolean;
}

async function restoreNamed(
  name: string | null,
  { environmentOf, isWanted, ...decoding }: Restoring,
): Promise<RestoredSide> {
  const stores: BaselineStore[] = [];
  if (name === "none") stores.push(createNoStore("--baseline none"));
  else if (name !== null) stores.push(createFileStore({ root: BASELINES_FOLDER, name }));
  else if (isWanted || (await listBaselines(BASELINES_FOLDER)).includes(DEFAULT_BASELINE)) {
    stores.push(createFileStore({ root: BASELINES_FOLDER, name: DEFAULT_BASELINE }));
  }
  const restored = await restoreSide(stores, environmentOf, decoding);
  if (restored.side === null && name !== null && name !== "none" && !isWanted) {
    throw await noBaselineNamed(name);
  }
  return restored;
}

async function listCommand(context: CommandContext): Promise<number> {
  const options = { ...context.options, baseline: "none" };
  const { workload } = await prepareLocally({ ...context, options }, false);
  for (const { id, unsupported } of workload.benchmarks) {
    context.console.out(
      unsupported === null ? `${id}\n` : `${id}  (unsupported: ${unsupported})\n`,
    );
  }
  return 0;
}
