import type { ResultDocument } from "../model/result.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { formatQuantity } from "../wording/number.ts";
import { codeName, sentence } from "./escape-markdown.ts";
import type { History } from "./history.ts";
import { benchmarkColumns, TARGET_COLUMNS } from "./markdown-rows.ts";
import type { MarkdownColumn } from "./markdown-table.ts";
import { renderMarkdownTable } from "./markdown-table.ts";
import { type Groups, groupByDefinition, type Row } from "./rows.ts";
import { originOf } from "./target-words.ts";
import { tierWords } from "./verdict-words.ts";

/** A part of a report that can be shortened by rows. */
export interface Section {
  readonly rows: number;
  /** Writes the section with at most `limit` rows and says how many more there are. */
  readonly render: (limit: number) => string;
}

/** How a section is headed. */
interface Frame {
  readonly title: string;
  /** Closed until the reader opens it. */
  readonly collapsed: boolean;
}

/** Where rows that are left out can be seen. */
function moreLine(hidden: number): string {
  return hidden > 0 ? `\n\n_${formatQuantity(hidden, "more", "more")} in the report._` : "";
}

function frameText(frame: Frame, body: string): string {
  if (!frame.collapsed) return `### ${frame.title}\n\n${body}`;
  return `<details>\n<summary>${frame.title}</summary>\n\n${body}\n\n</details>`;
}

interface TableContent<Item> {
  readonly columns: readonly MarkdownColumn<Item>[];
  readonly items: readonly Item[];
  /** What stands under the table for the rows shown. */
  readonly below: (items: readonly Item[]) => string;
}

function tableSection<Item>(frame: Frame, content: TableContent<Item>): Section {
  const { columns, items, below } = content;
  const render = (limit: number): string => {
    if (items.length === 0) return "";
    const shown = items.slice(0, limit);
    const parts = [renderMarkdownTable(columns, shown), below(shown)].filter((part) => part !== "");
    return frameText(frame, `${parts.join("\n\n")}${moreLine(items.length - shown.length)}`.trim());
  };
  return { rows: items.length, render };
}

function bullet(row: Row): string {
  const { judgement, because, note } = row;
  const { failure } = judgement;
  const category =
    failure === null || failure.category === null ? "" : ` (${sentence(failure.category)})`;
  const reason =
    failure === null
      ? sentence(because)
      : `${failure.kind}${category}: ${sentence(failure.message)}`;
  const tier =
    judgement.tier === null || judgement.accepted !== null
      ? ""
      : `**${tierWords(judgement.tier)}**`;
  const texts = [
    tier,
    reason,
    sentence(note),
    ...judgement.explanation.map(sentence),
    ...acceptance(row),
  ].filter((text) => text !== "");
  return texts.length === 0 ? "" : `- ${codeName(judgement.id)}: ${texts.join("; ")}`;
}

function acceptance({ judgement }: Row): readonly string[] {
  const { accepted, removal } = judgement;
  if (removal !== undefined) {
    const until = removal.until === null ? "" : ` until ${sentence(removal.until)}`;
    return [`accepted as removed${until}: ${sentence(removal.reason)}`];
  }
  if (accepted === null) return [];
  return [`accepted until ${sentence(accepted.until)}: ${sentence(accepted.reason)}`];
}

function bullets(rows: readonly Row[]): string {
  return rows
    .map(bullet)
    .filter((line) => line !== "")
    .join("\n");
}

const FULL = [
  "icon",
  "name",
  "change",
  "interval",
  "gate",
  "sides",
  "fuel",
  "size",
  "pages",
  "trend",
];

/**
 * The section of benchmarks that need attention, or were accepted, with the reason of each.
 *
 * @param title - heading
 * @param rows - rows, worst first
 * @param history - stored runs for the trend
 * @returns a section that is empty without rows
 */
export function reasonedSection(title: string, rows: readonly Row[], history: History): Section {
  const columns = benchmarkColumns(FULL, history);
  return tableSection({ title, collapsed: false }, { columns, items: rows, below: bullets });
}

/**
 * The section of benchmarks that became faster or smaller.
 *
 * @param rows - rows, largest change first
 * @param history - stored runs for the trend
 * @returns a section that is empty without rows
 */
export function improvementSection(rows: readonly Row[], history: History): Section {
  const columns = benchmarkColumns(FULL, history);
  return tableSection(
    { title: "Improvements", collapsed: false },
    { columns, items: rows, below: () => "" },
  );
}

/**
 * A section of benchmarks with their verdicts and without reasons.
 *
 * @param frame - heading and whether it is collapsed
 * @param rows - rows in order
 * @param history - stored runs for the trend
 * @returns a section that is empty without rows
 */
export function plainSection(frame: Frame, rows: readonly Row[], history: History): Section {
  const uniform = new Set(rows.map(({ judgement }) => judgement.verdict)).size < 2;
  const names = ["icon", "name", "verdict", ...FULL.slice(2, -1), "beside", "precision", "trend"];
  const columns = benchmarkColumns(
    names.filter((name) => !uniform || name !== "verdict"),
    history,
  );
  return tableSection(frame, { columns, items: rows, below: () => "" });
}

/** Sentences that must stand beside targets: what they were written for and what they mean here. */
function targetNotes(targets: readonly TargetJudgement[]): string {
  const lines = targets.flatMap((judgement) => {
    const origin = originOf(judgement);
    return origin === null
      ? []
      : `- Limits written for ${sentence(origin.writtenFor)} are judged on ${origin.judgedOn} here.`;
  });
  const notes = targets.flatMap(({ target }) =>
    target.note === "" ? [] : [`- ${sentence(target.title)}: ${sentence(target.note)}`],
  );
  return [...new Set(lines), ...new Set(notes)].join("\n");
}

/**
 * What heads the benchmarks that were accepted.
 *
 * @param groups - rows by what they ask
 * @returns a title
 */
export function acceptedTitle({ accepted }: Pick<Groups, "accepted">): string {
  const isMixed = accepted.some(({ judgement }) => judgement.verdict === "missing");
  return isMixed ? "Accepted changes" : "Accepted regressions";
}

const TARGET_ORDER = ["missed", "inconclusive", "met"];

/**
 * The section of targets, missed ones first.
 *
 * @param result - judged result
 * @returns a section that is empty without targets; collapsed when all are met
 */
export function targetSection(result: ResultDocument): Section {
  const { targets, targetCounts } = result.judgement;
  const items = targets.toSorted(
    (a, b) => TARGET_ORDER.indexOf(a.verdict) - TARGET_ORDER.indexOf(b.verdict),
  );
  const title = `Targets: ${targetCounts.met} of ${targets.length} met`;
  const collapsed = targetCounts.met === targets.length;
  return tableSection({ title, collapsed }, { columns: TARGET_COLUMNS, items, below: targetNotes });
}

/** Benchmarks named for one reason; the rest are counted. */
const NAMED = 10;

function definitionLine(reason: string, rows: readonly Row[]): string {
  const named = rows.slice(0, NAMED).map(({ judgement }) => codeName(judgement.id));
  const hidden = rows.length - named.length;
  const more = hidden > 0 ? ` and ${formatQuantity(hidden, "more", "more")}` : "";
  return `- ${sentence(reason)}: ${named.join(", ")}${more}`;
}

/**
 * How benchmarks met the baseline by another definition than its own.
 *
 * @param rows - all rows
 * @returns a section with a line per reason, empty when every benchmark is known by its definition
 */
export function definitionSection(rows: readonly Row[]): Section {
  const groups = groupByDefinition(rows);
  const render = (limit: number): string => {
    if (groups.length === 0) return "";
    const shown = groups.slice(0, limit);
    const lines = shown.map(([reason, members]) => definitionLine(reason, members));
    const frame = { title: "New and redefined benchmarks", collapsed: false };
    return frameText(frame, `${lines.join("\n")}${moreLine(groups.length - shown.length)}`);
  };
  return { rows: groups.length, render };
}
