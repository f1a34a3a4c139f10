import type { ExactMetricName, MetricName } from "./metric.ts";
import type { VisitLoad } from "./runner.ts";

/** Which module a series belongs to; `native` is the host-language reference of a benchmark. */
export type Side = "baseline" | "candidate" | "native";

/** The raw values of one metric of one copy in one process. */
export interface Series {
  readonly metric: MetricName;
  readonly side: Side;
  /** Index of the copy within its side, from 0. */
  readonly copy: number;
  /** Observations in the order taken, in the metric's unit (time: ns per operation, one per block). */
  readonly values: readonly number[];
}

/** When a visit was made: `screen` looks at everything, `confirm` and `extend` at suspects on fresh data, `target` for targets only. */
export type Stage = "screen" | "confirm" | "extend" | "target";

/** How a benchmark can fail, as a short machine-readable word. */
export const FAILURE_CAUSES = [
  "trap",
  "wrong-result",
  "timeout",
  "out-of-memory",
  "exit",
  "crash",
  "host-error",
  "link-error",
  "compile-error",
  "internal",
] as const;

/** One of {@link FAILURE_CAUSES}. */
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** Why a benchmark failed. */
export interface Failure {
  /** Short machine-readable kind. */
  readonly kind: FailureCause;
  /** Trap category when `kind` is `trap`, else null. */
  readonly category: string | null;
  /** One line for people, in plain text; may quote guest text and is hostile until escaped. */
  readonly message: string;
  /** The side that failed; null when a shared process died and the side is not known, or when both failed alike. */
  readonly side: Side | null;
  /** True when both sides failed in this way with the same host code: the change explains nothing. */
  readonly alike?: true;
}

/** One benchmark in one process: its warm-up and its rounds. */
export interface Visit {
  /** Index of the process within the job, from 0. */
  readonly process: number;
  readonly stage: Stage;
  /** Calls in one block, equal on both sides. */
  readonly iterations: number;
  /** Wall time of the visit and the part of it inside timed blocks. */
  readonly wallNs: number;
  readonly measuredNs: number;
  readonly series: readonly Series[];
  readonly failure: Failure | null;
  readonly warnings: readonly Warning[];
  /** What the guest printed, capped; hostile until escaped. */
  readonly output: string;
  /** How busy the runner was; absent in older documents, and where nothing was measured in rounds by CPU time. */
  readonly load?: VisitLoad;
}

/** Something a reader should know that changes no verdict. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** Code of the warning about unchanged code that was to be measured for its own numbers and was not. */
export const NOT_REACHED = "not-reached";

/** An exact value of both sides; null where that side has none. */
export interface ExactValue {
  readonly metric: ExactMetricName;
  readonly baseline: number | null;
  readonly candidate: number | null;
  /** Why the value cannot be compared (`not deterministic`), or null. */
  readonly note: string | null;
}
