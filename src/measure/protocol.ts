import type { Benchmark, Call, NativeCall, Procedure } from "../model/benchmark.ts";
import type { Clock } from "../model/clock.ts";
import type { NativeEngine } from "../model/engine.ts";
import type { FunctionProfile } from "../model/function-profile.ts";
import type {
  CopyFacts,
  FailedCall,
  ImportedModule,
  NamedBenchmark,
  ReadFile,
} from "../model/load-record.ts";
import type { VisitLoad } from "../model/runner.ts";
import type { Failure, Series, Warning } from "../model/sample.ts";
import type { Slope } from "../model/slope.ts";
import type { CountedCall } from "../suites/counted-call.ts";
import type { Payload, WorkloadAddress } from "../suites/payload.ts";

/** How one visit is measured. */
export interface VisitSettings {
  readonly copies: number;
  /** Rounds of a visit; none makes one call a side, to see whether it ends. */
  readonly rounds: number;
  readonly blockMs: number;
  readonly warmupMs: number;
  /** Measuring time allowed per side, in ms; rounds are cut to keep it. */
  readonly sideBudgetMs: number;
  /** Cold starts per side. */
  readonly observations: number;
  readonly seed: string;
  /** Whether the host-language reference and the extra metrics are measured too. */
  readonly extras: boolean;
  /** `cpu` where the machine tells CPU time finely: the clock of the benchmarks that compute. */
  readonly clock: Clock;
}

/** Parent to child: measure one benchmark. */
export interface VisitOrder {
  readonly type: "visit";
  readonly benchmark: Benchmark;
  /** What the baseline's side does, where that is not the benchmark's procedure: the same without expected results. */
  readonly baselineProcedure?: Procedure;
  /** One side, or both in one process. Never empty, except for a benchmark without component. */
  readonly payloads: readonly Payload[];
  readonly settings: VisitSettings;
}

/** Parent to child: count what one call of one side consumes. The report holds series `fuel` and `pages`, a value per count. */
export interface CountOrder {
  readonly type: "count";
  readonly counted: CountedCall;
  /** How often, each time in a fresh instance. */
  readonly times: number;
  /** True to make the call again and again in the last instance, and to report its slope. */
  readonly repeat?: boolean;
}

/** Parent to child: load JavaScript once, make calls once, and tell what that needed. */
export interface ObserveOrder {
  readonly type: "observe";
  /** Component with glue or an imports module; null to observe native references alone. */
  readonly payload: Payload | null;
  /** Made once each; a call that fails is measuring's to tell. */
  readonly calls: readonly Call[];
  readonly natives: readonly NativeCall[];
  /** Whether the bytes of what it compiles are told too; of a component alone, whose copies are not tried then. */
  readonly keepsModules?: true;
  /** A workload module to load without a guest, for its benchmarks; absent where none is asked for. */
  readonly workload?: WorkloadAddress;
}

/** Warning of an engine that runs no components of the Component Model. */
export const NO_COMPONENTS = "no-components";

/**
 * Parent to child: load a native engine, and tell what is wrong with it. The report holds a failure, or nothing but the
 * warning {@link NO_COMPONENTS} of a library that lacks what runs them.
 */
export interface EngineOrder {
  readonly type: "engine";
  readonly engine: NativeEngine;
}

/** Parent to child. */
export type ChildOrder = VisitOrder | CountOrder | ObserveOrder | EngineOrder;

/** One thing that was seen while JavaScript was loaded or called. */
export type Trace =
  | ({ readonly kind: "module" } & ImportedModule)
  | ({ readonly kind: "read" } & ReadFile)
  | {
      readonly kind: "compiled";
      readonly sha256: string;
      /** The module, where that was asked for. */
      readonly bytes?: Uint8Array;
    }
  /** Everything is loaded; what follows comes from calls. */
  | { readonly kind: "loaded" }
  | ({ readonly kind: "failed-call" } & FailedCall)
  /** A call that fails as soon as glue is loaded, made while something of it was still under way. */
  | ({ readonly kind: "early-call" } & FailedCall)
  /** What further copies of glue are, tried when all else has been seen. */
  | ({ readonly kind: "copies" } & CopyFacts)
  | ({ readonly kind: "benchmark" } & NamedBenchmark);

/** What a child measured; process index and stage are the parent's to add. */
export interface VisitReport {
  readonly iterations: number;
  readonly wallNs: number;
  readonly measuredNs: number;
  readonly warmupNs: number;
  readonly series: readonly Series[];
  readonly failure: Failure | null;
  readonly warnings: readonly Warning[];
  /** What making a counted call again and again showed; absent where that was not ordered, or the guest cannot. */
  readonly slope?: Slope;
  /** What each function of a counted call consumed; absent unless that was ordered, and where it failed. */
  readonly profile?: FunctionProfile;
  /** How busy the runner was; absent without blocks by CPU time. */
  readonly load?: VisitLoad;
  /** True when the process must not measure again: host code has changed what measuring rests on. */
  readonly spoilt?: boolean;
}

/** Number of the inherited stream over which parent and child talk; guests are not told of it. */
export const CHANNEL_FD = 3;

/** Argument by which the measuring entry watches over measuring processes instead of being one. */
export const ORPHAN_WATCH = "orphan-watch";

/** Parent to child: an order with a word the answer must carry, new for each and known to the harness alone. */
export interface OrderEnvelope {
  readonly token: string;
  readonly order: ChildOrder;
}

/** Child to parent. */
export type ChildMessage =
  | { readonly type: "ready"; readonly startedNs: number }
  /** Sent as it is seen: a guest that never ends or takes its process along has told what it needed until then. */
  | { readonly type: "trace"; readonly token: string; readonly trace: Trace }
  | { readonly type: "report"; readonly token: string; readonly report: VisitReport };
