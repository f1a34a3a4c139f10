import { judge } from "../../src/gate/judge.ts";
import type { ExactMetricName } from "../../src/model/metric.ts";
import type { BenchmarkResult, Measurements } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import { LEARNED, measurements, pairedVisits, result } from "./fabricate.ts";

/** Log ratios of eight processes that are some 12 % slower. */
export const SLOW = Array.from({ length: 8 }, (_, index) => 0.12 + (index % 3) * 0.002);

/** The judgement of a run of one benchmark. */
export function judged(one: BenchmarkResult, part: Partial<Measurements> = {}): BenchmarkJudgement {
  const [first] = judge(measurements([one], part)).benchmarks;
  if (first === undefined) {
    throw new Error("no benchmark was judged");
  }
  return first;
}

/** A benchmark that was suspect on the screen, with its confirming processes. */
export function confirmed(
  ratios: readonly number[],
  part: Partial<BenchmarkResult> = {},
): BenchmarkResult {
  const screen = pairedVisits([0.2, 0.2, 0.2, 0.2]);
  return result([...screen, ...pairedVisits(ratios, "confirm", { first: 4 })], {
    noise: LEARNED,
    ...part,
  });
}

/** An exact value of both sides. */
export function exact(metric: ExactMetricName, baseline: number, candidate: number): ExactValue {
  return { metric, baseline, candidate, note: null };
}
