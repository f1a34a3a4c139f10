import type { MetricName, Unit } from "./metric.ts";
import type { PolicyChanges } from "./policy-change.ts";
import type { Failure, Stage, Warning } from "./sample.ts";
import type { Target, TargetVerdict } from "./target.ts";

/** Verdict of one benchmark or one of its metrics. The list is closed. */
export const VERDICTS = [
  "regression",
  "improvement",
  "unchanged",
  "identical",
  "inconclusive",
  "new",
  "missing",
  "failed",
  "unsupported",
] as const;

/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];

/** Verdict of a run. */
export type RunVerdict = "pass" | "warn" | "fail" | "no-baseline";

/** A value with its interval, in the metric's unit; `low <= center <= high`. */
export interface Estimate {
  readonly center: number;
  readonly low: number;
  readonly high: number;
  /** Relative standard deviation between processes; 0 for exact values and single processes. */
  readonly spread: number;
  /** Observations behind it, and the processes they come from. */
  readonly samples: number;
  readonly processes: number;
}

/** A relative change with its interval; 0.05 is 5 % more; `low <= center <= high`. */
export interface Change {
  readonly center: number;
  readonly low: number;
  readonly high: number;
}

/** How severe a confirmed regression is. */
export type Tier = "investigate" | "fix-or-justify" | "must-fix";

/**
 * Why more than chance keeps a comparison open: this run is too noisy for it (`too-noisy`), or only one part of the blocks
 * moved (`two-modes`).
 */
export const OPEN_CAUSES = ["too-noisy", "two-modes"] as const;

/** One of {@link OPEN_CAUSES}. */
export type OpenCause = (typeof OPEN_CAUSES)[number];

/** Verdict of one metric of one benchmark. */
export interface MetricJudgement {
  readonly metric: MetricName;
  readonly unit: Unit;
  /** `new` when there is nothing to compare with. Informational metrics are never `regression` or `improvement`. */
  readonly verdict: Verdict;
  readonly candidate: Estimate | null;
  readonly baseline: Estimate | null;
  readonly change: Change | null;
  /** Smallest relative change this comparison could have shown; null without comparison. */
  readonly gatedAt: number | null;
  /** The last stage whose data decided. */
  readonly stage: Stage | null;
  /** One sentence: how the verdict was reached, with its numbers. */
  readonly because: string;
  /** Set where a gated metric is `inconclusive` for a cause that has a name. */
  readonly cause?: OpenCause;
  /** True where it looks faster or smaller and no fresh data were asked for that could show it. */
  readonly unconfirmed?: true;
}

/** Verdict of one benchmark: that of its worst gated metric. */
export interface BenchmarkJudgement {
  readonly id: string;
  readonly verdict: Verdict;
  /** The primary metric first, then other gated ones, then informational ones. */
  readonly metrics: readonly MetricJudgement[];
  readonly tier: Tier | null;
  /** Set when a regression was accepted; such a benchmark does not fail the run. */
  readonly accepted: {
    readonly reason: string;
    readonly until: string;
    readonly limit: number;
  } | null;
  /** Set when a missing benchmark is meant to be gone; such a one does not fail the run. */
  readonly removal?: { readonly reason: string; readonly until: string | null };
  /** Why it could not be compared although it should have been; absent when it was, or owes no comparison. */
  readonly notCompared?: string;
  readonly failure: Failure | null;
  /** True when the calibration kernel disagreed between the sides. */
  readonly contaminated: boolean;
  /** What else moved when time moved (fuel, code bytes, pages), in words; empty when nothing did. */
  readonly explanation: readonly string[];
  readonly warnings: readonly Warning[];
}

/** Verdict of one target for one benchmark. */
export interface TargetJudgement {
  readonly id: string;
  readonly target: Target;
  readonly verdict: TargetVerdict;
  /** Null when the benchmark failed or was not measured. */
  readonly estimate: Estimate | null;
  /** Limit minus upper bound, over the limit: positive is room left. Null without estimate. */
  readonly distance: number | null;
  readonly because: string;
}

/** One test over a whole suite for a uniform small slowdown. */
export interface SuiteJudgement {
  readonly suite: string;
  readonly benchmarks: number;
  readonly change: Change | null;
  readonly suspicious: boolean;
  readonly because: string;
}

/** How many benchmarks have each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/**
 * What two jobs make of a run between them (`confirm: fresh-runner`): its regressions are `left` to a second job, or it
 * stands `alone` because no workflow names one, or the second job has `given` its opinion.
 */
export type Opinion =
  | { readonly kind: "left" | "alone"; readonly suspects: readonly string[] }
  | {
      readonly kind: "given";
      /** Regressions this machine sees too, or could not measure: nothing is green by omission. */
      readonly upheld: readonly string[];
      readonly lifted: readonly string[];
    };

/** The verdict of a run with everything it rests on. */
export interface Judgement {
  readonly verdict: RunVerdict;
  /** One sentence each; the first is the one a failed run ends with. */
  readonly reasons: readonly string[];
  readonly counts: VerdictCounts;
  readonly targetCounts: Readonly<Record<TargetVerdict, number>>;
  readonly benchmarks: readonly BenchmarkJudgement[];
  readonly targets: readonly TargetJudgement[];
  readonly suites: readonly SuiteJudgement[];
  /** Warnings about the policy itself, such as an expired acceptance. */
  readonly warnings: readonly Warning[];
  /** How the policy differs from the base's; absent where there is none to compare with. */
  readonly policyChanges?: PolicyChanges;
  /** Set where a second job is at work or wanted: the verdict is then what both come to. */
  readonly opinion?: Opinion;
}
