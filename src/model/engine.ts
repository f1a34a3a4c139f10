/** Engines that run guest code. */
export const ENGINES = ["v8", "wasmtime"] as const;

/** Name of an engine. */
export type EngineName = (typeof ENGINES)[number];

/** Name of an engine that is loaded from a shared library. */
export type NativeEngineName = Exclude<EngineName, "v8">;

/** A native engine in a shared library that the measuring process loads. */
export interface NativeEngine {
  readonly name: NativeEngineName;
  /** Absolute path of the shared library. */
  readonly library: string;
  /** Version as the library, its path or the configuration tells, for example `49.0.0`. */
  readonly version: string;
}

/** A native engine whose library was read: what it is, to the last byte. */
export interface FoundEngine extends NativeEngine {
  /** SHA-256 of the library, lower-case hex. */
  readonly sha256: string;
}

/** Where the library of a native engine comes from. */
export type LibrarySource =
  /** Whoever starts the run says: {@link LIBRARY_VARIABLE}. */
  | { readonly kind: "unnamed" }
  /** A file, relative to the configuration's folder or the current one; without hashes it may be any. */
  | {
      readonly kind: "path";
      readonly path: string;
      readonly base: "root" | "current";
      readonly sha256: readonly string[];
    }
  /** The project's release of a version; without hashes its archive may be any. */
  | { readonly kind: "version"; readonly version: string; readonly sha256: readonly string[] };

/** One engine that is chosen for a run. */
export type EngineChoice =
  | { readonly name: "v8" }
  | { readonly name: NativeEngineName; readonly source: LibrarySource };

/** What names the library of Wasmtime where no configuration, input or option does. */
export const LIBRARY_VARIABLE = "WASM_BENCH_WASMTIME";

/** Engines as people read them. */
export const ENGINE_TITLES: Readonly<Record<EngineName, string>> = {
  v8: "V8",
  wasmtime: "Wasmtime",
};

/** An engine beside V8 as an environment holds it: numbers of another one, or another build, are not comparable. */
export interface EngineFacts {
  readonly name: NativeEngineName;
  readonly version: string;
  /** SHA-256 of its library, lower-case hex. */
  readonly sha256?: string;
}

/** Ids of the suites that run guests. A name that another tool gave begins with none of them, and may end as it likes. */
const OF_SUITE = /^(?:instantiation|execution|memory|crash_handling)\//;

/** What stands between the id of a benchmark and the engine it runs on; ids on V8 have none. */
const AT = "@";

/**
 * The id of a benchmark on an engine.
 *
 * @param id - id on V8
 * @param engine - engine it runs on
 * @returns the same id for V8; else with the engine behind it, such as `execution/fib/app@wasmtime`
 */
export function idOn(id: string, engine: EngineName): string {
  return engine === "v8" ? id : `${id}${AT}${engine}`;
}

/**
 * The engine an id names.
 *
 * @param id - benchmark id
 * @returns its engine; V8 where it names none, and for what another tool measured
 */
export function engineOfId(id: string): EngineName {
  if (!OF_SUITE.test(id)) return "v8";
  const name = id.slice(id.lastIndexOf(AT) + 1);
  return ENGINES.find((engine) => engine !== "v8" && engine === name && id.includes(AT)) ?? "v8";
}

/**
 * The id of the same benchmark on V8.
 *
 * @param id - benchmark id on any engine
 * @returns the id without its engine
 */
export function idOnV8(id: string): string {
  return engineOfId(id) === "v8" ? id : id.slice(0, id.lastIndexOf(AT));
}

/**
 * The pattern that means one benchmark on its engine and on no other one.
 *
 * @param id - benchmark id
 * @param ids - ids of all benchmarks of the run
 * @returns the id; with `@v8` where the run has the same benchmark on another engine, since an id without engine means all
 */
export function patternOfId(id: string, ids: readonly string[]): string {
  const isAlone = engineOfId(id) !== "v8" || !ids.some((one) => one !== id && idOnV8(one) === id);
  return isAlone ? id : `${id}${AT}v8`;
}

/**
 * The builds of an engine that two environments have.
 *
 * @param engine - name of the engine that is asked about
 * @param one - engines of one environment; undefined where it has V8 alone
 * @param other - engines of the other one
 * @returns what each has of the engine; null where it has none
 */
export function bothBuilds(
  engine: NativeEngineName,
  one: readonly EngineFacts[] | undefined,
  other: readonly EngineFacts[] | undefined,
): readonly [EngineFacts | null, EngineFacts | null] {
  const find = (facts: readonly EngineFacts[] = []): EngineFacts | null =>
    facts.find(({ name }) => name === engine) ?? null;
  return [find(one), find(other)];
}
