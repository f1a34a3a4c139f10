import type { ResultDocument } from "../model/result.ts";
import { formatQuantity } from "../wording/number.ts";
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
  definitionSection,
  improvementSection,
  plainSection,
  reasonedSection,
  targetSection,
} from "./markdown-sections.ts";
import { policySection } from "./policy-section.ts";
import type { Groups, Row } from "./rows.ts";
import { bySuite, groupRows, rowsOf } from "./rows.ts";

/** What a comment needs beside the result. */
export interface CommentOptions extends Links {
  /** Largest length in UTF-16 units, without the marker of whoever publishes it. */
  readonly maxLength: number;
  /** ISO time of the reader. */
  readonly now: string;
  readonly history: History;
}

/** What a job summary needs beside the result. */
export interface SummaryOptions extends Links {
  /** ISO time of the reader. */
  readonly now: string;
  readonly history: History;
  /** Largest size in bytes. */
  readonly maxBytes: number;
}

function quietTitle({ quiet }: Groups): string {
  const count = (verdict: string): number =>
    quiet.filter(({ judgement }) => judgement.verdict === verdict).length;
  return ["unchanged", "identical", "new", "unsupported"]
    .map((verdict) => [verdict, count(verdict)] as const)
    .filter(([, number]) => number > 0)
    .map(([verdict, number]) => formatQuantity(number, verdict, verdict))
    .join(", ");
}

function acceptedTitle({ accepted }: Groups): string {
  const isMixed = accepted.some(({ judgement }) => judgement.verdict === "missing");
  return isMixed ? "Accepted changes" : "Accepted regressions";
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

/**
 * The sticky comment of a pull request: verdict first, then only what needs attention, the rest collapsed.
 *
 * @param result - judged result; every text in it may be hostile
 * @param options - links, limits and the reader's time
 * @returns Markdown that is never longer than `maxLength`
 */
export function renderComment(result: ResultDocument, options: CommentOptions): string {
  const { history } = options;
  const rows = rowsOf(result);
  const groups = groupRows(rows);
  return fitSections({
    head: [
      titleLines(result),
      referenceNote(result),
      leadLine(result, options),
      reasonList(result),
    ],
    sections: [
      ...newsSections(result, groups, history),
      definitionSection(rows),
      plainSection(
        { title: `Benchmarks: ${quietTitle(groups)}`, collapsed: result.baseline !== null },
        groups.quiet,
        history,
      ),
    ],
    foot: [trendBlock(rows, history, 2), warningList(result), contextBlock(result, options)],
    limit: options.maxLength,
    measure: (text: string): number => text.length,
  });
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
      ...bySuite(rows).map(([suite, members]) => suiteSection(suite, members, history)),
    ],
    foot: [trendBlock(rows, history, 5), warningList(result), contextBlock(result, options)],
    limit: options.maxBytes,
    measure: (text: string): number => encoder.encode(text).length,
  });
}
