import type { ToldFailure } from "../../model/publication.ts";
import type { ResultDocument } from "../../model/result.ts";
import { formatQuantity } from "../../wording/number.ts";
import { byEngine } from "../by-engine.ts";
import { capText } from "../clean-text.ts";
import { sentence } from "../escape-markdown.ts";
import { fitSections } from "../fit-sections.ts";
import { headlineOf } from "../headline.ts";
import type { History } from "../history.ts";
import {
  commitLink,
  contextBlock,
  type Links,
  leadLine,
  reasonList,
  referenceNote,
  trendBlock,
  warningList,
} from "../markdown-context.ts";
import type { TableOptions } from "../markdown-rows.ts";
import {
  acceptedTitle,
  definitionSection,
  improvementSection,
  plainSection,
  reasonedSection,
  type Section,
  targetSection,
} from "../markdown-sections.ts";
import { MARKDOWN, newsLine } from "../news/news-line.ts";
import { shortNames } from "../news/short-name.ts";
import { generalWarnings } from "../opinion-words.ts";
import { policySection } from "../policy-section.ts";
import { policyChangesOf } from "../policy-words.ts";
import { type Groups, groupRows, type Row, rowsOf } from "../rows.ts";
import { runIcon } from "../verdict-words.ts";
import { adviceBlock } from "./advice.ts";
import { closingLine, openReasons, wholeTitle } from "./opening.ts";
import { newsTable } from "./table.ts";

/** What a comment needs beside the result. */
export interface CommentOptions extends Links {
  /** Largest length in UTF-16 units, without the marker of whoever publishes it. */
  readonly maxLength: number;
  /** ISO time of the reader. */
  readonly now: string;
  readonly history: History;
  /** What the comment told that this one replaces, where it told of a failure; absent otherwise. */
  readonly before?: ToldFailure;
}

/** Changes of the gate that are shown; the report has all. */
const MOST_WEAKENED = 20;
/** Longest warning that stands open, in characters. */
const MOST_WARNING = 200;

/**
 * The sticky comment of a pull request: what moved in one line, one table of it, what to do; all else is folded.
 *
 * @param result - judged result; every text in it may be hostile
 * @param options - links, limits and the reader's time
 * @returns Markdown that is never longer than `maxLength`
 */
export function renderComment(result: ResultDocument, options: CommentOptions): string {
  const rows = rowsOf(result);
  const groups = groupRows(rows);
  const names = shortNames(rows);
  const { before } = options;
  const facts = { result, groups, rows, names, isFixed: before !== undefined, spelling: MARKDOWN };
  const table = newsTable({ groups, targets: result.judgement.targets, names, links: options });
  return fitSections({
    head: [
      `### ${runIcon(result.judgement.verdict)} ${newsLine(facts)}`,
      referenceNote(result),
      leadLine(result, options),
      table === "" ? openReasons(result) : table,
      closingLine(result, groups, options),
      before === undefined ? "" : beforeLine(result, before, options.baseUrl),
      weakened(result),
      adviceBlock(result, groups, options.now),
      warningLine(result),
      `<details>\n<summary>${wholeTitle(result)}</summary>`,
      sentence(headlineOf(result)),
      reasonList(result),
    ],
    sections: foldedSections(result, groups, rows, { history: options.history, reportUrl: "" }),
    foot: [
      trendBlock(rows, options.history, 2),
      warningList(result, openWarning(result)),
      contextBlock(result, options),
      "</details>",
    ],
    limit: options.maxLength,
    measure: (text: string): number => text.length,
  });
}

function weakened(result: ResultDocument): string {
  const { weaker } = policyChangesOf(result);
  return weaker.length === 0 ? "" : policySection(result).render(MOST_WEAKENED);
}

function foldedSections(
  result: ResultDocument,
  groups: Groups,
  rows: readonly Row[],
  options: TableOptions,
): readonly Section[] {
  const isShown = policyChangesOf(result).weaker.length > 0;
  return [
    ...(isShown ? [] : [policySection(result)]),
    reasonedSection("Needs attention", groups.attention, options),
    targetSection(result),
    reasonedSection(acceptedTitle(groups), groups.accepted, options),
    improvementSection(groups.improvements, options),
    definitionSection(rows),
    ...byEngine(groups.quiet).map(({ title, rows: quiet }) =>
      plainSection({ title: `Other benchmarks${title}`, collapsed: false }, quiet, options),
    ),
  ];
}

/** What is mended, where nothing fails any more; the title is Markdown of an earlier comment of ours. */
function beforeLine(
  { judgement }: ResultDocument,
  { title, head }: ToldFailure,
  baseUrl: string,
): string {
  if (judgement.verdict === "fail") return "";
  return `Before${head === null ? "" : `, at ${commitLink(head, baseUrl)}`}: ${title}.`;
}

/** The warning that stands open as a whole. */
function openWarning(result: ResultDocument): readonly string[] {
  return generalWarnings(result)
    .slice(0, 1)
    .map(({ message }) => message)
    .filter((message) => message.length <= MOST_WARNING);
}

/** One line, whatever there is to warn of. */
function warningLine(result: ResultDocument): string {
  const general = generalWarnings(result).map(({ message }) => message);
  const single = result.judgement.benchmarks.flatMap(({ warnings }) => warnings);
  const count = new Set([...general, ...single.map(({ message }) => message)]).size;
  if (count === 0) return "";
  const [first] = general;
  const words = first === undefined ? "" : `: ${sentence(capText(first, MOST_WARNING))}`;
  return `⚠️ ${formatQuantity(count, "warning")}${words}${count > 1 && words !== "" ? " …" : ""}`;
}
