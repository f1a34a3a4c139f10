import { homedir } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { createDownloader } from "../engines/create-downloader.ts";
import { engineFault, THREE_WAYS } from "../engines/engine-fault.ts";
import { type EngineContext, type EngineFinding, findEngine } from "../engines/find-engine.ts";
import { scrubEnvironment } from "../measure/parent/environment.ts";
import { tryEngine } from "../measure/parent/try-engine.ts";
import type { Config } from "../model/config.ts";
import type { FoundEngine, LibrarySource, NativeEngineName } from "../model/engine.ts";
import type { Warning } from "../model/sample.ts";
import type { Workload } from "../model/workload.ts";
import { currentEnvironment } from "./execute.ts";
import type { Locations } from "./locations.ts";

/** Engines beside V8 that a run needs. */
export interface FoundEngines {
  readonly engines: readonly FoundEngine[];
  readonly warnings: readonly Warning[];
  /** Why an engine runs no components of the Component Model, by its name. */
  readonly componentObstacles: ReadonlyMap<NativeEngineName, string>;
}

/** One engine with what it cannot do. */
export interface NamedFinding extends EngineFinding {
  /** Why it runs no components of the Component Model; null when it does. */
  readonly componentObstacle: string | null;
}

/** A run on V8 alone, or one that measures nothing. */
export const NO_ENGINES: FoundEngines = {
  engines: [],
  warnings: [],
  componentObstacles: new Map(),
};

/** What of a configuration decides about engines: which, and the flags of the processes that load them. */
export type EngineConfig = Pick<Config, "engines" | "sampling">;

/** Where libraries are looked for, and who is told what is fetched. */
export interface EnginePlaces {
  /** Folder of the configuration. */
  readonly root: string;
  /** Folder that paths of inputs and options are relative to. */
  readonly current: string;
  readonly tell: (line: string) => void;
  readonly locations: Pick<Locations, "downloader" | "measuringEntry">;
}

/**
 * Finds the library of every engine that a run needs.
 *
 * @param config - engines with the sources of their libraries
 * @param workload - wanted benchmarks: an engine that none of them runs on is not looked for
 * @param places - folders, and who is told what is fetched
 * @returns the engines, and what is to be told of them
 * @throws ActionError (`engine`) when one cannot be had
 */
export async function findEngines(
  config: EngineConfig,
  workload: Pick<Workload, "benchmarks">,
  places: EnginePlaces,
): Promise<FoundEngines> {
  const names = new Set(
    workload.benchmarks.flatMap(({ engine, unsupported }) =>
      engine === undefined || unsupported !== null ? [] : [engine],
    ),
  );
  const found = await Promise.all([...names].map((name) => findNamedEngine(name, config, places)));
  return {
    engines: found.map(({ engine }) => engine),
    warnings: found.flatMap(({ warnings }) => warnings),
    componentObstacles: new Map(
      found.flatMap(({ engine: { name }, componentObstacle }): [NativeEngineName, string][] =>
        componentObstacle === null ? [] : [[name, componentObstacle]],
      ),
    ),
  };
}

/**
 * Finds the library of one engine, and loads it once as benchmarks will.
 *
 * @param name - name of the engine
 * @param config - engines with the sources of their libraries; where only a component names the engine, whoever starts the run
 *   names its library
 * @param places - folders, and who is told what is fetched
 * @returns the engine, what is to be told of it and what it cannot do
 * @throws ActionError (`engine`) when it cannot be had
 */
export async function findNamedEngine(
  name: NativeEngineName,
  config: EngineConfig,
  places: EnginePlaces,
): Promise<NamedFinding> {
  const found = await findEngine(name, sourceOf(config, name), contextOf(places));
  const { library } = found.engine;
  const { fault, componentObstacle } = await tryEngine(found.engine, {
    entry: places.locations.measuringEntry,
    environment: currentEnvironment(config.sampling),
    variables: scrubEnvironment(process.env),
    root: places.root,
    isOver: () => false,
  });
  if (fault !== null)
    throw engineFault(`the library ${library} cannot be used: ${fault}`, THREE_WAYS);
  return { ...found, componentObstacle };
}

function sourceOf({ engines }: Pick<Config, "engines">, name: NativeEngineName): LibrarySource {
  for (const one of engines) if (one.name === name) return one.source;
  return { kind: "unnamed" };
}

function contextOf(places: EnginePlaces): EngineContext {
  const { platform, arch, env } = process;
  return {
    ...places,
    open: createDownloader(places.locations.downloader),
    platform,
    arch,
    isMusl: platform === "linux" && isMusl(),
    variables: env,
    home: homedir(),
    wait: async (ms: number): Promise<void> => {
      await wait(ms);
    },
  };
}

/** Where the C library is GNU's, Node tells its version. */
function isMusl(): boolean {
  const { header } = process.report.getReport() as {
    readonly header?: { readonly glibcVersionRuntime?: string };
  };
  return header?.glibcVersionRuntime === undefined;
}
