import type { Argument, SuiteName } from "./benchmark.ts";
import type { Clock } from "./clock.ts";
import type { HostCodeChoice } from "./component.ts";
import type { EngineChoice, EngineName } from "./engine.ts";
import type { Allowances } from "./metric.ts";
import type { Acceptance, FailureKind, Override, Removal, Sampling, Thresholds } from "./policy.ts";
import type { Target } from "./target.ts";

/** One call of a user's component that is measured as `execution/<name>/<component>`. */
export interface ExecutionEntry {
  readonly name: string;
  readonly export: string;
  readonly args: readonly Argument[];
  readonly expect?: Argument;
  /** `path/to/module.mjs#export` doing the same work in the host language, or null. */
  readonly native: string | null;
  /** Guest operations inside one call; the reported time is divided by it. */
  readonly operations: number;
  /** The clock that decides; absent for the one its kind has, which is CPU time. */
  readonly clock?: Clock;
}

/** What a component finds through WASI; paths are relative to the configuration file's folder. */
export interface WasiEntry {
  /** Folder by the name the guest has for it. */
  readonly preopens: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** File that is read as its input; null for none. */
  readonly stdin: string | null;
}

/** One component as a user wrote it; paths are relative to the configuration file's folder. */
export interface ComponentEntry {
  readonly name: string;
  readonly path: string;
  /** `none`, `wasi`, or the path of an imports module. */
  readonly host: string;
  readonly suites: readonly SuiteName[];
  readonly execution: readonly ExecutionEntry[];
  /** A call that must trap, for the crash-handling suite; null when none is named. */
  readonly trap: { readonly export: string; readonly args: readonly Argument[] } | null;
  /** Whose imports module serves the sides of a comparison; absent for the candidate's. */
  readonly hostCode?: HostCodeChoice;
  /** Module file of a glue component, and the export that takes its bytes; null where the glue finds it. */
  readonly wasm: string | null;
  readonly init: string | null;
  /** Globs of files its JavaScript needs and observing cannot see; saved with the baseline. */
  readonly files: readonly string[];
  /** Absent where nothing is given. */
  readonly wasi?: WasiEntry;
  /** Export by which a core module takes memory for data, and the one that gives it back; absent without them. */
  readonly alloc?: string;
  readonly free?: string;
  /** Address of data in a core module that does not allocate; absent without one. */
  readonly at?: number;
  /** Path of the module that holds benchmarks with set-up of their own; absent without one. */
  readonly workload?: string;
  /** Engines it runs on; absent for those of the configuration. */
  readonly engine?: readonly EngineName[];
  readonly limits: { readonly fuel: number | null };
}

/** Fuel accounting: which Wasmtime it equals, and changed operator costs. */
export interface FuelConfig {
  readonly profile: "wasmtime-24" | "wasmtime-46" | "wasmtime-48" | "wasmtime-49";
  readonly mode: "wasmtime" | "complete";
  /** Cost by operator name; operators not named cost what Wasmtime charges. */
  readonly cost: Readonly<Record<string, number>>;
}

/** Where a would-be failure is confirmed: `fresh-runner` leaves it to a second job, by the output `suspects`. */
export type ConfirmPlace = "here" | "fresh-runner";

/** `wasm-bench.yml`, checked and with every default filled in. */
export interface Config {
  /** Null when there is no file: the shipped reference components are measured. */
  readonly path: string | null;
  readonly sampling: Sampling;
  readonly gate: {
    readonly thresholds: Thresholds;
    readonly inconclusive: "warn" | "ignore";
    readonly failOn: readonly FailureKind[] | null;
    readonly allowances: Allowances;
    readonly confidenceLevel: number;
    readonly confirm: ConfirmPlace;
    readonly confirmImprovements: boolean;
  };
  readonly components: readonly ComponentEntry[];
  /** Engines that run the modules, each once; V8 alone by default. */
  readonly engines: readonly EngineChoice[];
  readonly overrides: readonly Override[];
  readonly accept: readonly Acceptance[];
  /** Entries of `accept:` with `removed: true`. */
  readonly removals: readonly Removal[];
  /** The shipped targets plus the user's own. */
  readonly targets: readonly Target[];
  readonly fuel: FuelConfig;
}
