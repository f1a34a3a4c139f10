import type { Benchmark } from "../model/benchmark.ts";
import type { Clock } from "../model/clock.ts";
import type { VisitLoad } from "../model/runner.ts";
import type { Failure, Series, Warning } from "../model/sample.ts";
import type { CountedCall } from "../suites/count.ts";
import type { Payload } from "../suites/payload.ts";

/** How one visit is measured. */
export interface VisitSettings {
  readonly copies: number;
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
}

/** Parent to child. */
export type ChildOrder = VisitOrder | CountOrder;

/** What a child measured; process index and stage are the parent's to add. */
export interface VisitReport {
  readonly iterations: number;
  readonly wallNs: number;
  readonly measuredNs: number;
  readonly warmupNs: number;
  readonly series: readonly Series[];
  readonly failure: Failure | null;
  readonly warnings: readonly Warning[];
  /** How busy the runner was; absent without blocks by CPU time. */
  readonly load?: VisitLoad;
}

/** Child to parent. */
export type ChildMessage =
  | { readonly type: "ready"; readonly startedNs: number }
  | { readonly type: "report"; readonly report: VisitReport };
