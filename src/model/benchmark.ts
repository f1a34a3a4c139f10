import type { Clock } from "./clock.ts";
import type { DataPlace, ExpectedData } from "./data-place.ts";
import type { NativeEngineName } from "./engine.ts";
import type { MetricName, PrimaryMetric } from "./metric.ts";

/** The four suites of the plan this product comes from. */
export const PLANNED_SUITES = ["instantiation", "execution", "memory", "crash_handling"] as const;

/** One of {@link PLANNED_SUITES}. */
export type PlannedSuite = (typeof PLANNED_SUITES)[number];

/** All suites: those of the plan, and the sizes of modules, which need no process. */
export const SUITES = [...PLANNED_SUITES, "size"] as const;

/** Name of a suite. */
export type SuiteName = (typeof SUITES)[number];

/** A call argument: a number, a bigint for i64 parameters, or anything glue or a Component Model component takes. */
export type Argument =
  | number
  | bigint
  | string
  | boolean
  | null
  | readonly Argument[]
  | ArgumentRecord;

/** Values by name: a record, or a case of a variant with its payload. */
export interface ArgumentRecord {
  readonly [name: string]: Argument;
}

/** One call of an export, with the result it must give. */
export interface Call {
  readonly export: string;
  readonly args: readonly Argument[];
  /** Required result; absent when any result is accepted. A mismatch makes the benchmark `failed`. */
  readonly expect?: Argument;
  /** How its data gets into the memory of a core module; absent without any. */
  readonly place?: DataPlace;
  /** Data that must be left or returned. Only measuring processes are told: a configuration says it as `expect`. */
  readonly answer?: ExpectedData;
}

/** An additional operation of a benchmark, reported under its own metric name. */
export interface ExtraCall {
  readonly metric: MetricName;
  readonly call: Call;
  /** Guest operations inside one call; the reported time is divided by it. At least 1. */
  readonly operations: number;
}

/** The same work in the host language: `builtin:NAME`, or `path/to/module.mjs#export`. */
export interface NativeCall {
  readonly source: string;
  readonly args: readonly Argument[];
}

/** What the measuring process does for a benchmark. Each kind is one file in src/suites. */
export type Procedure =
  | { readonly kind: "cold_start"; readonly call: Call | null }
  | { readonly kind: "warm_start"; readonly call: Call | null }
  | { readonly kind: "load"; readonly call: Call | null }
  | {
      readonly kind: "call";
      readonly call: Call;
      readonly operations: number;
      readonly native: NativeCall | null;
      readonly extras: readonly ExtraCall[];
      /** The clock that decides, where the configuration names one; CPU time otherwise. */
      readonly clock?: Clock;
    }
  /** A benchmark of the user's workload module, which holds all that is to be known of it. */
  | {
      readonly kind: "workload";
      readonly name: string;
      /** The clock that decides, where the module names one; CPU time otherwise. */
      readonly clock?: Clock;
      /** True where no result is owed. Only measuring processes are told. */
      readonly isFree?: boolean;
    }
  | { readonly kind: "native_call"; readonly native: NativeCall; readonly operations: number }
  | { readonly kind: "async_call"; readonly call: Call; readonly operations: number }
  | { readonly kind: "footprint"; readonly touch: boolean; readonly instances: readonly number[] }
  | { readonly kind: "scaling"; readonly instances: readonly number[]; readonly call: Call | null }
  | { readonly kind: "sequence"; readonly instances: number; readonly call: Call | null }
  | { readonly kind: "grow"; readonly memory: string; readonly call: Call | null }
  | { readonly kind: "guarded_call"; readonly call: Call }
  | { readonly kind: "categorize"; readonly traps: readonly Call[] }
  | { readonly kind: "cleanup"; readonly after: "success" | "trap"; readonly call: Call }
  | { readonly kind: "recover"; readonly trap: Call; readonly call: Call }
  | { readonly kind: "exhaust_fuel"; readonly call: Call; readonly fuel: number }
  /** Nothing: the sizes of a component are known without running it. */
  | { readonly kind: "size" }
  /** Known from a baseline only; never measured. */
  | { readonly kind: "unknown" };

/** Kind of a {@link Procedure}. */
export type ProcedureKind = Procedure["kind"];

/** What is measured, identified `suite/group/case`; on another engine than V8 with it behind, `suite/group/case@wasmtime`. */
export interface Benchmark {
  readonly id: string;
  readonly suite: SuiteName;
  /** Name of the component it runs; empty when it runs none (a pure host-language reference). */
  readonly component: string;
  readonly procedure: Procedure;
  /** The engine that runs its component; absent for V8. */
  readonly engine?: NativeEngineName;
  /** The metric that is gated and shown first. */
  readonly primary: PrimaryMetric;
  /** Why it cannot run here (engine without a feature, component without a needed export); null when it can. */
  readonly unsupported: string | null;
}
