import type { ToldFailure } from "../../model/publication.ts";
import type { ResultDocument } from "../../model/result.ts";
import { formatQuantity } from "../../wording/number.ts";
import { byEngine } from "../by-engine.ts";
import { capText } from "../clean-text.ts";
import { engineOf } from "../environment-words.ts";
import { linkTarget, sentence } from "../escape-markdown.ts";
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

/** How to read a comment: the page that explains every word of it. */
const READING_URL = "https://github.com/airssys/wasm-bench-action/blob/main/docs/reading.md";
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
  const table = newsTable({ groups, targets: result.judgement.targets, names });
  return fitSections({
    head: [
      `### ${runIcon(result.judgement.verdict)} ${newsLine(facts)}`,
      referenceNote(result),
      leadLine(result, options),
      table === "" ? openReasons(result) : table,
      closingLine(result, groups, options),
      before === undefined ? "" : beforeLine(before, options.baseUrl),
      weakened(result),
      adviceBlock(result, groups, options.now),
      warningLine(result),
      `<details>\n<summary>${foldTitle(result)}</summary>`,
      sentence(headlineOf(result)),
      reasonList(result),
    ],
    sections: foldedSections(result, groups, rows, options.history),
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

/** Why a run failed, or wants a look, that no benchmark and no target stands for. */
function openReasons(result: ResultDocument): string {
  const { verdict } = result.judgement;
  const isWeakened = policyChangesOf(result).weaker.length > 0;
  return verdict === "fail" || (verdict === "warn" && !isWeakened) ? reasonList(result) : "";
}

function weakened(result: ResultDocument): string {
  const { weaker } = policyChangesOf(result);
  return weaker.length === 0 ? "" : policySection(result).render(MOST_WEAKENED);
}

function foldTitle({ judgement }: ResultDocument): string {
  const targets = judgement.targets.length === 0 ? "" : ", targets";
  return `All ${formatQuantity(judgement.benchmarks.length, "benchmark")}${targets}, environment, trend`;
}

function foldedSections(
  result: ResultDocument,
  groups: Groups,
  rows: readonly Row[],
  history: History,
): readonly Section[] {
  const isShown = policyChangesOf(result).weaker.length > 0;
  return [
    ...(isShown ? [] : [policySection(result)]),
    reasonedSection("Needs attention", groups.attention, history),
    targetSection(result),
    reasonedSection(acceptedTitle(groups), groups.accepted, history),
    improvementSection(groups.improvements, history),
    definitionSection(rows),
    ...byEngine(groups.quiet).map(({ title, rows: quiet }) =>
      plainSection({ title: `Other benchmarks${title}`, collapsed: false }, quiet, history),
    ),
  ];
}

/** How many did not move, what was compared with what, and where to read on. */
function closingLine(
  result: ResultDocument,
  groups: Groups,
  { baseUrl, reportUrl }: Links,
): string {
  const report = linkTarget(reportUrl);
  const links = [
    ...(report === null ? [] : [`[Report](${report})`]),
    `[how to read this](${READING_URL})`,
  ];
  return [othersWords(result, groups), comparedWords(result, baseUrl), `${links.join(" · ")}`]
    .filter((part) => part !== "")
    .join(" ");
}

function othersWords({ judgement }: ResultDocument, groups: Groups): string {
  const { quiet, accepted } = groups;
  const count = (...verdicts: string[]): number =>
    quiet.filter((row) => verdicts.includes(row.judgement.verdict)).length;
  const calm = count("unchanged", "identical");
  const isAll = calm === judgement.benchmarks.length;
  const parts = [
    ...(calm === 0 || isAll
      ? []
      : [formatQuantity(calm, "other did not change", "others did not change")]),
    ...(count("new") === 0 ? [] : [`${count("new")} new`]),
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted`]),
    ...(count("unsupported") === 0 ? [] : [`${count("unsupported")} unsupported`]),
  ];
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}

function comparedWords(result: ResultDocument, baseUrl: string): string {
  const { baseline, environment } = result;
  const isCompared = result.judgement.benchmarks.some(
    ({ verdict }) => !["new", "unsupported", "missing"].includes(verdict),
  );
  if (baseline === null || !isCompared) return "Nothing was compared.";
  const isOurs = engineOf(environment) !== "";
  const place = baseline.offset === undefined ? "" : " (not the base)";
  return `Compared with ${commitLink(baseline.sha, baseUrl)}${place}${isOurs ? ", both on this runner" : ""}.`;
}

/** What is mended; the title is Markdown of an earlier comment of ours. */
function beforeLine({ title, head }: ToldFailure, baseUrl: string): string {
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
