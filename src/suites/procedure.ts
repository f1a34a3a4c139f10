import type { ByMetric, MetricName } from "../model/metric.ts";
import type { Batches } from "./batches.ts";
import type { Elapsed } from "./clocks.ts";
import type { Payload } from "./payload.ts";

/** Work that Benchmark.js times: called many times in one block, synchronous. */
export interface TimedOperation {
  readonly kind: "timed";
  readonly metric: MetricName;
  readonly run: () => unknown;
  /** Guest operations inside one call; the time of a call is divided by it. */
  readonly operations: number;
}

/** Work that reports its own duration by both clocks, one observation per call (a guest's own start and end marks, a suspended call). */
export interface ObservedOperation {
  readonly kind: "observed";
  readonly metric: MetricName;
  readonly observe: () => Elapsed | Promise<Elapsed>;
  readonly operations: number;
}

/** Work that is awaited before it is called again, many times in one block. */
export interface AwaitedOperation {
  readonly kind: "awaited";
  readonly metric: MetricName;
  readonly begin: () => PromiseLike<unknown>;
  readonly operations: number;
}

/** One way of exercising a copy. */
export type Operation = TimedOperation | ObservedOperation | AwaitedOperation;

/** One separately compiled instance of a component, ready to be measured. */
export interface Copy {
  /** The primary operation first; the others are extra metrics. */
  readonly operations: readonly Operation[];
  /** Throws a {@link WrongResult} when the guest no longer answers as expected. Called after warm-up and after the rounds. */
  readonly verify: () => void | Promise<void>;
  /** True where an engine compiled all of its code before: no call is slower because it is one of the first. */
  readonly isCompiledAhead?: true;
  /** True where verifying is one run of the primary operation and nothing else. */
  readonly isVerifiedByRun?: true;
  /** Lets go of what its set-up took; called after everything else. */
  readonly teardown?: () => Promise<void>;
  /** Single observations made once after the rounds, by metric. */
  readonly finish?: () => Promise<ByMetric<number>> | ByMetric<number>;
}

/** What a procedure gets to make one copy. */
export interface CopyRequest {
  readonly payload: Payload;
  /** Different for every copy of every side in a process; makes bytes and trampolines unique. */
  readonly nonce: number;
  readonly probe: Probe;
  /** What all copies of a visit agree by; absent for a copy that stands alone. */
  readonly batches?: Batches;
}

/** What a procedure may ask of the process it runs in. */
export interface Probe {
  /** Private resident bytes of this process after a full collection. */
  readonly privateBytes: () => number;
  /** A full garbage collection; returns its duration in ns. */
  readonly collect: () => number;
  /** Nanoseconds on a monotonic clock. */
  readonly now: () => number;
}

/** Observations by metric, one value per observation, made without copies and rounds. */
export type Observations = ByMetric<readonly number[]>;
