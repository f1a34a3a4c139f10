import { metricOf } from "../model/metric.ts";
import type { ResultDocument } from "../model/result.ts";
import type { BenchmarkJudgement } from "../model/verdict.ts";
import { isUpheld } from "./fresh-runner.ts";
import { judge } from "./judge.ts";
import { isOpenRegression } from "./judge-benchmark.ts";

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

/** What another machine says of the would-be regressions. */
export interface SecondOpinion {
  /** Regressions this machine sees too, or could not measure: nothing is green by omission. */
  readonly upheld: readonly string[];
  readonly lifted: readonly string[];
}

/**
 * Upholds or lifts the regressions another machine reported.
 *
 * @param result - the same benchmarks measured on this machine
 * @param suspects - ids the first machine would have failed for
 * @returns every suspect in one of the two lists, in the order given
 */
export function secondOpinion(result: ResultDocument, suspects: readonly string[]): SecondOpinion {
  const isLifted = (id: string): boolean =>
    isUpheld(result.benchmarks, id, result.policy) === false;
  return { upheld: suspects.filter((id) => !isLifted(id)), lifted: suspects.filter(isLifted) };
}
