import type {
  BaselineDocument,
  HistoryEntry,
  StoredBenchmark,
  StoredComponent,
} from "../model/baseline.ts";
import type { Component, ComponentFacts } from "../model/component.ts";
import type { FuelConfig } from "../model/config.ts";
import { type EngineName, engineOfId } from "../model/engine.ts";
import type { Environment } from "../model/environment.ts";
import { fingerprintOf } from "../model/environment.ts";
import type { BaselineInfo, LearnedNoise } from "../model/result.ts";
import type { StoredPolicy } from "../model/stored-policy.ts";
import type { Workload } from "../model/workload.ts";
import type { Restored } from "../ports.ts";

/** The side compared with, wherever it comes from. */
export interface BaselineSide {
  readonly info: BaselineInfo;
  /** Components whose binaries are at hand, by name. */
  readonly components: ReadonlyMap<string, Component>;
  readonly facts: readonly ComponentFacts[];
  /** SHA-256 of every component the baseline names, also of those left out. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly benchmarks: ReadonlyMap<
    string,
    {
      readonly component: string;
      readonly definition: string;
      /** Hash of the user's JavaScript it ran with; null without any. */
      readonly hostCode: string | null;
      /** Exact values as they were stored; absent for modules given directly. */
      readonly exact?: StoredBenchmark["exact"];
    }
  >;
  /** How its stored fuel was counted; absent when none is stored. */
  readonly fuel?: FuelConfig;
  /** The policy it was saved under; absent when none is stored. */
  readonly policy?: StoredPolicy;
  readonly noise: Readonly<Record<string, LearnedNoise>>;
  readonly history: readonly HistoryEntry[];
}

/** What a restored baseline becomes a side with. */
export interface RestoredParts {
  readonly restored: Restored;
  readonly components: readonly Component[];
  readonly describe: (component: Component) => ComponentFacts;
  readonly environment: Environment;
}

/**
 * The side of a stored baseline.
 *
 * @param parts - the baseline, its unpacked components and the environment of this run
 * @returns the side; learned noise and history only where the machine and engine are the same
 */
export function storedSide({
  restored,
  components,
  describe,
  environment,
}: RestoredParts): BaselineSide {
  const { document } = restored.bundle;
  const isAlike = (engine: EngineName): boolean =>
    fingerprintOf(document.environment, engine) === fingerprintOf(environment, engine);
  const fingerprintMatches = isAlike("v8") && sharedEngines(document, environment).every(isAlike);
  const noise = Object.entries(document.noise).filter(([id]) => isAlike(engineOfId(id)));
  return {
    info: {
      source: restored.source,
      key: restored.key,
      sha: document.run.sha,
      createdAt: document.createdAt,
      environment: document.environment,
      fingerprintMatches,
      ...(restored.offset === undefined ? {} : { offset: restored.offset }),
    },
    components: new Map(components.map((component) => [component.name, component])),
    facts: components.map(describe),
    hashes: hashesOf(restored),
    benchmarks: benchmarksOf(document),
    noise: Object.fromEntries(noise),
    history: document.history,
    ...(document.fuel === undefined ? {} : { fuel: document.fuel }),
    ...(document.policy === undefined ? {} : { policy: document.policy }),
  };
}

/** An engine that only one of both ran on leaves the numbers of the others comparable. */
function sharedEngines(
  { environment: { engines: before = [] } }: BaselineDocument,
  { engines = [] }: Environment,
): EngineName[] {
  const names = new Set(before.map(({ name }) => name));
  return engines.map(({ name }) => name).filter((name) => names.has(name));
}

/**
 * What is left out has no binaries to compute its hash from. The cache is written by runs of the baseline branch only;
 * a committed file comes with the change it would call identical. The hash of what was not all seen tells nothing anywhere.
 */
function hashesOf({ source, bundle: { document } }: Restored): Map<string, string> {
  const believed =
    source === "cache" ? document.leftOut.filter(({ partlySeen }) => partlySeen !== true) : [];
  return new Map([...document.components, ...believed].map(({ name, sha256 }) => [name, sha256]));
}

function benchmarksOf(document: BaselineDocument): BaselineSide["benchmarks"] {
  const unknown = new Set(document.components.filter(lacksHostCode).map(({ name }) => name));
  return new Map(
    document.benchmarks.map(({ id, component, definition, hostCode, exact }) => [
      id,
      { component, definition, hostCode: unknown.has(component) ? null : hostCode, exact },
    ]),
  );
}

/** Saved before host code was observed: its hash says nothing of the helpers it had. */
function lacksHostCode({ format, host, hostClosure }: StoredComponent): boolean {
  return format !== "glue" && host.kind === "module" && hostClosure === undefined;
}

/**
 * The side of modules given directly (`compare A B`): nothing is stored, nothing was learned.
 *
 * @param workload - loaded as the candidate's is
 * @param label - what the user named
 * @param context - environment of this run and its time
 * @returns the side
 */
export function givenSide(
  workload: Workload,
  label: string,
  context: { environment: Environment; now: string },
): BaselineSide {
  const { components, facts, benchmarks, definitions } = workload;
  return {
    info: {
      source: "compare",
      key: label,
      sha: "",
      createdAt: context.now,
      environment: context.environment,
      fingerprintMatches: true,
    },
    components: new Map(components.map((component) => [component.name, component])),
    facts,
    hashes: new Map(components.map(({ name, sha256 }) => [name, sha256])),
    // What a side cannot run it does not have: so it is in a stored baseline too.
    benchmarks: new Map(
      benchmarks
        .filter(({ unsupported }) => unsupported === null)
        .map(({ id, component }) => [
          id,
          {
            component,
            definition: definitions.get(id) ?? "",
            hostCode: workload.hostCodes.get(id) ?? null,
          },
        ]),
    ),
    noise: {},
    history: [],
  };
}
