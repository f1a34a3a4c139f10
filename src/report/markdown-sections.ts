import { ENGINE_TITLES, engineOfId } from "../model/engine.ts";
import type { ResultDocument } from "../model/result.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { alikeWords, groupAlike } from "../wording/group-alike.ts";
import { formatQuantity } from "../wording/number.ts";
import { codeName, sentence } from "./escape-markdown.ts";
import { benchmarkColumns, type TableOptions, targetColumns } from "./markdown-rows.ts";
import type { MarkdownColumn } from "./markdown-table.ts";
import { renderMarkdownTable } from "./markdown-table.ts";
import { type Groups, groupByDefinition, type Row } from "./rows.ts";
import { noteOf, originOf } from "./target-words.ts";
import { tierWords } from "./verdict-words.ts";

/** A part of a report that can be shortened by rows. */
export interface Section {
  readonly rows: number;
  /** Writes the section with at most `limit` rows and says how many more there are. */
  readonly render: (limit: number) => string;
}

/** Benchmarks named for one reason; the rest are counted. */
const NAMED = 10;

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

/** What is said of a benchmark; empty when nothing. */
function saidOf(row: Row): string {
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
  return [tier, reason, sentence(note), ...judgement.explanation.map(sentence), ...acceptance(row)]
    .filter((text) => text !== "")
    .join("; ");
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

/** A line for each benchmark; of inconclusive ones a reason they share is said once. */
function bullets(rows: readonly Row[]): string {
  const nameOf = ({ judgement }: Row): string => codeName(judgement.id);
  return groupAlike(rows, sharedReason)
    .filter(([first]) => saidOf(first) !== "")
    .map(
      ([first, ...others]) =>
        `- ${nameOf(first)}: ${saidOf(first)}${alikeWords(others.map(nameOf), NAMED)}`,
    )
    .join("\n");
}

function sharedReason(row: Row): string {
  return row.judgement.verdict === "inconclusive" ? saidOf(row) : "";
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
 * @param options - stored runs for the trend, and where the HTML report is
 * @returns a section that is empty without rows
 */
export function reasonedSection(
  title: string,
  rows: readonly Row[],
  options: TableOptions,
): Section {
  const columns = benchmarkColumns(FULL, options);
  return tableSection({ title, collapsed: false }, { columns, items: rows, below: bullets });
}

/** Reasons that stand open. */
const MOST_REASONS = 10;

/**
 * The reasons of benchmarks whose numbers stand elsewhere.
 *
 * @param title - heading
 * @param rows - rows, worst first
 * @returns a section of one line per benchmark, folded where they are many; empty without rows
 */
export function reasonSection(title: string, rows: readonly Row[]): Section {
  const render = (limit: number): string => {
    const text = bullets(rows.slice(0, limit));
    return text === ""
      ? ""
      : frameText(
          { title, collapsed: rows.length > MOST_REASONS },
          `${text}${moreLine(rows.length - limit)}`,
        );
  };
  return { rows: rows.length, render };
}

/**
 * The section of benchmarks that became faster or smaller.
 *
 * @param rows - rows, largest change first
 * @param options - stored runs for the trend, and where the HTML report is
 * @returns a section that is empty without rows
 */
export function improvementSection(rows: readonly Row[], options: TableOptions): Section {
  const columns = benchmarkColumns(FULL, options);
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
 * @param options - stored runs for the trend, and where the HTML report is
 * @returns a section that is empty without rows
 */
export function plainSection(frame: Frame, rows: readonly Row[], options: TableOptions): Section {
  const uniform = new Set(rows.map(({ judgement }) => judgement.verdict)).size < 2;
  const names = ["icon", "name", "verdict", ...FULL.slice(2, -1), "beside", "precision", "trend"];
  const columns = benchmarkColumns(
    names.filter((name) => !uniform || name !== "verdict"),
    options,
  );
  return tableSection(frame, { columns, items: rows, below: () => "" });
}

/** A target as its note names it: with its engine where it has another note on another one. */
function titleOf({ id, target }: TargetJudgement, targets: readonly TargetJudgement[]): string {
  const own = targets.filter((one) => one.target.title === target.title);
  const title = sentence(target.title);
  return new Set(own.map(noteOf)).size < 2 ? title : `${title} on ${ENGINE_TITLES[engineOfId(id)]}`;
}

/** Sentences that must stand beside targets: what they were written for and what they mean here. */
function targetNotes(targets: readonly TargetJudgement[]): string {
  const lines = targets.flatMap((judgement) => {
    const origin = originOf(judgement);
    return origin === null
      ? []
      : `- Limits written for ${sentence(origin.writtenFor)} are judged on ${origin.judgedOn} here.`;
  });
  const notes = targets.flatMap((judgement) => {
    const note = noteOf(judgement);
    return note === "" ? [] : [`- ${titleOf(judgement, targets)}: ${sentence(note)}`];
  });
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
  return tableSection(
    { title, collapsed },
    { columns: targetColumns(items), items, below: targetNotes },
  );
}

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
