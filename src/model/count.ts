import type { Call } from "./benchmark.ts";
import type { Component } from "./component.ts";
import type { FunctionProfile } from "./function-profile.ts";
import type { Failure, Side } from "./sample.ts";

/** A call of one side whose fuel and memory pages are counted. */
export interface CountRequest {
  /** Benchmark id. */
  readonly id: string;
  readonly side: Exclude<Side, "native">;
  readonly call: Call;
  readonly component: Component;
  /** Component whose host serves it: the candidate's serves both sides. */
  readonly host: Component;
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
  /** What each function consumed; absent unless it was counted by function, and where that failed. */
  readonly profile?: FunctionProfile;
}
