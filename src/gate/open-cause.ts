import type { BenchmarkJudgement, OpenCause } from "../model/verdict.ts";

/**
 * Why an inconclusive benchmark is open, where the cause has a name.
 *
 * @param judgement - judged benchmark
 * @returns `too-noisy` before `two-modes`; null for other verdicts, and where nothing more is known
 */
export function openCauseOf({ verdict, metrics }: BenchmarkJudgement): OpenCause | null {
  if (verdict !== "inconclusive") return null;
  const causes = metrics.flatMap(({ cause }) => (cause === undefined ? [] : [cause]));
  return causes.includes("too-noisy") ? "too-noisy" : (causes[0] ?? null);
}

/**
 * Whether a benchmark looks better than its baseline without fresh data that could show it.
 *
 * @param judgement - judged benchmark
 * @returns true for an `unchanged` one whose first processes look faster or smaller
 */
export function isUnconfirmed({ verdict, metrics }: BenchmarkJudgement): boolean {
  return verdict === "unchanged" && metrics.some(({ unconfirmed }) => unconfirmed === true);
}
