import type { ResultDocument } from "../../model/result.ts";
import { formatCount } from "../../wording/number.ts";
import { bySuite } from "../by-engine.ts";
import { escapeHtml, htmlName } from "../escape-html.ts";
import type { History } from "../history.ts";
import { formatMoment } from "../iso-time.ts";
import { rowsOf } from "../rows.ts";
import { benchmarkWord, runWord, severityOf } from "../verdict-words.ts";
import type { NumberedRow } from "./benchmark-table.ts";
import { renderBenchmarkTables } from "./benchmark-table.ts";
import { renderDetail } from "./detail.ts";
import { renderComponents, renderEnvironment } from "./environment-section.ts";
import { jsonBlock } from "./json-block.ts";
import { renderMethod } from "./method.ts";
import { renderHeader, renderOverview, renderTargets } from "./overview.ts";
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

function filterForm(rows: readonly NumberedRow[]): string {
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
  return `<form id="filter" role="search"><label class="search">Filter by name <input id="search" type="search" autocomplete="off" spellcheck="false"></label><fieldset><legend>Verdicts</legend>${boxes.join("")}</fieldset><p id="shown" role="status">${formatCount(rows.length)} of ${formatCount(rows.length)} benchmarks shown</p></form>`;
}

function navigation(result: ResultDocument): string {
  const links = [
    ["overview", "Overview"],
    ...(result.judgement.targets.length > 0 ? [["targets", "Targets"]] : []),
    ["benchmarks", "Benchmarks"],
    ...(result.components.length > 0 ? [["components", "Components"]] : []),
    ["environment", "Environment"],
    ["method", "Method"],
  ];
  return `<nav aria-label="Sections"><ul>${links.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`).join("")}</ul></nav>`;
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

function numberRows(
  result: ResultDocument,
): readonly (readonly [string, readonly NumberedRow[]])[] {
  let number = 0;
  return bySuite(rowsOf(result)).map(({ title, rows }) => [
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
  const title = `${runWord(result.judgement.verdict)} · WebAssembly benchmarks`;
  const sections = [
    renderOverview(result, rows),
    renderPolicyChanges(result),
    renderTargets(result),
    `<section id="benchmarks"><h2>Benchmarks</h2><noscript><p>The tables are complete; sorting, filtering and the pictures behind each name need JavaScript.</p></noscript>${filterForm(rows)}${renderBenchmarkTables(suites, options.history)}</section>`,
    renderComponents(result),
    renderEnvironment(result),
    renderMethod(result),
  ];
  const footer = `<footer>Written by ${htmlName(result.tool)} from a result of ${formatMoment(result.createdAt)}.</footer>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#benchmarks">Skip to the benchmarks</a>
${renderHeader(result, options.now)}
${navigation(result)}
<main>
${sections.join("\n")}
</main>
${footer}
${detailBlocks(rows, result, options.history)}
<script>${SCRIPT}</script>
</body>
</html>
`;
}
