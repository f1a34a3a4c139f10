import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { leadText } from "./baseline-lead.ts";
import { bySuite } from "./by-engine.ts";
import { logText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import { baselineWords, environmentLine, runnerLine, timeLine } from "./environment-words.ts";
import { headlineOf } from "./headline.ts";
import { narrowNames } from "./news/short-name.ts";
import { generalWarnings } from "./opinion-words.ts";
import type { Paint, PaintStyle } from "./paint.ts";
import { policyChangesOf, policyTitle, referenceWords } from "./policy-words.ts";
import type { Row } from "./rows.ts";
import { groupRows, rowsOf } from "./rows.ts";
import {
  definitionLines,
  failureLines,
  policyLines,
  reasonLines,
  targetLines,
  unsupportedLines,
} from "./terminal-notes.ts";
import { suiteTable } from "./terminal-rows.ts";
import { renderTextTables } from "./text-table.ts";
import { runWord } from "./verdict-words.ts";
import { hangText } from "./wrap-text.ts";

/** How a report is drawn on a terminal. */
export interface TerminalOptions {
  readonly paint: Paint;
  /** Columns of the terminal; 100 suits a log. */
  readonly width: number;
  /** ISO time of the reader, for the age of the baseline. */
  readonly now: string;
  /** Whether everything is told; else metrics that did not move and targets that are met are left out. */
  readonly isWhole: boolean;
}

/** Columns of the names in front of what was compared with what, and where. */
const NAME_COLUMNS = 13;

/** Reasons of the verdict told on a terminal. */
const MOST_REASONS = 2;

const VERDICT_STYLES: Readonly<Record<string, PaintStyle>> = {
  pass: "green",
  warn: "yellow",
  fail: "red",
  "no-baseline": "yellow",
};

function section(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : [paint("bold", title), ...lines, ""];
}

/** Every warning once, worst place first: the run, the policy, single benchmarks. */
function warningLines(
  result: ResultDocument,
  rows: readonly Row[],
  paint: Paint,
): readonly string[] {
  const general = generalWarnings(result);
  const single = rows.flatMap(({ judgement }) =>
    judgement.warnings.map(
      ({ code, message }): Warning => ({ code, message: `${judgement.id}: ${message}` }),
    ),
  );
  const texts = [...general, ...single].map(({ message }) => logText(message, SENTENCE_LIMIT));
  return [...new Set(texts)].map((text) => `${paint("yellow", "warning")} ${text}`);
}

function suiteNotes(result: ResultDocument): readonly string[] {
  return result.judgement.suites
    .filter(({ suspicious }) => suspicious)
    .map(
      ({ suite, because }) => `suite ${logText(suite, 60)}: ${logText(because, SENTENCE_LIMIT)}`,
    );
}

function gateTitle(result: ResultDocument): string {
  const isWeaker = policyChangesOf(result).weaker.length > 0;
  return isWeaker ? policyTitle(result) : "changes of the gate, none of which weakens it";
}

function contextLines(result: ResultDocument, { now, width }: TerminalOptions): readonly string[] {
  const baseline = baselineWords(result, now);
  const named =
    baseline === null
      ? "none"
      : [baseline.sha, baseline.age, baseline.match, baseline.engine, baseline.source]
          .filter((part) => part !== "")
          .join(" · ");
  const facts = [
    ["baseline", named],
    ["measured", referenceWords(result)],
    ["environment", environmentLine(result.environment)],
    ["runner", runnerLine(result)],
    ["time", result.time.totalMs > 0 ? timeLine(result.time) : ""],
  ] as const;
  return facts
    .filter(([, text]) => text !== "")
    .map(([name, text]) => name.padEnd(NAME_COLUMNS) + logText(text, SENTENCE_LIMIT))
    .flatMap((line) => hangText(line, NAME_COLUMNS, width));
}

/** What a reader may do next. */
function hintLines(attention: readonly Row[], paint: Paint): readonly string[] {
  const [first] = attention;
  const again =
    first === undefined
      ? []
      : [`  again: --filter '${logText(first.judgement.id, NAME_LIMIT).replaceAll("'", "?")}'`];
  return [...again, "  all metrics, targets and reasons: --verbose; charts: --html FILE"].map(
    (line) => paint("dim", line),
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The report of a run for a terminal or a log.
 *
 * @param result - judged result
 * @param options - width, paint and the reader's time
 * @returns text that ends with the verdict and a line break, in lines no wider than the terminal but for words that are;
 *   safe to print on a runner
 */
export function renderTerminal(result: ResultDocument, options: TerminalOptions): string {
  const { paint, width, isWhole } = options;
  const rows = rowsOf(result);
  const { attention } = groupRows(rows);
  const compared = result.baseline !== null;
  const groups = bySuite(rows);
  const tables = renderTextTables(
    groups.map((group) =>
      suiteTable(group.suite, group.rows, { compared, isWhole, names: narrowNames(rows) }),
    ),
    { paint, width },
  );
  const suites = groups.flatMap(({ title }, index) => section(title, tables[index] ?? [], paint));
  const verdict = result.judgement.verdict;
  const reasons = result.judgement.reasons.map((reason) => `  ${logText(reason, SENTENCE_LIMIT)}`);
  const lead = leadText(result);
  const lines = [
    ...(lead === "" ? [] : [`${paint("yellow", "baseline")} ${lead}`, ""]),
    ...suites,
    ...section("failures", failureLines(attention, paint), paint),
    ...section("why", [...reasonLines(attention, paint, isWhole), ...suiteNotes(result)], paint),
    ...section("new and redefined", definitionLines(rows), paint),
    ...section("unsupported", unsupportedLines(rows), paint),
    ...section("targets", targetLines(result, { paint, width }, isWhole), paint),
    ...section(gateTitle(result), policyLines(result, paint), paint),
    ...section("warnings", warningLines(result, rows, paint), paint),
    ...contextLines(result, options),
    "",
    ...(isWhole ? reasons : reasons.slice(0, MOST_REASONS)),
    ...(isWhole ? [] : hintLines(attention, paint)),
    paint(
      "bold",
      paint(VERDICT_STYLES[verdict] ?? "bold", `${runWord(verdict)}: ${headlineOf(result)}`),
    ),
  ];
  const fitting = lines.flatMap((line) => hangText(line, indentOf(line) + 2, width));
  return `${fitting.join("\n")}\n`;
}
