import type { ResultDocument } from "../../model/result.ts";
import { limitOf } from "../../model/target.ts";
import type { TargetJudgement } from "../../model/verdict.ts";
import { VERDICTS } from "../../model/verdict.ts";
import { formatBound, formatLimit } from "../../wording/limit.ts";
import { formatCount, formatQuantity } from "../../wording/number.ts";
import { formatValue } from "../../wording/value.ts";
import { leadText } from "../baseline-lead.ts";
import { cleanText, SENTENCE_LIMIT } from "../clean-text.ts";
import { baselineWords, engineOf, shortSha } from "../environment-words.ts";
import { escapeHtml, htmlName, htmlSentence } from "../escape-html.ts";
import { linkTarget } from "../escape-markdown.ts";
import { headlineOf } from "../headline.ts";
import { formatMoment } from "../iso-time.ts";
import { type NewsFacts, newsLine, PLAIN, type Spelling } from "../news/news-line.ts";
import { shortNames } from "../news/short-name.ts";
import { generalWarnings } from "../opinion-words.ts";
import { referenceWords } from "../policy-words.ts";
import { groupByDefinition, groupRows, type Row } from "../rows.ts";
import { boundOf, boundTitle, distanceWords, noteOf, originOf } from "../target-words.ts";
import { runWord } from "../verdict-words.ts";
import type { NumberedRow } from "./benchmark-table.ts";
import { badge, codeHtml, paragraph, renderPlainTable } from "./cells.ts";

/** Benchmarks named in the overview; the tables have all. */
const MOST_NAMED = 12;
/** Reasons, and warnings, that stand open; the rest is folded. */
const MOST_OPEN = 3;

function fact(name: string, html: string): string {
  return html === "" ? "" : `<div><dt>${name}</dt><dd>${html}</dd></div>`;
}

function runLink(result: ResultDocument): string {
  const target = linkTarget(result.run.url);
  const text = `${htmlName(result.run.repository)} ${htmlName(result.run.ref)}`.trim();
  return target === null ? text : `<a href="${escapeHtml(target)}" rel="noreferrer">${text}</a>`;
}

function leadHtml(result: ResultDocument): string {
  const lead = leadText(result);
  return lead === "" ? "" : `<p><strong>${escapeHtml(lead)}</strong></p>`;
}

/**
 * The head of the page: verdict, counts, and what was compared with what.
 *
 * @param result - judged result
 * @param numbered - its rows
 * @param now - ISO time of the reader
 * @returns HTML
 */
export function renderHeader(
  result: ResultDocument,
  numbered: readonly NumberedRow[],
  now: string,
): string {
  const { verdict } = result.judgement;
  const baseline = baselineWords(result, now);
  const compared =
    baseline === null
      ? htmlSentence(result.noBaseline ?? "none, nothing was compared")
      : [
          baseline.sha === "" ? "" : `<code>${baseline.sha}</code>`,
          baseline.age,
          htmlSentence(baseline.match),
          htmlSentence(baseline.source),
        ]
          .filter((part) => part !== "")
          .join(" · ");
  const facts = [
    fact("Run", runLink(result)),
    fact("Candidate", `<code>${shortSha(result.run.sha)}</code>`),
    fact("Baseline", compared),
    fact("Engine", htmlSentence(engineOf(result.environment))),
    fact("Measured", formatMoment(result.createdAt)),
  ];
  const rows = numbered.map(({ row }) => row);
  const news = newsLine(newsFacts(result, rows, { name: codeHtml, text: htmlSentence }));
  return `<header class="verdict-${verdict}"><p class="kicker">WebAssembly benchmarks <b class="word">${runWord(verdict)}</b></p><h1>${news}</h1><p class="headline">${escapeHtml(headlineOf(result))}</p>${leadHtml(result)}<dl class="facts">${facts.join("")}</dl></header>`;
}

/**
 * The title of the page: what moved and by how much.
 *
 * @param result - judged result
 * @param rows - its rows
 * @returns plain text that is hostile until escaped
 */
export function titleOf(result: ResultDocument, rows: readonly Row[]): string {
  return cleanText(newsLine(newsFacts(result, rows, PLAIN)), SENTENCE_LIMIT);
}

function newsFacts(result: ResultDocument, rows: readonly Row[], spelling: Spelling): NewsFacts {
  const groups = groupRows(rows);
  return { result, groups, rows, names: shortNames(rows), isFixed: false, spelling };
}

/** A list that says the first few and folds the rest. */
function foldedList(texts: readonly string[], kind: string): string {
  const lines = [...new Set(texts)].map((text) => `<li>${htmlSentence(text)}</li>`);
  if (lines.length === 0) return "";
  const rest = lines.slice(MOST_OPEN);
  const more =
    rest.length === 0
      ? ""
      : `<details><summary>${formatQuantity(rest.length, `more ${kind}`)}</summary><ul class="${kind}">${rest.join("")}</ul></details>`;
  return `<ul class="${kind}">${lines.slice(0, MOST_OPEN).join("")}</ul>${more}`;
}

function tiles(result: ResultDocument): string {
  const { counts, targetCounts } = result.judgement;
  const cells = VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `<li><b>${formatCount(counts[verdict])}</b>${badge(verdict)}</li>`,
  );
  const targets = (["met", "missed", "inconclusive"] as const)
    .filter((verdict) => targetCounts[verdict] > 0)
    .map(
      (verdict) =>
        `<li><b>${formatCount(targetCounts[verdict])}</b>${badge(verdict)}<small>targets</small></li>`,
    );
  return `<ul class="tiles">${[...cells, ...targets].join("")}</ul>`;
}

/** How benchmarks met the baseline by another definition than its own. */
function definitionList(rows: readonly NumberedRow[]): string {
  const groups = groupByDefinition(rows.map(({ row }) => row));
  if (groups.length === 0) return "";
  const lines = groups.map(([reason, members]) => {
    const named = members.slice(0, MOST_NAMED).map(({ judgement }) => codeHtml(judgement.id));
    const hidden = members.length - named.length;
    const more = hidden > 0 ? ` and ${formatCount(hidden)} more` : "";
    return `<li>${htmlSentence(reason)}: ${named.join(", ")}${more}</li>`;
  });
  return `<h3>New and redefined benchmarks</h3><ul>${lines.join("")}</ul>`;
}

/**
 * Counts, reasons, warnings and what needs attention.
 *
 * @param result - judged result
 * @param rows - numbered rows of the tables
 * @returns HTML
 */
export function renderOverview(result: ResultDocument, rows: readonly NumberedRow[]): string {
  const { reasons, suites } = result.judgement;
  const suspicious = suites.filter((one) => one.suspicious);
  const reasonList = foldedList(
    [...reasons, ...suspicious.map(({ suite, because }) => `suite ${suite}: ${because}`)],
    "reason",
  );
  const warnings = foldedList(
    generalWarnings(result).map(({ message }) => message),
    "warning",
  );
  const reference = paragraph(escapeHtml(referenceWords(result)));
  return `<section id="overview"><h2>Overview</h2>${reference}${tiles(result)}${reasonList}${warnings}${definitionList(rows)}</section>`;
}

/** How much of a limit is used, as a bar; the numbers stand beside it. */
function usageBar(judgement: TargetJudgement): string {
  const { target, verdict } = judgement;
  const bound = boundOf(judgement);
  const limit = limitOf(target).value;
  if (bound === null || !(limit > 0)) return "";
  const share = Math.max(0, Math.min(1, bound / limit));
  return `<svg class="usage ${verdict}" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="track" width="100" height="10"/><rect class="used" width="${Math.round(share * 1000) / 10}" height="10"/></svg>`;
}

function targetCells(row: TargetJudgement): readonly string[] {
  const { id, target, verdict, estimate, because } = row;
  const bound = boundOf(row);
  const origin = originOf(row);
  const notes = [
    ...(origin === null ? [] : [`Written for ${origin.writtenFor}, judged on ${origin.judgedOn}.`]),
    ...[noteOf(row)].filter((note) => note !== ""),
  ].map(htmlSentence);
  return [
    `<b>${htmlName(target.title)}</b><br>${codeHtml(id)}`,
    badge(verdict),
    `<span class="keep">${htmlName(target.source)}</span>`,
    formatLimit(target),
    estimate === null ? "–" : formatValue(estimate.center, target.unit),
    bound === null ? "" : formatBound(target, bound),
    `${usageBar(row)}${distanceWords(row)}`,
    `<span class="why">${[`${htmlSentence(because)}.`, ...notes].join(" ")}</span>`,
  ];
}

/**
 * The table of targets with the distance to each limit.
 *
 * @param result - judged result
 * @returns HTML; empty without targets
 */
export function renderTargets(result: ResultDocument): string {
  const { targets } = result.judgement;
  if (targets.length === 0) return "";
  const order = ["missed", "inconclusive", "met"];
  const sorted = targets.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const table = renderPlainTable({
    caption: "Targets",
    headings: [
      "Target",
      "Verdict",
      "Source",
      "Limit",
      "Measured",
      boundTitle(targets),
      "Distance",
      "Why",
    ],
    rows: sorted.map(targetCells),
    numeric: [3, 4, 5, 6],
  });
  return `<section id="targets"><h2>Targets</h2>${table}</section>`;
}
