import type { ResultDocument } from "../../model/result.ts";
import { formatCount } from "../../wording/number.ts";
import { bySuite } from "../by-engine.ts";
import { htmlName } from "../escape-html.ts";
import type { History } from "../history.ts";
import { formatMoment } from "../iso-time.ts";
import { isQuiet, type Row, rowsOf, worstFirst } from "../rows.ts";
import { benchmarkWord, severityOf } from "../verdict-words.ts";
import type { NumberedRow } from "./benchmark-table.ts";
import { renderBenchmarkTables } from "./benchmark-table.ts";
import { renderDetail } from "./detail.ts";
import { htmlDocument } from "./document.ts";
import { renderComponents, renderEnvironment } from "./environment-section.ts";
import { jsonBlock } from "./json-block.ts";
import { renderMethod } from "./method.ts";
import { renderNews } from "./news-list.ts";
import { renderHeader, renderOverview, renderTargets, titleOf } from "./overview.ts";
import { renderPolicyChanges } from "./policy-section.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** What the HTML report needs beside the result. */
export interface HtmlOptions {
  readonly history: History;
  /** ISO time of the reader. */
  readonly now: string;
}

/** Nothing may be loaded from anywhere, whatever a name manages to say. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One benchmark has nothing to be looked for among. */
function filterForm(rows: readonly NumberedRow[]): string {
  if (rows.length < 2) return "";
  const counted = new Map<string, { readonly severity: number; readonly count: number }>();
  for (const { row } of rows) {
    const word = benchmarkWord(row.judgement);
    const count = (counted.get(word)?.count ?? 0) + 1;
    counted.set(word, { severity: severityOf(row.judgement.verdict), count });
  }
  const boxes = [...counted]
    .toSorted(([, a], [, b]) => a.severity - b.severity)
    .map(
      ([word, { count }]) =>
        `<label><input type="checkbox" value="${word}" checked> ${word} <span class="muted">${formatCount(count)}</span></label>`,
    );
  return `<form id="filter" role="search"><label class="search">Filter by name <input id="search" type="search" autocomplete="off" spellcheck="false"></label>${changedBox(rows)}<fieldset><legend>Verdicts</legend>${boxes.join("")}</fieldset><p id="shown" role="status">${formatCount(rows.length)} of ${formatCount(rows.length)} benchmarks shown</p></form>`;
}

/** A box that works without a script too; none where it would show nothing, or everything. */
function changedBox(rows: readonly NumberedRow[]): string {
  const changed = rows.filter(({ row }) => !isQuiet(row)).length;
  if (changed === 0 || changed === rows.length) return "";
  return `<label><input id="only-changed" type="checkbox" autocomplete="off"> Only what changed <span class="muted">${formatCount(changed)}</span></label>`;
}

/** The sections that are there, in their order. */
function navigation(sections: readonly string[]): string {
  const links = sections.flatMap((html) => {
    const [, id, title] = /^<section id="([a-z]+)"><h2>(.*?)<\/h2>/.exec(html) ?? [];
    return id === undefined ? [] : [`<li><a href="#${id}">${title}</a></li>`];
  });
  return `<nav aria-label="Sections"><ul>${links.join("")}</ul></nav>`;
}

/** Details are data until a reader opens them: a thousand of them cost no layout. */
function detailBlocks(
  rows: readonly NumberedRow[],
  result: ResultDocument,
  history: History,
): string {
  const { decide } = result.policy.thresholds;
  return rows
    .map(({ row, number }) => jsonBlock(`t${number}`, renderDetail(row, { history, decide })))
    .join("\n");
}

/** Suites and rows with the worst first; suites that are alike keep their order. */
function numberRows(
  result: ResultDocument,
): readonly (readonly [string, readonly NumberedRow[]])[] {
  const suites = bySuite(rowsOf(result)).map(
    ({ title, rows }) => [title, worstFirst(rows)] as const,
  );
  const gravity = (rows: readonly Row[]): number => {
    const [first] = rows;
    return first === undefined || isQuiet(first)
      ? Number.POSITIVE_INFINITY
      : severityOf(first.judgement.verdict);
  };
  // No subtraction: what is quiet has no number.
  const sorted = suites.toSorted(
    ([, one], [, other]) =>
      Number(gravity(one) > gravity(other)) - Number(gravity(one) < gravity(other)),
  );
  let number = 0;
  return sorted.map(([title, rows]) => [
    title,
    rows.map((row) => {
      number += 1;
      return { row, number };
    }),
  ]);
}

/**
 * The HTML report: one file that needs no network, for light and dark, screen and paper, keyboard and screen reader.
 *
 * @param result - judged result; every text in it may be hostile
 * @param options - stored runs and the reader's time
 * @returns a whole HTML document
 */
export function renderHtml(result: ResultDocument, options: HtmlOptions): string {
  const suites = numberRows(result);
  const rows = suites.flatMap(([, members]) => members);
  const title = `${titleOf(
    result,
    rows.map(({ row }) => row),
  )} · WebAssembly benchmarks`;
  const targets = renderTargets(result);
  const isOpen = result.judgement.targetCounts.met < result.judgement.targets.length;
  const sections = [
    renderNews(rows.map(({ row }) => row)),
    renderOverview(result, rows),
    renderPolicyChanges(result),
    ...(isOpen ? [targets] : []),
    `<section id="benchmarks"><h2>Benchmarks</h2><noscript><p>The tables are complete; sorting, filtering and the pictures behind each name need JavaScript.</p></noscript>${filterForm(rows)}${renderBenchmarkTables(suites, options.history)}</section>`,
    ...(isOpen ? [] : [targets]),
    renderComponents(result),
    renderEnvironment(result),
    renderMethod(result),
  ];
  const footer = `<footer>Written by ${htmlName(result.tool)} from a result of ${formatMoment(result.createdAt)}.</footer>`;
  const body = `<a class="skip" href="#benchmarks">Skip to the benchmarks</a>
${renderHeader(result, rows, options.now)}
${navigation(sections)}
<main>
${sections.join("\n")}
</main>
${footer}
${detailBlocks(rows, result, options.history)}
<script>${SCRIPT}</script>`;
  return htmlDocument({ title, policy: POLICY, style: STYLE, body });
}
