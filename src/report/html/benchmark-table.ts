import { isComparedExactly } from "../../gate/compared-exactly.ts";
import { isMove } from "../../gate/exact.ts";
import type { ExactMetricName } from "../../model/metric.ts";
import { formatLimit } from "../../wording/limit.ts";
import { formatCount } from "../../wording/number.ts";
import {
  formatChange,
  formatChangeInterval,
  formatPercent,
  formatPlusMinus,
} from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { benchmarkAnchor } from "../anchor.ts";
import { changeText } from "../change-text.ts";
import { escapeHtml, htmlName } from "../escape-html.ts";
import type { History } from "../history.ts";
import { historyFor } from "../history.ts";
import { metricPrefix } from "../news/row-words.ts";
import type { Row } from "../rows.ts";
import { decisive, isQuiet, metricIn } from "../rows.ts";
import { benchmarkWord, severityOf } from "../verdict-words.ts";
import { badge, benchmarkBadge } from "./cells.ts";
import { renderSparkline, renderWhisker } from "./whisker.ts";

/** One cell: HTML, and the number it is sorted by; without one it sorts last. */
interface SortableCell {
  readonly html: string;
  readonly key: number | null;
}

interface TableColumn {
  readonly title: string;
  readonly numeric: boolean;
  readonly cell: (row: Row) => SortableCell;
}

const EMPTY: SortableCell = { html: "", key: null };

function sideCell(row: Row, side: "baseline" | "candidate"): SortableCell {
  const { primary } = decisive(row);
  const estimate = primary?.[side] ?? null;
  if (primary === null || estimate === null) return EMPTY;
  return { html: formatValue(estimate.center, primary.unit), key: estimate.center };
}

function changeCell(row: Row): SortableCell {
  const { primary } = decisive(row);
  const change = primary?.change ?? null;
  if (primary === null || change === null) return EMPTY;
  const text = `${metricPrefix(row, primary)}${changeText(change, primary)}`;
  const shown = isMove(row.judgement.verdict)
    ? `<b>${text}</b>`
    : `<span class="muted">${text}</span>`;
  return { html: `${renderWhisker(change)}${shown}`, key: change.center };
}

function intervalCell(row: Row): SortableCell {
  const { primary } = decisive(row);
  const change = primary?.change ?? null;
  if (primary === null || change === null || isComparedExactly(primary)) return EMPTY;
  return { html: formatChangeInterval(change), key: change.high };
}

function gateCell(row: Row): SortableCell {
  const { primary } = decisive(row);
  const gate = primary?.gatedAt ?? null;
  if (primary === null || gate === null || isComparedExactly(primary)) return EMPTY;
  return { html: `≥ ${formatPercent(gate)}`, key: gate };
}

/** Said only of numbers that stand alone: beside a change its interval says more. */
function precisionCell(row: Row): SortableCell {
  const estimate = row.primary?.candidate ?? null;
  if (estimate === null || row.primary?.change) return EMPTY;
  return {
    html: formatPlusMinus(estimate),
    key: (estimate.high - estimate.low) / Math.abs(estimate.center),
  };
}

function exactCell(row: Row, name: ExactMetricName): SortableCell {
  const metric = metricIn(row, name);
  if (metric === null || metric.candidate === null) return EMPTY;
  const value =
    metric.unit === "bytes"
      ? formatValue(metric.candidate.center, "bytes")
      : formatCount(metric.candidate.center);
  const { change } = metric;
  if (change === null) return { html: value, key: metric.candidate.center };
  const moved = change.center === 0 ? "=" : formatChange(change.center);
  const text = `${value} <span class="${metric.verdict === "regression" ? "bad-text" : "muted"}">${moved}</span>`;
  return { html: text, key: change.center };
}

/** Pages are said only where they moved or nothing was compared; the detail always has them. */
function pagesCell(row: Row): SortableCell {
  return metricIn(row, "pages")?.change?.center === 0 ? EMPTY : exactCell(row, "pages");
}

function targetCell(row: Row): SortableCell {
  const worst =
    row.targets.find(({ verdict }) => verdict === "missed") ??
    row.targets.find(({ verdict }) => verdict !== "met");
  const shown = worst ?? row.targets[0];
  if (shown === undefined)
    return row.targetNote === ""
      ? EMPTY
      : { html: `<span class="muted">${row.targetNote}</span>`, key: null };
  return {
    html: `<span class="keep">${badge(shown.verdict)} ${formatLimit(shown.target)}</span>`,
    key: shown.distance,
  };
}

function columnsFor(history: History): readonly TableColumn[] {
  const trend = (row: Row): SortableCell => {
    const past = historyFor(history, row.judgement.id, row.primary?.metric ?? null);
    return past === null
      ? EMPTY
      : { html: renderSparkline(past.points.map(({ value }) => value)), key: null };
  };
  const verdict = (row: Row): SortableCell => ({
    html: benchmarkBadge(row.judgement),
    key: severityOf(row.judgement.verdict),
  });
  return [
    { title: "Verdict", numeric: false, cell: verdict },
    { title: "Change", numeric: true, cell: changeCell },
    { title: "Interval", numeric: true, cell: intervalCell },
    { title: "Would see", numeric: true, cell: gateCell },
    {
      title: "Baseline",
      numeric: true,
      cell: (row: Row): SortableCell => sideCell(row, "baseline"),
    },
    {
      title: "Candidate",
      numeric: true,
      cell: (row: Row): SortableCell => sideCell(row, "candidate"),
    },
    { title: "Precision", numeric: true, cell: precisionCell },
    { title: "Fuel", numeric: true, cell: (row: Row): SortableCell => exactCell(row, "fuel") },
    { title: "Size", numeric: true, cell: (row: Row): SortableCell => exactCell(row, "size_raw") },
    { title: "Pages", numeric: true, cell: pagesCell },
    { title: "Target", numeric: false, cell: targetCell },
    { title: "Trend", numeric: false, cell: trend },
  ];
}

/** A row with the number its detail is found by. */
export interface NumberedRow {
  readonly row: Row;
  readonly number: number;
}

/** The name with its suite for the eyes of tools only: the caption above says it. */
function shortName({ judgement, suite }: Row): string {
  const name = htmlName(judgement.id);
  const hidden = name.startsWith(`${suite}/`) ? suite.length + 1 : 0;
  const shown = name.slice(hidden).replace(/[/_]/g, "$&<wbr>");
  return hidden > 0 ? `<span class="hide">${name.slice(0, hidden)}</span>${shown}` : shown;
}

function renderRow({ row, number }: NumberedRow, columns: readonly TableColumn[]): string {
  const cells = columns.map(({ numeric, cell }) => {
    const { html, key } = cell(row);
    return `<td${numeric ? ' class="n"' : ""}${key === null ? "" : ` data-k="${Number(key.toPrecision(9))}"`}>${html}</td>`;
  });
  const name = shortName(row);
  const word = escapeHtml(benchmarkWord(row.judgement));
  const anchor = escapeHtml(benchmarkAnchor(row.judgement.id));
  const quiet = isQuiet(row) ? " data-quiet" : "";
  return `<tr id="${anchor}" data-n="${number}" data-verdict="${word}"${quiet}><th scope="row"><button type="button" class="open" aria-label="${htmlName(row.judgement.id)}" aria-expanded="false" aria-controls="d${number}"><code>${name}</code></button></th>${cells.join("")}</tr>`;
}

function headCell(title: string, numeric: boolean): string {
  return `<th scope="col"${numeric ? ' class="n"' : ""} aria-sort="none"><button type="button" class="sort">${title}</button></th>`;
}

function renderTable(suite: string, members: readonly NumberedRow[], history: History): string {
  const columns = columnsFor(history).filter(({ cell }) =>
    members.some(({ row }) => cell(row).html !== ""),
  );
  const head =
    headCell("Benchmark", false) +
    columns.map((column) => headCell(column.title, column.numeric)).join("");
  const title = suite.replaceAll("_", " ");
  const body = members.map((member) => renderRow(member, columns)).join("\n");
  const quiet = members.every(({ row }) => isQuiet(row)) ? " data-quiet" : "";
  return `<div class="scroll suite"${quiet} role="region" aria-label="Suite ${title}" tabindex="0"><table class="sortable"><caption>Suite ${title} <span class="muted count">${formatCount(members.length)}</span></caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/**
 * Builds the tables of benchmarks; a column without content is hidden.
 *
 * @param suites - suites with their numbered rows
 * @param history - stored runs
 * @returns HTML: one table per suite whose rows sort, filter and open
 */
export function renderBenchmarkTables(
  suites: readonly (readonly [string, readonly NumberedRow[]])[],
  history: History,
): string {
  return suites.map(([suite, members]) => renderTable(suite, members, history)).join("");
}
