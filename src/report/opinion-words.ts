import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Judgement, Opinion } from "../model/verdict.ts";

const NO_SECOND_JOB =
  "confirm: fresh-runner lifts nothing here, since the workflow names no second job: set the input second-job to true in this step, and give the output suspects to a job on another runner";

/**
 * What two jobs make of a run, as a sentence.
 *
 * @param opinion - opinion of a judgement
 * @returns one sentence in plain text
 */
export function opinionWords(opinion: Opinion): string {
  switch (opinion.kind) {
    case "left":
      return `left to a second job to uphold or lift: ${opinion.suspects.join(", ")}`;
    case "alone":
      return NO_SECOND_JOB;
    case "given":
      return givenWords(opinion.upheld, opinion.lifted);
  }
}

function givenWords(upheld: readonly string[], lifted: readonly string[]): string {
  return [
    ...(upheld.length > 0 ? [`upheld on another machine: ${upheld.join(", ")}`] : []),
    ...(lifted.length > 0 ? [`lifted: ${lifted.join(", ")} did not regress on this machine`] : []),
  ].join("; ");
}

/**
 * What two jobs come to, where that is the news of a run.
 *
 * @param judgement - judgement as it is told
 * @returns one sentence; null for an ordinary run, and for one that stands alone and tells its own regressions
 */
export function opinionNews({ opinion }: Judgement): string | null {
  return opinion === undefined || opinion.kind === "alone" ? null : opinionWords(opinion);
}

/**
 * Everything a reader should know that belongs to no single benchmark.
 *
 * @param result - judged result, as it is told
 * @returns what two jobs make of it first, then warnings about the run, then about its policy
 */
export function generalWarnings({ warnings, judgement }: ResultDocument): readonly Warning[] {
  const { opinion } = judgement;
  const told =
    opinion === undefined ? [] : [{ code: "second-job", message: opinionWords(opinion) }];
  return [...told, ...warnings, ...judgement.warnings];
}
