import type { BenchmarkJudgement } from "../../model/verdict.ts";
import { escapeHtml, htmlName } from "../escape-html.ts";
import { benchmarkWord } from "../verdict-words.ts";

const MARKS: Readonly<Record<string, string>> = {
  regression: "▲",
  failed: "✕",
  missing: "✕",
  missed: "✕",
  inconclusive: "?",
  contaminated: "?",
  "too noisy": "?",
  "two modes": "?",
  unconfirmed: "~",
  improvement: "▼",
  accepted: "◆",
  removed: "◆",
  "not compared": "?",
  met: "✓",
};

const TONES: Readonly<Record<string, string>> = {
  regression: "bad",
  failed: "bad",
  missing: "bad",
  missed: "bad",
  inconclusive: "unsure",
  contaminated: "unsure",
  "too noisy": "unsure",
  "two modes": "unsure",
  accepted: "unsure",
  removed: "unsure",
  "not compared": "unsure",
  improvement: "good",
  met: "good",
};

/**
 * A verdict as a coloured word; colour never stands alone.
 *
 * @param word - verdict of ours
 * @returns an HTML element
 */
export function badge(word: string): string {
  const mark = MARKS[word];
  const sign = mark === undefined ? "" : `<span aria-hidden="true">${mark}</span> `;
  return `<span class="badge ${TONES[word] ?? "calm"}">${sign}${escapeHtml(word)}</span>`;
}

/**
 * The badge of a benchmark.
 *
 * @param judgement - judged benchmark
 * @returns an HTML element
 */
export function benchmarkBadge(judgement: BenchmarkJudgement): string {
  return badge(benchmarkWord(judgement));
}

/**
 * A hostile name as code.
 *
 * @param name - benchmark or component name
 * @returns an HTML element that may wrap after slashes and underscores
 */
export function codeHtml(name: string): string {
  return `<code>${htmlName(name).replace(/[/_]/g, "$&<wbr>")}</code>`;
}

/**
 * A paragraph or nothing.
 *
 * @param html - inner HTML
 * @returns a paragraph, or an empty string when there is nothing to say
 */
export function paragraph(html: string): string {
  return html === "" ? "" : `<p>${html}</p>`;
}

/** A plain table of a report: one heading per column, rows of finished cells. */
export interface PlainTable {
  readonly caption: string;
  readonly headings: readonly string[];
  /** Cells are HTML; the first one heads its row. */
  readonly rows: readonly (readonly string[])[];
  /** Indexes of the columns that hold numbers and are right-aligned. */
  readonly numeric: readonly number[];
}

/**
 * A table with caption, column and row headings.
 *
 * @param table - content; cells are escaped HTML, caption and headings are plain text of ours
 * @returns HTML in a region that scrolls when narrow; empty without rows
 */
export function renderPlainTable(table: PlainTable): string {
  if (table.rows.length === 0) return "";
  const kind = (index: number): string => (table.numeric.includes(index) ? ' class="n"' : "");
  const head = table.headings
    .map((text, index) => `<th scope="col"${kind(index)}>${escapeHtml(text)}</th>`)
    .join("");
  const rows = table.rows.map((cells) => {
    const [first = "", ...rest] = cells;
    const body = rest.map((cell, index) => `<td${kind(index + 1)}>${cell}</td>`).join("");
    return `<tr><th scope="row">${first}</th>${body}</tr>`;
  });
  const caption = escapeHtml(table.caption);
  return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
