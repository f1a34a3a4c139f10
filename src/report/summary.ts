import type { ResultDocument } from "../model/result.ts";
import { bySuite } from "./by-engine.ts";
import { adviceBlock } from "./comment/advice.ts";
import { closingLine, openReasons, wholeTitle } from "./comment/opening.ts";
import { newsTable } from "./comment/table.ts";
import { sentence } from "./escape-markdown.ts";
import { fitSections } from "./fit-sections.ts";
import { headlineOf } from "./headline.ts";
import type { History } from "./history.ts";
import type { Links } from "./markdown-context.ts";
import {
  contextBlock,
  leadLine,
  reasonList,
  referenceNote,
  trendBlock,
  warningList,
} from "./markdown-context.ts";
import type { TableOptions } from "./markdown-rows.ts";
import type { Section } from "./markdown-sections.ts";
import {
  acceptedTitle,
  definitionSection,
  plainSection,
  reasonSection,
  targetSection,
} from "./markdown-sections.ts";
import { MARKDOWN, newsLine } from "./news/news-line.ts";
import { shortNames } from "./news/short-name.ts";
import { policySection } from "./policy-section.ts";
import type { Groups, Row } from "./rows.ts";
import { groupRows, rowsOf, worstFirst } from "./rows.ts";
import { runIcon } from "./verdict-words.ts";

/** What a job summary needs beside the result. */
export interface SummaryOptions extends Links {
  /** ISO time of the reader. */
  readonly now: string;
  readonly history: History;
  /** Largest size in bytes. */
  readonly maxBytes: number;
  /** One sentence of ours why the HTML report was not uploaded; absent where it was, or nobody wanted it. */
  readonly noReport?: string;
}

/** Targets come right behind what needs attention while one is open, and behind the news when all are met. */
function newsSections(result: ResultDocument, groups: Groups): readonly Section[] {
  const { targets, targetCounts } = result.judgement;
  const target = targetSection(result);
  const open = targetCounts.met < targets.length;
  return [
    policySection(result),
    reasonSection("Why", groups.attention),
    ...(open ? [target] : []),
    reasonSection(acceptedTitle(groups), groups.accepted),
    ...(open ? [] : [target]),
  ];
}

function suiteSection(suite: string, rows: readonly Row[], options: TableOptions): Section {
  return plainSection(
    { title: `Suite ${suite.replaceAll("_", " ")}`, collapsed: false },
    rows,
    options,
  );
}

/** The beginning is the comment's: what moved in one line, one table of it, what to do. */
function opening(
  result: ResultDocument,
  rows: readonly Row[],
  options: SummaryOptions,
): readonly string[] {
  const groups = groupRows(rows);
  const names = shortNames(rows);
  const facts = { result, groups, rows, names, isFixed: false, spelling: MARKDOWN };
  const { targets, verdict } = result.judgement;
  const table = newsTable({ groups, targets, names, links: options });
  return [
    `## ${runIcon(verdict)} ${newsLine(facts)}`,
    referenceNote(result),
    leadLine(result, options),
    table === "" ? openReasons(result) : table,
    closingLine(result, groups, options),
    options.noReport === undefined ? "" : sentence(`${options.noReport}.`),
    adviceBlock(result, groups, options.now),
  ];
}

/**
 * The job summary: what moved, as the comment says it, and below it everything, whatever the verdict.
 *
 * @param result - judged result; every text in it may be hostile
 * @param options - links, limit and the reader's time
 * @returns Markdown, at most `maxBytes` bytes of UTF-8
 */
export function renderSummary(result: ResultDocument, options: SummaryOptions): string {
  const { history } = options;
  const rows = rowsOf(result);
  const encoder = new TextEncoder();
  return fitSections({
    head: [
      ...opening(result, rows, options),
      `### ${wholeTitle(result)}`,
      sentence(headlineOf(result)),
      reasonList(result),
    ],
    sections: [
      ...newsSections(result, groupRows(rows)),
      definitionSection(rows),
      ...bySuite(rows).map((group) => suiteSection(group.title, worstFirst(group.rows), options)),
    ],
    foot: [trendBlock(rows, history, 5), warningList(result), contextBlock(result, options)],
    limit: options.maxBytes,
    measure: (text: string): number => encoder.encode(text).length,
  });
}
