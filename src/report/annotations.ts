import { isComparedExactly } from "../gate/compared-exactly.ts";
import { ANNOTATION_LIMIT } from "../model/platform-limits.ts";
import type { ResultDocument } from "../model/result.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { nameLimit } from "../wording/limit.ts";
import { formatChange, formatChangeInterval, formatPercent } from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { logText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import { PLAIN, regressionLine } from "./news/news-line.ts";
import { type ShortName, shortNames } from "./news/short-name.ts";
import { generalWarnings } from "./opinion-words.ts";
import { changesSentence, policyChangesOf, policyTitle } from "./policy-words.ts";
import type { Row } from "./rows.ts";
import { groupRows, rowsOf } from "./rows.ts";
import { openWord } from "./verdict-words.ts";

/** One annotation of a run. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  /** One plain line. */
  readonly title: string;
  /** One plain line; the platform's client still encodes it. */
  readonly message: string;
}

/** What fails the run is an error; what only worries is a warning. */
function levelOf({ judgement }: Row, result: ResultDocument): Annotation["level"] {
  const kind = judgement.verdict === "failed" ? "error" : judgement.verdict;
  const kinds = judgement.notCompared === undefined ? [kind] : [kind, "not-compared"];
  return result.policy.failOn.some((failing) => kinds.includes(failing)) ? "error" : "warning";
}

function changeWords({ deciding }: Row): string {
  const change = deciding?.change ?? null;
  if (change === null) return "";
  if (deciding === null || isComparedExactly(deciding)) return formatChange(change.center);
  const gate = deciding.gatedAt ? `, gated at ${formatPercent(deciding.gatedAt)}` : "";
  return `${formatChange(change.center)} (${formatChangeInterval(change)}${gate})`;
}

/** A regression is said in a sentence; all else by its word. */
function titleOf(row: Row, names: ReadonlyMap<string, ShortName>): string {
  const { judgement } = row;
  return judgement.verdict === "regression"
    ? regressionLine({ names, spelling: PLAIN }, row)
    : `${openWord(judgement)}: ${judgement.id}`;
}

function benchmarkAnnotation(
  row: Row,
  result: ResultDocument,
  names: ReadonlyMap<string, ShortName>,
): Annotation {
  const { judgement, because, note } = row;
  const { failure } = judgement;
  const reason = failure === null ? because : `${failure.kind}: ${failure.message}`;
  const id = judgement.verdict === "regression" ? `${judgement.id}: ` : "";
  const parts = [`${id}${changeWords(row)}`, reason, note, ...judgement.explanation].filter(
    (part) => part !== "",
  );
  return {
    level: levelOf(row, result),
    title: logText(titleOf(row, names), NAME_LIMIT),
    message: logText(parts.join("; "), SENTENCE_LIMIT),
  };
}

function targetAnnotation({ id, target, estimate, because }: TargetJudgement): Annotation {
  const measured =
    estimate === null ? "not measured" : `${formatValue(estimate.center, target.unit)}`;
  return {
    level: target.severity === "fail" ? "error" : target.severity === "warn" ? "warning" : "notice",
    title: logText(`missed target: ${target.title} (${target.source})`, NAME_LIMIT),
    message: logText(`${id}: ${measured}, ${nameLimit(target)}; ${because}`, SENTENCE_LIMIT),
  };
}

function policyAnnotations(result: ResultDocument): readonly Annotation[] {
  const { weaker } = policyChangesOf(result);
  if (weaker.length === 0) return [];
  const message = logText(changesSentence(weaker), SENTENCE_LIMIT);
  return [{ level: "warning", title: policyTitle(result), message }];
}

/** Keeps the first of each level and replaces the last kept by a count of what is left out. */
function limitLevel(
  annotations: readonly Annotation[],
  level: Annotation["level"],
): readonly Annotation[] {
  const same = annotations.filter((annotation) => annotation.level === level);
  if (same.length <= ANNOTATION_LIMIT) return same;
  const hidden = same.length - ANNOTATION_LIMIT + 1;
  const message = `${hidden} more are in the job summary and the report`;
  return [...same.slice(0, ANNOTATION_LIMIT - 1), { level, title: `${hidden} more`, message }];
}

/**
 * Annotations of a run, worst first and within the platform's limits.
 *
 * @param result - judged result; every text in it may be hostile
 * @returns at most {@link ANNOTATION_LIMIT} of each level: errors, then warnings, then notices
 */
export function renderAnnotations(result: ResultDocument): readonly Annotation[] {
  const rows = rowsOf(result);
  const names = shortNames(rows);
  const { attention } = groupRows(rows);
  const benchmarks = attention.map((row) => benchmarkAnnotation(row, result, names));
  const targets = result.judgement.targets
    .filter(({ verdict }) => verdict === "missed")
    .map(targetAnnotation);
  const warnings = generalWarnings(result).map(({ code, message }): Annotation => {
    return {
      level: "warning",
      title: logText(`wasm-bench: ${code.replaceAll("-", " ")}`, NAME_LIMIT),
      message: logText(message, SENTENCE_LIMIT),
    };
  });
  const all = [...policyAnnotations(result), ...benchmarks, ...targets, ...warnings];
  return (["error", "warning", "notice"] as const).flatMap((level) => limitLevel(all, level));
}
