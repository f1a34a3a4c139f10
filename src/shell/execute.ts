import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreFirst } from "../baseline/restore-first.ts";
import { unpackComponents } from "../baseline/unpack.ts";
import { describeComponent } from "../components/describe-component.ts";
import type { DecodeModule } from "../components/module-decoder.ts";
import { holdScratch } from "../files/scratch.ts";
import { type EarlierRuns, NO_EARLIER_RUNS } from "../job/baseline-document.ts";
import { type BaselineSide, storedSide } from "../job/baseline-side.ts";
import type { FunctionDifferences } from "../job/functions.ts";
import type { Planned } from "../job/plan.ts";
import { countCalls } from "../measure/parent/counter.ts";
import { describeEnvironment, scrubEnvironment } from "../measure/parent/environment.ts";
import { createMeasurer, type MeasurerDeps } from "../measure/parent/measurer.ts";
import type { FuelConfig } from "../model/config.ts";
import type { Count, CountRequest } from "../model/count.ts";
import type { FoundEngine } from "../model/engine.ts";
import type { Environment } from "../model/environment.ts";
import type { Sampling } from "../model/policy.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Sides } from "../model/sides.ts";
import type { StoredPolicy } from "../model/stored-policy.ts";
import type { BaselineStore, MissReason, Restored, RestoreMiss } from "../ports.ts";
import { type RunRequest, runJob } from "../run.ts";
import type { Demangle } from "../wasm/functions/tidy-name.ts";
import { compareFunctions } from "./compare-functions.ts";
import { requireKnownOperators, withSizeChanges } from "./module-facts.ts";
import type { Progress } from "./progress.ts";
import { TOOL } from "./tool.ts";
import { transpileRestored } from "./transpile-restored.ts";

type Counts = ReadonlyMap<CountRequest, Count>;

/** What both entries need to run a job. */
export interface Execution extends Omit<RunRequest, "tool" | "seed"> {
  readonly timeBudgetMs: number | null;
  readonly environment: Environment;
  /** Engines beside V8 that its benchmarks run on; absent without any. */
  readonly engines?: readonly FoundEngine[];
  readonly measuringEntry: string;
  /** Demangles the names of functions; absent where fuel is not counted. */
  readonly demangle?: Demangle;
  /** Folder the configuration's paths are relative to. */
  readonly root: string;
  readonly progress: Progress;
  readonly onPlan: (planned: readonly Planned[]) => void;
}

/**
 * Runs a job with real processes and the real clock.
 *
 * @param execution - workload, baseline, policy and watchers
 * @returns the judged result
 */
export async function execute(execution: Execution): Promise<ResultDocument> {
  const start = Date.now();
  const { environment, timeBudgetMs, progress, run } = execution;
  const isOver = (): boolean => timeBudgetMs !== null && Date.now() - start > timeBudgetMs;
  if (execution.fuel !== null) requireKnownOperators(execution.fuel);
  const deps: MeasurerDeps = {
    entry: execution.measuringEntry,
    environment,
    variables: scrubEnvironment(process.env),
    root: execution.root,
    engines: execution.engines ?? [],
    data: new Map(execution.workload.components.flatMap(({ data = [] }) => [...data])),
    isOver,
  };
  const measurer = createMeasurer(deps);
  const demangle =
    execution.demangle ??
    ((names: readonly string[]): Promise<readonly string[]> => Promise.resolve(names));
  const workload = await withSizeChanges(execution.workload, execution.baseline, demangle);
  try {
    return await runJob(
      { ...execution, workload, tool: TOOL, seed: `${run.sha || "local"}/${run.attempt}` },
      {
        measurer,
        countExact: (requests: readonly CountRequest[], fuel: FuelConfig): Promise<Counts> =>
          countCalls(requests, {
            ...deps,
            fuel,
            timeoutMs: execution.sampling.timeoutMs,
            repeats: true,
          }),
        compareFunctions: (
          calls: readonly Sides<CountRequest>[],
          fuel: FuelConfig,
        ): Promise<FunctionDifferences> =>
          compareFunctions(calls, {
            ...deps,
            fuel,
            timeoutMs: execution.sampling.timeoutMs,
            demangle,
          }),
        now: () => Date.now(),
        onPlan: execution.onPlan,
        onStage: progress.onStage,
        onVisit: progress.onVisit,
      },
    );
  } finally {
    progress.end();
  }
}

/** How modules and components of a baseline are understood. */
export interface Decoding {
  readonly decode: DecodeModule;
  /** The program that knows Component Model binaries, an absolute path. */
  readonly componentTools: string;
}

/** The side restored, or why there is none. */
export interface RestoredSide {
  readonly side: BaselineSide | null;
  readonly noBaseline: string | null;
  /** Why a store could not be asked or read; null when all answered. */
  readonly storeFault: string | null;
  /** Why it is not the baseline that was preferred. */
  readonly warnings: readonly Warning[];
  /** What is known of earlier runs, for the baseline that will follow. */
  readonly earlier: EarlierRuns;
}

/**
 * Restores the first baseline of several stores and unpacks its components.
 *
 * @param stores - stores, the preferred first
 * @param environmentOf - environment of this run, which the stored policy may decide; null where none is stored
 * @param decoding - decoder of the run, and the program that knows Component Model binaries
 * @returns the side, or one sentence why there is none; null for both when none was wanted
 * @throws ActionError (`baseline`) when a baseline is damaged
 */
export async function restoreSide(
  stores: readonly BaselineStore[],
  environmentOf: (policy: StoredPolicy | null) => Environment,
  { decode, componentTools }: Decoding,
): Promise<RestoredSide> {
  const { restored, misses } = await restoreFirst(stores);
  const reasons = misses
    .filter(({ reason }) => reason !== "disabled")
    .map(({ message }) => message);
  const storeFault = storeFaultOf(misses);
  if (restored === null) {
    return {
      side: null,
      noBaseline: reasons.length === 0 ? null : reasons.join("; "),
      storeFault,
      warnings: [],
      earlier: earlierOf(null, misses),
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "wasm-bench-baseline-"));
  holdScratch(folder);
  const unpacked = await unpackComponents(restored.bundle, folder, decode);
  const { components, warnings } = await transpileRestored(unpacked, componentTools);
  const environment = environmentOf(restored.bundle.document.policy ?? null);
  return {
    side: storedSide({ restored, components, describe: describeComponent, environment }),
    noBaseline: null,
    storeFault,
    warnings: [
      ...reasons.map((reason) => ({
        code: "baseline-fallback",
        message: `${reason}; compared with ${restored.key} instead`,
      })),
      ...(restored.warnings ?? []),
      ...warnings,
    ],
    earlier: earlierOf(restored, misses),
  };
}

/** Reasons that say nothing about whether there is a baseline. */
const STORE_FAULTS: readonly MissReason[] = ["unavailable", "foreign"];

/**
 * Tells a store that could not be asked or read from one that holds nothing.
 *
 * @param misses - why stores gave no baseline
 * @returns one sentence; null when every store answered
 */
export function storeFaultOf(misses: readonly RestoreMiss[]): string | null {
  const faults = misses
    .filter(({ reason }) => STORE_FAULTS.includes(reason))
    .map(({ message }) => message);
  return faults.length === 0 ? null : [...new Set(faults)].join("; ");
}

/**
 * What is known of earlier runs, whether or not there is a baseline to compare with.
 *
 * @param restored - the baseline found, or null
 * @param misses - why other stores gave none
 * @returns history and definitions; empty when nothing is known
 */
export function earlierOf(restored: Restored | null, misses: readonly RestoreMiss[]): EarlierRuns {
  const kept = misses.find(({ earlier }) => earlier !== undefined)?.earlier;
  return restored?.bundle.document ?? kept ?? NO_EARLIER_RUNS;
}

/**
 * The environment of the measuring processes of this run.
 *
 * @param sampling - tier and flags
 * @param engines - engines beside V8 that run guest code
 * @returns the environment, with the runner's image where there is one
 */
export function currentEnvironment(
  sampling: Sampling,
  engines: readonly FoundEngine[] = [],
): Environment {
  const image = [process.env.ImageOS, process.env.ImageVersion].filter(Boolean).join(" ");
  const environment = describeEnvironment(sampling, image);
  if (engines.length === 0) return environment;
  const facts = engines.map(({ name, version, sha256 }) => ({ name, version, sha256 }));
  return { ...environment, engines: facts };
}
