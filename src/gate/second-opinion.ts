import { metricOf } from "../model/metric.ts";
import type { ResultDocument } from "../model/result.ts";
import type { BenchmarkJudgement, Opinion, RunVerdict } from "../model/verdict.ts";
import { isUpheld } from "./fresh-runner.ts";
import { judge } from "./judge.ts";
import { isOpenRegression } from "./judge-benchmark.ts";
import { openCauseOf } from "./open-cause.ts";

/**
 * The regressions a run would fail for and another machine could lift: those of noisy metrics alone.
 *
 * @param result - judged result
 * @returns their benchmark ids; empty when the run fails for another reason too, because no other machine can lift that
 * @see docs/statistics.md#fresh-runner
 */
export function liftableRegressions(result: ResultDocument): string[] {
  const open = result.judgement.benchmarks.filter(isOpenRegression);
  if (result.judgement.verdict !== "fail" || open.length === 0 || open.some(regressedExactly))
    return [];
  const { judgement: _, ...measurements } = result;
  const failOn = measurements.policy.failOn.filter((kind) => kind !== "regression");
  const otherwise = judge({ ...measurements, policy: { ...measurements.policy, failOn } });
  return otherwise.verdict === "fail" ? [] : open.map(({ id }) => id);
}

function regressedExactly({ metrics }: BenchmarkJudgement): boolean {
  return metrics.some(
    ({ metric, verdict }) => verdict === "regression" && metricOf(metric).assumption === "exact",
  );
}

/**
 * Upholds or lifts the regressions another machine reported.
 *
 * @param result - the same benchmarks measured on this machine
 * @param suspects - ids the first machine would have failed for
 * @returns every suspect in one of the two lists, in the order given
 */
export function secondOpinion(
  result: ResultDocument,
  suspects: readonly string[],
): Extract<Opinion, { kind: "given" }> {
  const usable = new Set(
    result.judgement.benchmarks.filter(isEvidence).map((benchmark) => benchmark.id),
  );
  const isLifted = (id: string): boolean =>
    usable.has(id) && isUpheld(result.benchmarks, id, result.policy) === false;
  const lifted = suspects.filter(isLifted);
  return { kind: "given", upheld: suspects.filter((id) => !lifted.includes(id)), lifted };
}

/** A failed side, a machine that treated the sides differently or is too noisy, and a screen that asked for fresh data and got none say nothing. */
function isEvidence(judgement: BenchmarkJudgement): boolean {
  const { failure, contaminated, verdict, metrics } = judgement;
  const isOpen = verdict === "inconclusive" && metrics[0]?.stage === "screen";
  const isBlind = openCauseOf(judgement) === "too-noisy";
  return failure === null && !contaminated && !isOpen && !isBlind;
}

/**
 * A result as it is told where two jobs come to one verdict: a second job's verdict is its opinion, whatever so few
 * benchmarks come to by themselves; a first job's is open until the second one has looked; one that stands alone fails.
 *
 * @param result - judged result
 * @param opinion - what became of the suspects
 * @returns a copy with the opinion and the verdict it leads to; not for storing, its verdict is not that of its data
 */
export function withOpinion(result: ResultDocument, opinion: Opinion): ResultDocument {
  const { judgement } = result;
  const verdict = verdictBy(opinion, judgement.verdict);
  return { ...result, judgement: { ...judgement, verdict, opinion } };
}

function verdictBy(opinion: Opinion, own: RunVerdict): RunVerdict {
  switch (opinion.kind) {
    case "left":
      return "warn";
    case "alone":
      return own;
    case "given":
      if (opinion.upheld.length > 0) return "fail";
      return own === "fail" ? "warn" : own;
  }
}
