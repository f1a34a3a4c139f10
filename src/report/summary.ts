import type { ResultDocument } from "../model/result.ts";
import { bySuite } from "./by-engine.ts";
import { fitSections } from "./fit-sections.ts";
import type { History } from "./history.ts";
import type { Links } from "./markdown-context.ts";
import {
  contextBlock,
  leadLine,
  reasonList,
  referenceNote,
  titleLines,
  trendBlock,
  warningList,
} from "./markdown-context.ts";
import type { Section } from "./markdown-sections.ts";
import {
  acceptedTitle,
  definitionSection,
  improvementSection,
  plainSection,
  reasonedSection,
  targetSection,
} from "./markdown-sections.ts";
import { policySection } from "./policy-section.ts";
import type { Groups, Row } from "./rows.ts";
import { groupRows, rowsOf } from "./rows.ts";

/** What a job summary needs beside the result. */
export interface SummaryOptions extends Links {
  /** ISO time of the reader. */
  readonly now: string;
  readonly history: History;
  /** Largest size in bytes. */
  readonly maxBytes: number;
}

/** Targets come right behind what needs attention while one is open, and behind the news when all are met. */
function newsSections(
  result: ResultDocument,
  groups: Groups,
  history: History,
): readonly Section[] {
  const { targets, targetCounts } = result.judgement;
  const target = targetSection(result);
  const open = targetCounts.met < targets.length;
  return [
    policySection(result),
    reasonedSection("Needs attention", groups.attention, history),
    ...(open ? [target] : []),
    reasonedSection(acceptedTitle(groups), groups.accepted, history),
    improvementSection(groups.improvements, history),
    ...(open ? [] : [target]),
  ];
}

function suiteSection(suite: string, rows: readonly Row[], history: History): Section {
  return plainSection(
    { title: `Suite ${suite.replaceAll("_", " ")}`, collapsed: false },
    rows,
    history,
  );
}

/**
 * The job summary: the whole table, whatever the verdict.
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
      titleLines(result),
      referenceNote(result),
      leadLine(result, options),
      reasonList(result),
    ],
    sections: [
      ...newsSections(result, { ...groupRows(rows), improvements: [] }, history),
      definitionSection(rows),
      ...bySuite(rows).map((group) => suiteSection(group.title, group.rows, history)),
    ],
    foot: [trendBlock(rows, history, 5), warningList(result), contextBlock(result, options)],
    limit: options.maxBytes,
    measure: (text: string): number => encoder.encode(text).length,
  });
}
