import type { TierMode } from "./environment.ts";
import type { Allowances, MetricName } from "./metric.ts";
import type { Target } from "./target.ts";

/** How much is measured. The plan's 30 samples, 5 s and 50 instances are the defaults. */
export interface Sampling {
  /** At least this many samples behind every estimate. */
  readonly samples: number;
  /** At most this much measuring time per benchmark and side, in ms. */
  readonly timeMs: number;
  /** At most this many live instances. */
  readonly maxInstances: number;
  /** Fresh processes when nothing is compared (targets need 6). */
  readonly processes: number;
  /** Rounds per process. */
  readonly rounds: number;
  /** Copies per side. */
  readonly copies: number;
  /** Length of one block, in ms. */
  readonly blockMs: number;
  readonly warmupMs: number;
  /** Wall-clock limit of one benchmark in one process, in ms. */
  readonly timeoutMs: number;
  readonly tier: TierMode;
  /** Extra V8 flags, probed before use. */
  readonly flags: readonly string[];
}

/** Thresholds of one benchmark. Fractions: 0.05 is 5 %. */
export interface Thresholds {
  /** A regression of this size must be caught (T). */
  readonly regression: number;
  /** Decides on confirmed data (θ). */
  readonly decide: number;
  /** Makes a benchmark suspect (s). */
  readonly suspect: number;
  /** Absolute floor in ns below which no change of a time counts. */
  readonly floor: number;
}

/** Thresholds for benchmarks whose id matches. */
export interface Override {
  readonly benchmark: string;
  readonly regression: number | null;
  readonly floor: number | null;
  /** Kind of metric the floor is for; null is for whichever is the primary one. */
  readonly floorUnit: "ns" | "bytes" | null;
  /** Allowances of exact metrics that differ from the policy's. */
  readonly allowances: Allowances;
  readonly reason: string;
}

/** A regression accepted for a while. */
export interface Acceptance {
  readonly benchmark: string;
  /** Metric it accepts; `time` by default. */
  readonly metric: MetricName;
  /** Last day it holds, YYYY-MM-DD (UTC, inclusive). */
  readonly until: string;
  /** Largest accepted relative change. */
  readonly limit: number;
  readonly reason: string;
}

/** Benchmarks that are meant to go: missing ones it names fail nothing. */
export interface Removal {
  readonly benchmark: string;
  /** Last day it holds, YYYY-MM-DD (UTC, inclusive); null without end. */
  readonly until: string | null;
  readonly reason: string;
}

/** What may fail a run. */
export const FAILURE_KINDS = [
  "regression",
  /** A regression of what is compared to the last digit: fuel, bytes, pages, counts. Every such one is a regression too. */
  "exact",
  "target",
  "error",
  "missing",
  "inconclusive",
  /** A benchmark that should have been compared and could not be. */
  "not-compared",
  "no-baseline",
  /** The place where baselines live could not be asked, which says nothing about what it holds. */
  "store",
] as const;

/** One kind of {@link FAILURE_KINDS}. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Everything that turns measurements into a verdict; stored in every result so that it can be judged again. */
export interface Policy {
  readonly thresholds: Thresholds;
  readonly overrides: readonly Override[];
  readonly accept: readonly Acceptance[];
  /** Accepted removals; absent in a result that has none. */
  readonly removals?: readonly Removal[];
  readonly targets: readonly Target[];
  readonly failOn: readonly FailureKind[];
  /** What an inconclusive benchmark does when `failOn` does not name it. */
  readonly inconclusive: "warn" | "ignore";
  /**
   * Allowances of the exact metrics that are gated: those the metric table gates, and informational ones that were
   * given one. One the table gates and that is absent, because it was added later, has its default.
   */
  readonly allowances: Allowances;
  readonly confidenceLevel: number;
  /** True when what looks faster is measured again on fresh data, which alone can show it; absent when it is not. */
  readonly confirmImprovements?: true;
  /** Today, YYYY-MM-DD (UTC): decides whether an acceptance has expired. Given, never taken from a clock. */
  readonly today: string;
}
