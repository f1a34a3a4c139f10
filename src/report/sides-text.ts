import type { MetricJudgement } from "../model/verdict.ts";
import { formatValue } from "../wording/value.ts";

/**
 * The values of both sides, the unit once where it is the same.
 *
 * @param metric - judgement of a metric
 * @returns for example `3.04 → 3.41 ms`; the candidate's alone where there is no baseline; empty without a candidate
 */
export function sidesText({
  candidate,
  baseline,
  unit,
}: Pick<MetricJudgement, "candidate" | "baseline" | "unit">): string {
  if (candidate === null) return "";
  const after = formatValue(candidate.center, unit);
  if (baseline === null) return after;
  const before = formatValue(baseline.center, unit);
  const [number = "", name] = before.split(" ");
  return `${after.endsWith(` ${name}`) ? number : before} → ${after}`;
}
