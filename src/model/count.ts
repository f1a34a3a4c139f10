import type { Call } from "./benchmark.ts";
import type { Component, WorkloadModule } from "./component.ts";
import type { FunctionProfile } from "./function-profile.ts";
import type { Failure, Side } from "./sample.ts";
import type { Slope } from "./slope.ts";

/** A benchmark of a workload module. */
export interface CountedWorkload {
  readonly module: WorkloadModule;
  /** Name of the benchmark. */
  readonly name: string;
  /** True where no result is owed. */
  readonly isFree: boolean;
}

/** A call of one side whose fuel and memory pages are counted. */
export interface CountRequest {
  /** Benchmark id. */
  readonly id: string;
  readonly side: Exclude<Side, "native">;
  readonly call: Call;
  readonly component: Component;
  /** Component whose host serves it: the candidate's serves both sides. */
  readonly host: Component;
  /** The benchmark of a workload that is counted in place of the call; absent for a call. */
  readonly workload?: CountedWorkload;
  /** Most fuel the call may use; null without a limit. */
  readonly limit: number | null;
}

/** What came of counting a call several times, each in a fresh instance under a pinned host. */
export interface Count {
  /** Fuel of each count; empty when it failed. */
  readonly fuel: readonly number[];
  /** Memory pages after each count; empty when it failed or no memory is exported. */
  readonly pages: readonly number[];
  readonly failure: Failure | null;
  /** Fuel that a call which failed had consumed until then; absent where that is not known, and of a call that did not fail. */
  readonly spent?: number;
  /** What making the call again and again showed; absent when it failed, or the guest cannot be called again. */
  readonly slope?: Slope;
  /** What each function consumed; absent unless it was counted by function, and where that failed. */
  readonly profile?: FunctionProfile;
}
