import type { MetricJudgement, TargetJudgement } from "../model/verdict.ts";
import { formatCount } from "../wording/number.ts";
import {
  formatChange,
  formatChangeInterval,
  formatPercent,
  formatPlusMinus,
} from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { changeText } from "./change-text.ts";
import { logText, NAME_LIMIT } from "./clean-text.ts";
import { metricLabel } from "./metric-label.ts";
import type { PaintStyle } from "./paint.ts";
import type { Row } from "./rows.ts";
import type { Cell, Column, TextTable } from "./text-table.ts";
import { benchmarkWord } from "./verdict-words.ts";

const COLUMNS: readonly Column[] = [
  { title: "benchmark", align: "left", dispensable: 0 },
  { title: "estimate", align: "right", dispensable: 0 },
  { title: "interval", align: "right", dispensable: 4 },
  { title: "spread", align: "right", dispensable: 5 },
  { title: "samples", align: "right", dispensable: 6 },
  { title: "change", align: "right", dispensable: 0 },
  { title: "interval", align: "right", dispensable: 3 },
  { title: "gated at", align: "right", dispensable: 2 },
  { title: "verdict", align: "left", dispensable: 0 },
  { title: "target", align: "left", dispensable: 1 },
];

const VERDICT_STYLES: Readonly<Record<string, PaintStyle>> = {
  regression: "red",
  failed: "red",
  missing: "red",
  inconclusive: "yellow",
  contaminated: "yellow",
  "too noisy": "yellow",
  "two modes": "yellow",
  accepted: "yellow",
  removed: "yellow",
  "not compared": "yellow",
  improvement: "green",
};

function targetCell(targets: readonly TargetJudgement[]): Cell {
  const worst =
    targets.find(({ verdict }) => verdict === "missed") ??
    targets.find(({ verdict }) => verdict !== "met");
  const shown = worst ?? targets[0];
  if (shown === undefined) return { text: "" };
  const style: PaintStyle =
    shown.verdict === "met" ? "green" : shown.verdict === "missed" ? "red" : "yellow";
  return { text: `${shown.verdict} ≤ ${formatValue(shown.target.max, shown.target.unit)}`, style };
}

function estimateCells(primary: MetricJudgement | null): readonly Cell[] {
  const estimate = primary?.candidate ?? primary?.baseline ?? null;
  if (primary === null || estimate === null)
    return [{ text: "–" }, { text: "" }, { text: "" }, { text: "" }];
  return [
    { text: formatValue(estimate.center, primary.unit) },
    { text: formatPlusMinus(estimate) },
    { text: estimate.spread > 0 ? formatPercent(estimate.spread) : "" },
    { text: `${formatCount(estimate.samples)}/${formatCount(estimate.processes)}` },
  ];
}

function changeCells(primary: MetricJudgement | null): readonly Cell[] {
  const change = primary?.change ?? null;
  if (primary === null || change === null) return [{ text: "" }, { text: "" }, { text: "" }];
  const style: PaintStyle | undefined =
    primary.verdict === "regression"
      ? "red"
      : primary.verdict === "improvement"
        ? "green"
        : undefined;
  const text = changeText(change, primary);
  return [
    style === undefined ? { text } : { text, style },
    { text: formatChangeInterval(change) },
    { text: primary.gatedAt === null ? "" : formatPercent(primary.gatedAt) },
  ];
}

function verdictCell(row: Row, compared: boolean): Cell {
  const text = benchmarkWord(row.judgement);
  if (!compared && text === "new") return { text: "" };
  const style = VERDICT_STYLES[text];
  return style === undefined ? { text, style: "dim" } : { text, style };
}

/** Other metrics of a benchmark in one line: phases, exact values, information. */
function otherMetrics(row: Row): readonly string[] {
  const parts = row.judgement.metrics
    .slice(1)
    .flatMap(({ metric, unit, candidate, change, verdict }) => {
      if (candidate === null) return [];
      const moved =
        change !== null && change.center !== 0 ? ` (${formatChange(change.center)})` : "";
      const marked = verdict === "regression" ? " !" : "";
      const name = logText(metricLabel(metric), 40);
      return [`${name} ${formatValue(candidate.center, unit)}${moved}${marked}`];
    });
  return parts.length > 0 ? [parts.join(" · ")] : [];
}

function withoutSuite(id: string, suite: string): string {
  return id.startsWith(`${suite}/`) ? id.slice(suite.length + 1) : id;
}

/**
 * The table of one suite for a terminal.
 *
 * @param suite - its name, left out of the ids under it
 * @param rows - rows of the suite
 * @param compared - whether the run had anything to compare with
 * @returns the table; columns nothing is known of are empty
 */
export function suiteTable(suite: string, rows: readonly Row[], compared: boolean): TextTable {
  return {
    columns: COLUMNS,
    rows: rows.map((row) => ({
      cells: [
        { text: logText(withoutSuite(row.judgement.id, suite), NAME_LIMIT) },
        ...estimateCells(row.primary),
        ...changeCells(row.primary),
        verdictCell(row, compared),
        targetCell(row.targets),
      ],
      below: otherMetrics(row),
    })),
  };
}
