import type { Series, Visit } from "../src/model/sample.ts";
import { quantile } from "../src/stats/descriptive.ts";

/** Metrics that a rule could ask for: gated ones, the kernel, and both by the other clock. */
const KEPT = new Set(["time", "wall", "cpu", "kernel", "kernel_wall", "resident_bytes"]);
/** Blocks keep four digits, quantiles five: ten and a hundred times finer than their noise. */
const BLOCK_DIGITS = 4;
const QUANTILE_DIGITS = 5;

/**
 * Leaves of a recorded visit what judging needs: all blocks, and the 25th percentile of the kernel.
 *
 * @param visit - as it was measured
 * @returns the same visit, smaller; today's rules judge it alike but for rounding
 */
export function compactVisit(visit: Visit): Visit {
  const series = visit.series
    .filter(({ metric, side }) => KEPT.has(metric) && side !== "native")
    .map((one) => ({ ...one, values: compactValues(one) }));
  return {
    ...visit,
    wallNs: Math.round(visit.wallNs),
    measuredNs: Math.round(visit.measuredNs),
    series,
  };
}

function compactValues({ metric, values }: Series): number[] {
  const all = (digits: number): number[] => values.map((value) => rounded(value, digits));
  if (metric === "kernel") return [rounded(quantile(values, 0.25), QUANTILE_DIGITS)];
  if (metric !== "time" && metric !== "cpu") return all(QUANTILE_DIGITS);
  return all(BLOCK_DIGITS);
}

function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
