import { metricOf } from "../model/metric.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { BenchmarkJudgement, Judgement, RunVerdict } from "../model/verdict.ts";
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
  const usable = new Set(
    result.judgement.benchmarks.filter(isEvidence).map((benchmark) => benchmark.id),
  );
  const isLifted = (id: string): boolean =>
    usable.has(id) && isUpheld(result.benchmarks, id, result.policy) === false;
  const lifted = suspects.filter(isLifted);
  return { upheld: suspects.filter((id) => !lifted.includes(id)), lifted };
}

/** A failed side, a machine that treated the sides differently, and a screen that asked for fresh data and got none say nothing. */
function isEvidence({ failure, contaminated, verdict, metrics }: BenchmarkJudgement): boolean {
  const isOpen = verdict === "inconclusive" && metrics[0]?.stage === "screen";
  return failure === null && !contaminated && !isOpen;
}

/**
 * The result of a second job as it is told: its verdict is the opinion's, whatever so few benchmarks come to by themselves.
 *
 * @param result - judged result of the second job
 * @param opinion - what became of the suspects
 * @returns a copy with the opinion as verdict and warning; not for storing, its verdict is not that of its data
 */
export function withOpinion(
  result: ResultDocument,
  { upheld, lifted }: SecondOpinion,
): ResultDocument {
  const said = [
    ...(upheld.length > 0 ? [`upheld on another machine: ${upheld.join(", ")}`] : []),
    ...(lifted.length > 0 ? [`lifted: ${lifted.join(", ")} did not regress on this machine`] : []),
  ].join("; ");
  const own = result.judgement.verdict === "fail" ? "warn" : result.judgement.verdict;
  return toldAs(result, upheld.length > 0 ? "fail" : own, {
    code: "second-opinion",
    message: said,
  });
}

/**
 * The result of a first job as it is told: its regressions are open until a second job has looked.
 *
 * @param result - judged result that fails
 * @param suspects - regressions left to the second job
 * @returns a copy that warns; not for storing
 */
export function withSuspects(result: ResultDocument, suspects: readonly string[]): ResultDocument {
  const message = `left to a second job to uphold or lift: ${suspects.join(", ")}`;
  return toldAs(result, "warn", { code: "left-to-second-job", message });
}

/**
 * The result of a job that would leave its regressions to a second one where no workflow says that there is one.
 *
 * @param result - judged result that fails
 * @returns a copy that fails all the same and says what is missing; not for storing
 */
export function withoutSecondJob(result: ResultDocument): ResultDocument {
  const message =
    "confirm: fresh-runner lifts nothing here, since the workflow names no second job: set the input second-job to true in this step, and give the output suspects to a job on another runner";
  return toldAs(result, result.judgement.verdict, { code: "no-second-job", message });
}

/** Codes of the warnings that say how two jobs come to one verdict. */
const OPINIONS: readonly string[] = ["second-opinion", "left-to-second-job"];

/**
 * What two jobs make of a run, where two are at work.
 *
 * @param judgement - judgement as it is told
 * @returns one sentence, or null for an ordinary run
 */
export function opinionOf({ warnings }: Judgement): string | null {
  return warnings.find(({ code }) => OPINIONS.includes(code))?.message ?? null;
}

function toldAs(result: ResultDocument, verdict: RunVerdict, warning: Warning): ResultDocument {
  const { judgement } = result;
  return {
    ...result,
    judgement: { ...judgement, verdict, warnings: [warning, ...judgement.warnings] },
  };
}
