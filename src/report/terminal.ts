import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { leadText } from "./baseline-lead.ts";
import { bySuite } from "./by-engine.ts";
import { logText, SENTENCE_LIMIT } from "./clean-text.ts";
import {
  baselineWords,
  environmentLine,
  machineLine,
  runnerLine,
  timeLine,
} from "./environment-words.ts";
import { narrowNames } from "./news/short-name.ts";
import { generalWarnings } from "./opinion-words.ts";
import type { Paint } from "./paint.ts";
import { policyChangesOf, policyTitle, referenceWords } from "./policy-words.ts";
import type { Row } from "./rows.ts";
import { decisive, groupRows, rowsOf } from "./rows.ts";
import { closingLines } from "./terminal-closing.ts";
import {
  definitionLines,
  failureLines,
  policyLines,
  reasonLines,
  targetLines,
  unsupportedLines,
} from "./terminal-notes.ts";
import type { TerminalOptions } from "./terminal-options.ts";
import { suiteTable } from "./terminal-rows.ts";
import { renderTextTables } from "./text-table.ts";
import { hangText } from "./wrap-text.ts";

/** Columns of the names in front of what was compared with what, and where. */
const NAME_COLUMNS = 13;

/** A part under a heading, its text broken at the width. */
function section(
  title: string,
  lines: readonly string[],
  { paint, width }: TerminalOptions,
): readonly string[] {
  if (lines.length === 0) return [];
  const heading = wrapped([title], width).map((line) => paint("bold", line));
  return [...heading, ...wrapped(lines, width), ""];
}

function wrapped(lines: readonly string[], width: number): readonly string[] {
  return lines.flatMap((line) => hangText(line, indentOf(line) + 2, width));
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

function contextLines(
  result: ResultDocument,
  { now, width, isWhole }: TerminalOptions,
): readonly string[] {
  const baseline = baselineWords(result, now);
  const named =
    baseline === null
      ? "none"
      : [
          baseline.sha,
          baseline.age,
          baseline.match,
          isWhole ? baseline.engine : "",
          baseline.source,
        ]
          .filter((part) => part !== "")
          .join(" · ");
  const environment = isWhole
    ? environmentLine(result.environment)
    : machineLine(result.environment);
  const facts = [
    ["baseline", named],
    ["measured", referenceWords(result)],
    ["environment", environment],
    ["runner", runnerLine(result)],
    ["time", result.time.totalMs > 0 ? timeLine(result.time, isWhole) : ""],
  ] as const;
  return facts
    .filter(([, text]) => text !== "")
    .map(([name, text]) => name.padEnd(NAME_COLUMNS) + logText(text, SENTENCE_LIMIT))
    .flatMap((line) => hangText(line, NAME_COLUMNS, width));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Every reason of the verdict, for whoever reads a file later; on a terminal the last lines tell what is needed. */
function verdictReasons(result: ResultDocument, { isWhole, isPiped }: TerminalOptions): string[] {
  if (!isWhole && !isPiped) return [];
  return result.judgement.reasons.map((reason) => logText(reason, SENTENCE_LIMIT));
}

function suiteLines(
  result: ResultDocument,
  rows: readonly Row[],
  { paint, width, isWhole, isPiped }: TerminalOptions,
): readonly string[] {
  const compared = result.baseline !== null;
  const isChanged = rows.some((row) => (decisive(row).primary?.change ?? null) !== null);
  const groups = bySuite(rows);
  const tables = renderTextTables(
    groups.map((group) =>
      suiteTable(group.suite, group.rows, {
        compared,
        isChanged,
        isWhole,
        names: narrowNames(rows),
      }),
    ),
    {
      paint,
      width,
      isHeadedOnce: true,
      ...(isPiped ? { tableWidth: Number.POSITIVE_INFINITY } : {}),
    },
  );
  return groups.flatMap(({ title }, index) => [paint("bold", title), ...(tables[index] ?? []), ""]);
}

/**
 * The report of a run for a terminal or a log.
 *
 * @param result - judged result
 * @param options - width, paint and the reader's time
 * @returns text that ends with what moved, what to do and the verdict, in lines no wider than the terminal but for words that are; in a
 *   pipe tables have every column. Safe to print on a runner
 */
export function renderTerminal(result: ResultDocument, options: TerminalOptions): string {
  const { paint, width, isWhole } = options;
  const rows = rowsOf(result);
  const groups = groupRows(rows);
  const { attention } = groups;
  const lead = leadText(result);
  const why = [...reasonLines(attention, paint, isWhole), ...suiteNotes(result)];
  const lines = [
    ...(lead === "" ? [] : [...wrapped([`${paint("yellow", "baseline")} ${lead}`], width), ""]),
    ...suiteLines(result, rows, options),
    ...section("failures", failureLines(attention, paint), options),
    ...section("why", why, options),
    ...section("new and redefined", definitionLines(rows), options),
    ...section("unsupported", unsupportedLines(rows, isWhole), options),
    ...section("targets", targetLines(result, { paint, width }, isWhole), options),
    ...section(gateTitle(result), policyLines(result, paint), options),
    ...section("warnings", warningLines(result, rows, paint), options),
    ...section("reasons", verdictReasons(result, options), options),
    ...contextLines(result, options),
    "",
    ...wrapped(closingLines({ result, rows, groups, options }), width),
  ];
  return `${lines.join("\n")}\n`;
}
