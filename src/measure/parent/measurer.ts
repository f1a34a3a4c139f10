import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Benchmark, Procedure } from "../../model/benchmark.ts";
import type { DataFiles } from "../../model/data.ts";
import { ENGINES, type EngineName, type NativeEngine } from "../../model/engine.ts";
import type { Environment } from "../../model/environment.ts";
import { withoutExpectations } from "../../model/procedure-calls.ts";
import type { Visit } from "../../model/sample.ts";
import type { MeasureJob, MeasureOutcome, Pair } from "../../model/workload.ts";
import type { Measurer } from "../../ports.ts";
import { createRandom, shuffle } from "../../stats/random.ts";
import type { VisitSettings } from "../protocol.ts";
import { measuringFlags } from "./flags.ts";
import { NO_FILES, procedureFor } from "./guest-calls.ts";
import { type ProcessOptions, startMeasuringProcess } from "./measuring-process.ts";
import { type Assignment, type Batch, runBatches, type VisitEvent } from "./scheduler.ts";
import { toPayload, withEngine, withWorkload } from "./to-payload.ts";

/** What a measurer is made of. */
export interface MeasurerDeps {
  /** The measuring entry, an absolute path. */
  readonly entry: string;
  readonly environment: Environment;
  /** Variables of the children; see scrubEnvironment. */
  readonly variables: Readonly<Record<string, string>>;
  /** Folder that native modules are relative to. */
  readonly root: string;
  /** Contents of the files that arguments name; absent without any. */
  readonly data?: DataFiles;
  /** Engines beside V8, for the benchmarks that name one; absent without any. */
  readonly engines?: readonly NativeEngine[];
  /** True once the time budget is spent. */
  readonly isOver: () => boolean;
}

/** Cold starts per side over a whole job; enough for a spread of the ratio of 1.5 % (docs/measurement.md). */
const COLD_STARTS = 40;
/** A measuring process may not use more of the machine's memory than this. */
const MEMORY_SHARE = 0.4;
/** A side gets at least this long in a process, however many processes share its time. */
const LEAST_SIDE_MS = 50;

/**
 * Creates the measurer: fresh processes, two at a time where there are two processors or more.
 *
 * @param deps - entry, environment, variables, root and time budget
 * @returns the measurer
 */
export function createMeasurer(deps: MeasurerDeps): Measurer {
  return {
    environment: deps.environment,
    measure: (job: MeasureJob, onVisit: Watcher): Promise<MeasureOutcome> =>
      measure({ deps, job }, onVisit),
  };
}

type Watcher = (id: string, visit: Visit) => void;

interface Request {
  readonly deps: MeasurerDeps;
  readonly job: MeasureJob;
}

async function measure(request: Request, onVisit: Watcher): Promise<MeasureOutcome> {
  const { deps, job } = request;
  const { environment } = deps;
  const visits = new Map<string, Visit[]>();
  const spent = await runBatches(batchesOf(request), environment.cpuCount >= 2 ? 2 : 1, {
    start: (engine: EngineName) => startMeasuringProcess(processOptions(deps, engine)),
    timeoutMs: job.sampling.timeoutMs,
    isOver: deps.isOver,
    onVisit: ({ id, visit }: VisitEvent): void => {
      visits.set(id, [...(visits.get(id) ?? []), visit]);
      onVisit(id, visit);
    },
  });
  const milliseconds = (ns: number): number => Math.round(ns / 1e6);
  return {
    visits,
    spent: {
      startMs: milliseconds(spent.startNs),
      warmupMs: milliseconds(spent.warmupNs),
      measuredMs: milliseconds(spent.measuredNs),
      processes: spent.processes,
    },
    startsMs: spent.starts.map((ns) => ns / 1e6),
  };
}

/**
 * How measuring processes of this run are started.
 *
 * @param deps - entry, environment and variables
 * @param engine - engine that runs the guests; only a native one may load a library
 * @returns entry, flags, variables and memory limit
 */
export function processOptions(deps: MeasurerDeps, engine: EngineName = "v8"): ProcessOptions {
  const { entry, environment, variables } = deps;
  const major = Number(environment.node.split(".")[0]);
  const { tier, flags } = environment;
  const execArgv = measuringFlags(tier, flags, major, engine !== "v8");
  const memoryLimitBytes = environment.totalMemoryBytes * MEMORY_SHARE;
  return { entry, execArgv, env: variables, memoryLimitBytes };
}

/** A process measures for one engine: V8's never loads the library of another one. */
function batchesOf({ deps, job }: Request): Batch[] {
  const together = job.pairs.filter(({ alternated }) => !alternated);
  const apart = job.pairs.filter(({ alternated }) => alternated);
  return Array.from({ length: job.processes }, (_, index) => job.firstProcess + index).flatMap(
    (process) => {
      const seed = `${job.seed}/${job.stage}/${process}`;
      const batch = {
        process,
        stage: job.stage,
        settings: settingsOf({ deps, job }, seed),
      };
      const shared = ENGINES.map((engine): Batch => {
        const own = together.filter(({ benchmark }) => engineOf(benchmark) === engine);
        const pairs = shuffle(own, createRandom(seed));
        return { ...batch, engine, assignments: pairs.map((pair) => assign(pair, deps)) };
      });
      const alternated = apart.flatMap((pair) => {
        const { payloads, ...whole } = assign(pair, deps);
        const ordered = process % 2 === 0 ? payloads : [...payloads].reverse();
        return ordered.map(
          (payload): Batch => ({
            ...batch,
            engine: engineOf(pair.benchmark),
            assignments: [
              {
                ...whole,
                payloads: [payload],
                others: payloads.filter((one) => one !== payload),
                room: "own",
              },
            ],
          }),
        );
      });
      return [...shared.filter(({ assignments }) => assignments.length > 0), ...alternated];
    },
  );
}

function engineOf({ engine }: Benchmark): EngineName {
  return engine ?? "v8";
}

function settingsOf({ deps, job }: Request, seed: string): VisitSettings {
  const { sampling, processes } = job;
  const { clock = "wall" } = deps.environment;
  const { copies, blockMs, warmupMs, timeMs, samples } = sampling;
  const all = Math.max(processes, sampling.processes);
  return {
    copies,
    rounds: Math.max(sampling.rounds, Math.ceil(samples / (all * copies))),
    blockMs,
    warmupMs,
    sideBudgetMs: Math.max(LEAST_SIDE_MS, timeMs / all),
    observations: Math.max(2, Math.ceil(Math.max(COLD_STARTS, samples) / all)),
    seed,
    extras: true,
    clock,
  };
}

function assign(pair: Pair, { root, data = NO_FILES, engines = [] }: MeasurerDeps): Assignment {
  const { baseline, candidate, ownHosts = false } = pair;
  const host = (ownHosts ? baseline : candidate) ?? baseline;
  const payloads = [
    ...(baseline === null ? [] : [toPayload(baseline, host ?? baseline, "baseline")]),
    ...(candidate === null ? [] : [toPayload(candidate, candidate, "candidate")]),
  ].map((payload) => withEngine(payload, pair.benchmark, engines));
  const benchmark = resolveNative(pair.benchmark, root);
  const own = procedureFor(candidate ?? baseline, benchmark.procedure, data);
  const room =
    benchmark.procedure.kind === "footprint" || benchmark.procedure.kind === "scaling"
      ? "own"
      : "shared";
  const workload =
    benchmark.procedure.kind === "workload" ? (candidate ?? baseline)?.workload : undefined;
  const theirs = baseline === null ? null : baselineProcedure(pair, benchmark.procedure, data);
  return {
    benchmark: { ...benchmark, procedure: own },
    payloads: payloads.map((payload) => withWorkload(payload, workload)),
    others: [],
    room,
    sameHost: pair.sameHost,
    ...(theirs === null ? {} : { baselineProcedure: theirs }),
  };
}

/** What the baseline's side does where that is something of its own: other types of values, or no expected result. */
function baselineProcedure(
  { candidate, baseline, isBaselineFree }: Pair,
  procedure: Procedure,
  data: DataFiles,
): Procedure | null {
  // Two sides of glue take the same values.
  const isTyped = [candidate, baseline].some((one) => one !== null && one.glue === null);
  if (!isTyped && !isBaselineFree) return null;
  const owed = isBaselineFree ? withoutExpectations(procedure) : procedure;
  return procedureFor(baseline, owed, data);
}

/** A user's native module is named relative to the configuration; the measuring process imports it by URL. */
function resolveNative(benchmark: Benchmark, root: string): Benchmark {
  const { procedure } = benchmark;
  if (procedure.kind !== "call" || procedure.native === null) return benchmark;
  const { source, args } = procedure.native;
  if (source.startsWith("builtin:")) return benchmark;
  const native = { source: nativeUrl(source, root), args };
  return { ...benchmark, procedure: { ...procedure, native } };
}

/**
 * The address of a user's native reference.
 *
 * @param source - `path/to/module.mjs#export`
 * @param root - folder the path is relative to
 * @returns file URL with the export behind `#`
 */
export function nativeUrl(source: string, root: string): string {
  const at = source.lastIndexOf("#");
  return `${pathToFileURL(resolve(root, source.slice(0, at))).href}${source.slice(at)}`;
}
