import { isComparedExactly } from "../../gate/compared-exactly.ts";
import { slopeSentence } from "../../gate/slope.ts";
import { ENGINE_TITLES } from "../../model/engine.ts";
import { metricOf } from "../../model/metric.ts";
import type { MetricJudgement } from "../../model/verdict.ts";
import { formatCount } from "../../wording/number.ts";
import { formatChangeInterval, formatPercent, formatPlusMinus } from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { changeText } from "../change-text.ts";
import { logLines } from "../clean-text.ts";
import { escapeHtml, htmlName, htmlSentence } from "../escape-html.ts";
import type { History } from "../history.ts";
import { historyFor } from "../history.ts";
import { metricLabel } from "../metric-label.ts";
import type { Row } from "../rows.ts";
import { tierWords } from "../verdict-words.ts";
import { badge, paragraph, renderPlainTable } from "./cells.ts";
import { cyclesChart } from "./cycles-chart.ts";
import { distributionChart } from "./distribution-chart.ts";
import { renderFunctions } from "./functions-section.ts";
import { historyChart } from "./history-chart.ts";
import { phasesChart } from "./phases-chart.ts";
import { processChart } from "./process-chart.ts";
import { pooledValues, processChanges, timelineOf } from "./samples.ts";
import type { Figure } from "./svg.ts";
import { renderFigure } from "./svg.ts";

/** Guest output lines shown for a failure. */
const OUTPUT_LINES = 40;

/** What the detail of a benchmark needs beside its row. */
export interface DetailContext {
  readonly history: History;
  /** Deciding threshold of the run, a fraction. */
  readonly decide: number;
}

function figuresOf(row: Row, context: DetailContext): readonly Figure[] {
  const { measured, primary, judgement } = row;
  if (primary === null) return [];
  const { metric, unit, change } = primary;
  const past = historyFor(context.history, judgement.id, metric);
  const recent = past === null ? [] : [historyChart(past)];
  if (measured === null) return recent;
  const side = (name: "baseline" | "candidate"): readonly number[] =>
    pooledValues(measured, metric, name);
  const baseline = timelineOf(measured, metric, "baseline");
  const candidate = timelineOf(measured, metric, "candidate");
  const drawn = [
    distributionChart({ baseline: side("baseline"), candidate: side("candidate"), unit }),
    processChart({ changes: processChanges(measured, metric), change, decide: context.decide }),
    cyclesChart({ baseline, candidate, unit }),
    phasesChart(judgement),
  ];
  return [...drawn.filter((figure) => figure !== null), ...recent];
}

function exactly(value: number, unit: MetricJudgement["unit"]): string {
  const text = formatValue(value, unit);
  return unit === "bytes" && value >= 1024 && Number.isInteger(value)
    ? `${text} (${formatCount(value)} B)`
    : text;
}

function metricCells(judged: MetricJudgement): readonly string[] {
  const { metric, unit, candidate, baseline, change, gatedAt, verdict, because } = judged;
  const description = metricOf(metric).description;
  return [
    `<span title="${htmlName(description)}">${htmlName(metricLabel(metric))}</span>`,
    badge(verdict),
    baseline === null ? "" : exactly(baseline.center, unit),
    candidate === null ? "" : exactly(candidate.center, unit),
    change === null ? "" : changeText(change, judged),
    change === null || change.low === change.high ? "" : formatChangeInterval(change),
    gatedAt === null || isComparedExactly(judged) ? "" : `≥ ${formatPercent(gatedAt)}`,
    candidate === null ? "" : formatPlusMinus(candidate),
    candidate === null || candidate.spread === 0 ? "" : formatPercent(candidate.spread),
    candidate === null
      ? ""
      : `${formatCount(candidate.samples)} in ${formatCount(candidate.processes)}`,
    `<span class="why">${htmlSentence(because)}</span>`,
  ];
}

const METRIC_HEADINGS = [
  "Metric",
  "Verdict",
  "Baseline",
  "Candidate",
  "Change",
  "Interval",
  "Would see",
  "Precision",
  "Spread",
  "Samples in processes",
  "Why",
];

function failureBlock(row: Row): string {
  const { failure } = row.judgement;
  if (failure === null) return "";
  const category = failure.category === null ? "" : ` (${htmlSentence(failure.category)})`;
  const output =
    (row.measured?.visits ?? []).map((visit) => visit.output).find((text) => text !== "") ?? "";
  const lines = logLines(output, OUTPUT_LINES);
  const printed =
    lines.length === 0
      ? ""
      : `<p>The guest printed:</p><pre>${lines.map(escapeHtml).join("\n")}</pre>`;
  return `<p class="bad-text"><b>${failure.kind}</b>${category}: ${htmlSentence(failure.message)}</p>${printed}`;
}

/** On every engine of the run; nothing is said of the difference, which is not one of the change. */
function sideBySide({ engine, primary, beside, targetNote }: Row): readonly string[] {
  if (primary === null || beside.length === 0) return [];
  const all = [{ engine, primary }, ...beside].map((one) => {
    const { candidate, unit, metric } = one.primary;
    const value = candidate === null ? "not measured" : exactly(candidate.center, unit);
    return `${metricLabel(metric)} on ${ENGINE_TITLES[one.engine]}: <b>${value}</b>`;
  });
  const notes = targetNote === "" ? [] : [`Of a target: ${targetNote}`];
  return [`Side by side: ${all.join(" | ")}`, ...notes];
}

function notesBlock(row: Row): string {
  const { judgement, measured } = row;
  const accepted =
    judgement.accepted === null
      ? []
      : [
          `Accepted until ${htmlSentence(judgement.accepted.until)} up to ${formatPercent(judgement.accepted.limit)}: ${htmlSentence(judgement.accepted.reason)}`,
        ];
  const pairing =
    measured === null ? [] : [`${measured.pairing}: ${htmlSentence(measured.pairingReason)}`];
  const removed =
    judgement.removal === undefined
      ? []
      : [`Accepted as removed: ${htmlSentence(judgement.removal.reason)}`];
  const unsupported = measured?.benchmark.unsupported ?? null;
  const tier = tierWords(judgement.tier);
  const slope = slopeSentence(measured?.slopes?.candidate);
  const notes = [
    ...sideBySide(row),
    ...(tier === "" ? [] : [`Tier: ${tier}`]),
    ...judgement.explanation.map(htmlSentence),
    ...(slope === "" ? [] : [htmlSentence(slope)]),
    ...accepted,
    ...removed,
    ...(unsupported === null ? [] : [htmlSentence(unsupported)]),
    ...judgement.warnings.map(({ message }) => htmlSentence(message)),
    ...pairing,
  ];
  return notes.length === 0 ? "" : `<ul>${notes.map((note) => `<li>${note}</li>`).join("")}</ul>`;
}

/** Columns of metrics without any content are left out. */
function metricTable(row: Row): string {
  const rows = row.judgement.metrics.map(metricCells);
  const kept = METRIC_HEADINGS.map((_, index) => index).filter((index) =>
    rows.some((cells) => cells[index] !== ""),
  );
  return renderPlainTable({
    caption: "Metrics",
    headings: kept.map((index) => METRIC_HEADINGS[index] ?? ""),
    rows: rows.map((cells) => kept.map((index) => cells[index] ?? "")),
    numeric: kept.flatMap((index, place) =>
      index >= 2 && index < METRIC_HEADINGS.length - 1 ? [place] : [],
    ),
  });
}

/**
 * Everything about one benchmark: why, what was measured, pictures.
 *
 * @param row - row of the result; texts in it are hostile until escaped here
 * @param context - history and the deciding threshold
 * @returns HTML
 */
export function renderDetail(row: Row, context: DetailContext): string {
  const figures = figuresOf(row, context).map(renderFigure).join("");
  const why = paragraph(htmlSentence(row.because));
  const pictures = figures === "" ? "" : `<div class="figures">${figures}</div>`;
  const functions = renderFunctions(row.measured?.functions);
  return `${failureBlock(row)}${why}${notesBlock(row)}${pictures}${functions}${metricTable(row)}`;
}
