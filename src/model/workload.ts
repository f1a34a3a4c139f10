import type { Benchmark } from "./benchmark.ts";
import type { Component, ComponentFacts } from "./component.ts";
import type { LoadRecord } from "./load-record.ts";
import type { Sampling } from "./policy.ts";
import type { Stage, Visit } from "./sample.ts";

/** Everything that is to be measured, loaded and checked. */
export interface Workload {
  readonly components: readonly Component[];
  /** Names of all components that are configured, also of those without a wanted benchmark. */
  readonly componentNames: readonly string[];
  readonly facts: readonly ComponentFacts[];
  readonly benchmarks: readonly Benchmark[];
  /** Every benchmark of the configuration, also those that are not wanted in this run. */
  readonly known: readonly Benchmark[];
  /** SHA-256 of the definition by benchmark id. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Hash of the user's JavaScript a benchmark runs with, by its id; null without any. */
  readonly hostCodes: ReadonlyMap<string, string | null>;
  /** Hash of what its native reference needs, by the id of a benchmark that has one of the user's. */
  readonly natives?: ReadonlyMap<string, string>;
  /** What was seen of a component with JavaScript, by its name. */
  readonly loadRecords?: ReadonlyMap<string, LoadRecord>;
}

/** One benchmark with the modules of its sides. */
export interface Pair {
  readonly benchmark: Benchmark;
  /** Null for a benchmark that runs no component. */
  readonly candidate: Component | null;
  /** Null when nothing is compared. */
  readonly baseline: Component | null;
  /** True when the sides take processes of their own, in ABBA order. */
  readonly alternated: boolean;
  /** Whether the user's host code is the one the baseline was measured with. */
  readonly sameHost: boolean;
  /** True for a new or redefined benchmark: the baseline's side owes no expected result. */
  readonly isBaselineFree?: boolean;
  /** True when each side runs with its own imports module; absent where the candidate's serves both. */
  readonly ownHosts?: boolean;
}

/** A number of fresh processes, each visiting every pair once. */
export interface MeasureJob {
  readonly stage: Stage;
  /** Index of the first process within the run. */
  readonly firstProcess: number;
  readonly processes: number;
  readonly pairs: readonly Pair[];
  readonly sampling: Sampling;
  readonly seed: string;
}

/** What a job gave: visits by benchmark id, and where the time went. */
export interface MeasureOutcome {
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  readonly spent: {
    readonly startMs: number;
    readonly warmupMs: number;
    readonly measuredMs: number;
    readonly processes: number;
  };
  /** Start of every measuring process, in ms. */
  readonly startsMs: readonly number[];
}
