import type { Metric } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import { median } from "../stats/descriptive.ts";
import { formatValue } from "../wording/value.ts";
import type { Decision } from "./decision.ts";
import { usableVisits } from "./process-values.ts";

/** A decision by size, and which side is zero: it has no estimate of its own. */
export interface ZeroDecision {
  readonly decision: Decision;
  readonly zeros: readonly ("baseline" | "candidate")[];
}

function valuesOf(
  result: BenchmarkResult,
  metric: Metric,
  side: "baseline" | "candidate",
): readonly number[] {
  return usableVisits(result.visits)
    .flatMap(({ series }) => series)
    .filter((one) => one.metric === metric.name && one.side === side)
    .flatMap(({ values }) => values.filter(Number.isFinite));
}

function decided(verdict: Decision["verdict"], because: string): Decision {
  return { verdict, suspect: false, location: null, because };
}

/**
 * Decides about an imported metric of which a side is zero throughout. From zero there is no ratio: what it moved by is
 * held against the floor.
 *
 * @param result - benchmark another tool measured
 * @param metric - its metric, judged as a noisy one
 * @param floor - smallest difference that counts, in the metric's unit
 * @returns the decision; null where neither side is zero throughout, or where this product measured
 * @see docs/statistics.md#stored-numbers
 */
export function decideFromZero(
  result: BenchmarkResult,
  metric: Metric,
  floor: number,
): ZeroDecision | null {
  if (result.benchmark.procedure.kind !== "unknown" || metric.unit === "ratio") return null;
  const sides = (["baseline", "candidate"] as const).map(
    (side) => [side, valuesOf(result, metric, side)] as const,
  );
  if (sides.some(([, values]) => values.length === 0)) return null;
  const zeros = sides.filter(([, values]) => values.every((value) => value === 0));
  if (zeros.length === 0) return null;
  const [before = 0, after = 0] = sides.map(([, values]) => median(values));
  return { decision: bySize(before, after, metric, floor), zeros: zeros.map(([side]) => side) };
}

function bySize(before: number, after: number, { unit }: Metric, floor: number): Decision {
  const say = (value: number): string => formatValue(value, unit);
  if (before === 0 && after === 0) return decided("unchanged", `${say(0)} on both sides`);
  const moved = `${say(before)} to ${say(after)}`;
  if (Math.abs(after - before) <= floor) {
    return decided("unchanged", `${moved}, within the floor of ${say(floor)}`);
  }
  return after < before
    ? decided("improvement", moved)
    : decided("regression", `${moved}: growth from zero counts by its size`);
}
