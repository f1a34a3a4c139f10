import { isComparedExactly } from "../gate/compared-exactly.ts";
import { isMove } from "../gate/exact.ts";
import { ENGINE_TITLES } from "../model/engine.ts";
import type { MetricJudgement } from "../model/verdict.ts";
import { formatLimit } from "../wording/limit.ts";
import { formatCount } from "../wording/number.ts";
import {
  formatChange,
  formatChangeInterval,
  formatPercent,
  formatPlusMinus,
} from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { changeText } from "./change-text.ts";
import { logText, SENTENCE_LIMIT } from "./clean-text.ts";
import { metricLabel } from "./metric-label.ts";
import type { PaintStyle } from "./paint.ts";
import { decisive, type Row } from "./rows.ts";
import type { Cell, Column, TextTable } from "./text-table.ts";
import { benchmarkWord } from "./verdict-words.ts";

const COLUMNS: readonly Column[] = [
  { title: "benchmark", align: "left", dispensable: 0 },
  { title: "estimate", align: "right", dispensable: 0 },
  { title: "precision", align: "right", dispensable: 1 },
  { title: "spread", align: "right", dispensable: 2, label: "spread" },
  { title: "samples", align: "right", dispensable: 3 },
  { title: "change", align: "right", dispensable: 0 },
  { title: "interval", align: "right", dispensable: 0 },
  { title: "would see", align: "right", dispensable: 0, label: "would see" },
  { title: "verdict", align: "left", dispensable: 0 },
  { title: "target", align: "left", dispensable: 4 },
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

function targetCell({ targets, targetNote }: Row): Cell {
  const worst =
    targets.find(({ verdict }) => verdict === "missed") ??
    targets.find(({ verdict }) => verdict !== "met");
  const shown = worst ?? targets[0];
  if (shown === undefined)
    return targetNote === "" ? { text: "" } : { text: targetNote, style: "dim" };
  const style: PaintStyle =
    shown.verdict === "met" ? "green" : shown.verdict === "missed" ? "red" : "yellow";
  return { text: `${shown.verdict} ${formatLimit(shown.target)}`, style };
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

/** What moved is coloured, whatever became of the benchmark. */
const CHANGE_STYLES: Readonly<Record<string, PaintStyle | undefined>> = {
  regression: "red",
  improvement: "green",
};

function changeCells(row: Row, isCompared: boolean): readonly Cell[] {
  const { primary, isOther } = decisive(row);
  const change = primary?.change ?? null;
  if (primary === null || change === null)
    return [{ text: "" }, { text: isCompared ? "" : estimateInterval(row.primary) }, { text: "" }];
  const isExact = isComparedExactly(primary);
  const style = CHANGE_STYLES[primary.verdict];
  const name = isOther ? `${metricLabel(primary.metric)} ` : "";
  const text = `${name}${changeText(change, primary)}`;
  return [
    style === undefined ? { text } : { text, style },
    { text: isExact ? "" : formatChangeInterval(change) },
    { text: primary.gatedAt === null || isExact ? "" : `≥ ${formatPercent(primary.gatedAt)}` },
  ];
}

/** The interval of an estimate, where no change has one; the unit once where it is the same. */
function estimateInterval(primary: MetricJudgement | null): string {
  const estimate = primary?.candidate ?? null;
  if (primary === null || estimate === null || !(estimate.high > estimate.low)) return "";
  const ends = [estimate.low, estimate.high].map((value) => formatValue(value, primary.unit));
  const [low = "", high = ""] = ends;
  const [number = "", unit] = low.split(" ");
  return `${high.endsWith(` ${unit}`) ? number : low} to ${high}`;
}

function verdictCell(row: Row, compared: boolean): Cell {
  const text = benchmarkWord(row.judgement);
  if (!compared && text === "new") return { text: "" };
  const style = VERDICT_STYLES[text];
  return style === undefined ? { text, style: "dim" } : { text, style };
}

/** Other metrics of a benchmark in one line: phases, exact values, information; or only those that moved it. */
function otherMetrics(row: Row, isWhole: boolean): readonly string[] {
  const parts = row.judgement.metrics
    .slice(1)
    .filter(({ verdict }) => isWhole || isMove(verdict))
    .flatMap(({ metric, unit, candidate, change, verdict }) => {
      if (candidate === null) return [];
      const moved =
        change !== null && change.center !== 0 ? ` (${formatChange(change.center)})` : "";
      const marked = verdict === "regression" ? " !" : "";
      const name = logText(metricLabel(metric), 40);
      return [`${name} ${formatValue(candidate.center, unit)}${moved}${marked}`];
    });
  const all = [...parts, ...besideTexts(row)];
  return all.length > 0 ? [all.join(" · ")] : [];
}

/** On the other engines, in the same words as here; and what the target's cell has no room for. */
function besideTexts({ beside, targets, targetNote }: Row): readonly string[] {
  const notes = targets.length > 0 && targetNote !== "" ? [targetNote] : [];
  const texts = beside.map(({ engine, primary }) => {
    const { candidate, unit } = primary;
    return `${ENGINE_TITLES[engine]} ${formatValue(candidate?.center ?? Number.NaN, unit)}`;
  });
  return [...texts, ...notes];
}

function withoutSuite(id: string, suite: string): string {
  return id.startsWith(`${suite}/`) ? id.slice(suite.length + 1) : id;
}

/** How the table of a suite is made. */
export interface SuiteOptions {
  readonly compared: boolean;
  /** Whether any benchmark of the run has a change; else the interval is that of the estimate. */
  readonly isChanged: boolean;
  readonly isWhole: boolean;
  /** Names for a narrow terminal, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The table of one suite for a terminal.
 *
 * @param suite - its name, left out of the ids under it
 * @param rows - rows of the suite
 * @param options - whether the run had anything to compare with, whether metrics are told that did not move, and short names
 * @returns the table; columns nothing is known of are empty
 */
export function suiteTable(
  suite: string,
  rows: readonly Row[],
  { compared, isChanged, isWhole, names }: SuiteOptions,
): TextTable {
  return {
    columns: COLUMNS,
    rows: rows.map((row) => ({
      cells: [
        {
          text: logText(withoutSuite(row.judgement.id, suite), SENTENCE_LIMIT),
          short: logText(names.get(row.judgement.id) ?? row.judgement.id, SENTENCE_LIMIT),
        },
        ...estimateCells(row.primary),
        ...changeCells(row, isChanged),
        verdictCell(row, compared),
        targetCell(row),
      ],
      below: otherMetrics(row, isWhole),
    })),
  };
}
