import type { EngineName } from "./engine.ts";
import type { MetricName, Unit } from "./metric.ts";

/** What a missed target does: fail the run, warn, or only be reported. */
export type Severity = "fail" | "warn" | "info";

/** An absolute limit with its source. */
export interface Target {
  /** Benchmark id or glob it applies to. */
  readonly benchmark: string;
  readonly metric: MetricName;
  /** Upper limit in the metric's unit; null where `min` is given. */
  readonly max: number | null;
  /** Lower limit in the metric's unit: of a metric of which more is better. */
  readonly min?: number;
  readonly unit: Unit;
  /** Where the limit is written down, for example an ADR. */
  readonly source: string;
  readonly severity: Severity;
  /** Name shown in reports. */
  readonly title: string;
  /** The engine it is judged on, and no other one; absent for whichever was measured. */
  readonly engine?: EngineName;
  /**
   * Engine the limit was written for, for example `Wasmtime 24`: it is judged there where that was measured, and else on V8; null
   * for a limit that holds on every engine.
   */
  readonly writtenFor: string | null;
  /** Sentence that must stand beside the verdict (definition, caveat), or empty. */
  readonly note: string;
  /** The sentence in its place on engines where another operation stands behind the same metric. */
  readonly notes?: Readonly<Partial<Record<EngineName, string>>>;
}

/** One-sided verdict of a target with its uncertainty. */
export type TargetVerdict = "met" | "missed" | "inconclusive";

/** The limit of a target. */
export interface Limit {
  /** In the target's unit. */
  readonly value: number;
  /** Whether the value has to reach it, instead of staying below it. */
  readonly isMin: boolean;
}

/**
 * The limit of a target, whichever it has.
 *
 * @param target - one with `max` or `min`
 * @returns the limit
 * @throws RangeError when it has neither
 */
export function limitOf({ max, min }: Pick<Target, "max" | "min">): Limit {
  if (min !== undefined) return { value: min, isMin: true };
  if (max === null) throw new RangeError("a target has no limit");
  return { value: max, isMin: false };
}
