import type { BenchmarkJudgement } from "../model/verdict.ts";
import { isOpenRegression } from "./judge-benchmark.ts";
import { openCauseOf } from "./open-cause.ts";
import { isOpenMissing } from "./removals.ts";

/** What asks for attention, worst first: the order in which every report and every sentence tells it. */
export const ATTENTION_KINDS = [
  "failed",
  "regression",
  "missed-target",
  "missing",
  "not-compared",
  "too-noisy",
  "inconclusive",
  "undecided-target",
] as const;

/** One kind of what asks for attention. */
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Kinds that benchmarks are of. */
export type BenchmarkAttention = Exclude<AttentionKind, "missed-target" | "undecided-target">;

/**
 * What a benchmark asks attention for.
 *
 * @param benchmark - judged benchmark
 * @returns its kind; null for one that is calm, or accepted
 */
export function attentionOf(benchmark: BenchmarkJudgement): BenchmarkAttention | null {
  switch (benchmark.verdict) {
    case "failed":
      return "failed";
    case "regression":
      return isOpenRegression(benchmark) ? "regression" : null;
    case "missing":
      return isOpenMissing(benchmark) ? "missing" : null;
    case "new":
      return benchmark.notCompared === undefined ? null : "not-compared";
    case "inconclusive":
      return openCauseOf(benchmark) === "too-noisy" ? "too-noisy" : "inconclusive";
    case "improvement":
    case "unchanged":
    case "identical":
    case "unsupported":
      return null;
  }
}
