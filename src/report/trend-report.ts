import type { Creep } from "../history/creep.ts";
import type { FingerprintMark } from "../history/fingerprint-marks.ts";
import type { BenchmarkTrend, Trend, TrendStep } from "../history/trend.ts";
import { METRICS, type Unit } from "../model/metric.ts";
import { formatCount, formatQuantity } from "../wording/number.ts";
import { formatChange, formatChangeInterval } from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { logText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import { shortSha } from "./environment-words.ts";
import type { Paint } from "./paint.ts";
import { type Cell, type Column, renderTextTables, type TextTable } from "./text-table.ts";
import { sparkline } from "./trend.ts";

/** How a trend is drawn, and what the history does not say itself. */
export interface TrendOptions {
  readonly paint: Paint;
  /** Columns of the terminal; 100 suits a log. */
  readonly width: number;
  /** Primary metric of every benchmark, by id. */
  readonly primaries: ReadonlyMap<string, string>;
}

const COLUMNS: readonly Column[] = [
  { title: "benchmark", align: "left", dispensable: 0 },
  { title: "runs", align: "right", dispensable: 3 },
  { title: "trend", align: "left", dispensable: 1 },
  { title: "newest", align: "right", dispensable: 0 },
  { title: "steps", align: "right", dispensable: 4 },
  { title: "since release", align: "right", dispensable: 2 },
];

/** Values at the usual speed of the machine, which the kernel of each run tells. */
function steadyValues({ points, kernel }: BenchmarkTrend): readonly number[] {
  return points.map(({ value, level }) => (kernel === null ? value : Math.exp(level) * kernel));
}

function stepLine({ change, before, after, pValue }: TrendStep): string {
  const size = `${formatChange(change.center)} (${formatChangeInterval(change)})`;
  return `step ${size} after ${shortSha(before)} and up to ${shortSha(after)}, p = ${pValue}`;
}

function creepCell(creep: Creep | null): Cell {
  if (creep === null || creep.change === null) return { text: "" };
  const text = formatChange(creep.change.center);
  return creep.notable ? { text, style: "yellow" } : { text };
}

function creepLines(creep: Creep | null): readonly string[] {
  return creep?.notable === true ? [`creep ${logText(creep.because, SENTENCE_LIMIT)}`] : [];
}

function unitOf(id: string, primaries: TrendOptions["primaries"]): Unit {
  return METRICS.get(primaries.get(id) ?? "time")?.unit ?? "ns";
}

function tableOf(trends: readonly BenchmarkTrend[], options: TrendOptions): TextTable {
  return {
    columns: COLUMNS,
    rows: trends.map((trend) => {
      const values = steadyValues(trend);
      const unit = unitOf(trend.id, options.primaries);
      return {
        cells: [
          { text: logText(trend.id, NAME_LIMIT) },
          { text: formatCount(values.length) },
          { text: sparkline(values) },
          { text: formatValue(values.at(-1) ?? Number.NaN, unit) },
          { text: trend.steps.length === 0 ? "" : formatCount(trend.steps.length) },
          creepCell(trend.creep),
        ],
        below: [...trend.steps.map(stepLine), ...creepLines(trend.creep)],
      };
    }),
  };
}

function machineLine(fingerprint: string): string {
  const parts = fingerprint.split("|").map((part) => part.trim());
  return logText(parts.filter((part) => part !== "").join(" · "), SENTENCE_LIMIT);
}

function markLine({ before, after, changed }: FingerprintMark): string {
  const what = logText(changed.join(", "), SENTENCE_LIMIT);
  return `between ${shortSha(before)} and ${shortSha(after)}: ${what}`;
}

/** Every sentence once, with how many benchmarks it holds for: most have as many runs as each other. */
function searchedLines(trends: readonly BenchmarkTrend[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { because } of trends) counts.set(because, (counts.get(because) ?? 0) + 1);
  return [...counts].map(
    ([because, count]) => `${formatQuantity(count, "benchmark")}: ${logText(because, 200)}`,
  );
}

/** Machines and engines, the one measured last at the end. */
function fingerprintsOf({ benchmarks }: Trend): readonly string[] {
  return [...new Set(benchmarks.map(({ fingerprint }) => fingerprint).toReversed())].toReversed();
}

/**
 * Draws a trend for a terminal: a table for each machine and engine, and where one followed another.
 *
 * @param trend - the history read as a whole
 * @param options - width, paint and the metric of each benchmark
 * @returns lines of text; nothing in them decides about a run
 */
export function renderTrend(trend: Trend, options: TrendOptions): string {
  const { paint } = options;
  const groups = fingerprintsOf(trend).map((fingerprint) => ({
    fingerprint,
    trends: trend.benchmarks.filter((one) => one.fingerprint === fingerprint),
  }));
  const tables = renderTextTables(
    groups.map(({ trends }) => tableOf(trends, options)),
    options,
  );
  const sections = groups.flatMap(({ fingerprint, trends }, index) => [
    paint("bold", machineLine(fingerprint)),
    ...(tables[index] ?? []),
    ...searchedLines(trends).map((line) => paint("dim", line)),
    "",
  ]);
  const marks =
    trend.marks.length === 0
      ? []
      : [paint("bold", "machine or engine changed"), ...trend.marks.map(markLine), ""];
  const empty = groups.length === 0 ? ["no run is stored"] : [];
  const closing = "A trend informs; it never fails a run.";
  return `${[...sections, ...marks, ...empty, closing].join("\n")}\n`;
}
