import { extent } from "d3-array";
import { formatChange } from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { cleanText } from "./clean-text.ts";
import { type BenchmarkHistory, pointName } from "./history.ts";

const BARS = "▁▂▃▄▅▆▇█";

/** Points of a trend that fit a table cell or a small chart. */
const SPARK_POINTS = 12;
const CHART_POINTS = 20;

/** Relative range drawn over the full height at least, so that noise does not look like mountains. */
const SMALLEST_RANGE = 0.05;

/** Lower and upper end of the drawn range; never narrower than the smallest range around the middle. */
function drawnRange(values: readonly number[]): readonly [number, number] {
  const [low = 0, high = 0] = extent(values);
  const middle = (low + high) / 2;
  const half = Math.max((high - low) / 2, Math.abs(middle) * (SMALLEST_RANGE / 2));
  return [middle - half, middle + half];
}

/**
 * Draws a trend in one line of text.
 *
 * @param values - values, oldest first; finite
 * @returns one block character per value, the last twelve; empty for fewer than two
 */
export function sparkline(values: readonly number[]): string {
  const shown = values.slice(-SPARK_POINTS);
  if (shown.length < 2) return "";
  const [low, high] = drawnRange(shown);
  return shown
    .map((value) => {
      const share = high > low ? (value - low) / (high - low) : 0.5;
      // Rounding can put the lowest value a little below the range.
      const step = Math.max(0, Math.floor(share * BARS.length));
      return BARS[Math.min(BARS.length - 1, step)] ?? "";
    })
    .join("");
}

/** Text inside a Mermaid string: nothing that could end the string, the line or the fence. */
function mermaidText(text: string): string {
  return cleanText(text, 60).replace(/[^\p{L}\p{N} ./%(),≤-]/gu, "_");
}

const CHART_UNITS: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  ns: [
    [1e9, "s"],
    [1e6, "ms"],
    [1e3, "µs"],
    [1, "ns"],
  ],
  bytes: [
    [1024 ** 2, "MiB"],
    [1024, "KiB"],
    [1, "B"],
  ],
};

/**
 * Draws a trend as a Mermaid chart, which code hosts render where they render no picture.
 *
 * @param history - stored runs of a metric, oldest first
 * @returns a fenced Mermaid block
 */
export function trendChart(history: BenchmarkHistory): string {
  const points = history.points.slice(-CHART_POINTS);
  const [low, high] = drawnRange(points.map(({ value }) => value));
  const [divisor, unit] = CHART_UNITS[history.unit]?.find(([size]) => high >= size) ?? [
    1,
    history.unit,
  ];
  const scaled = (value: number): string => String(Number((value / divisor).toPrecision(5)));
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${mermaidText(history.id)}"`,
    `  x-axis [${points.map((point) => `"${pointName(point).slice(0, 7)}"`).join(", ")}]`,
    `  y-axis "${unit}" ${scaled(low)} --> ${scaled(high)}`,
    `  line [${points.map(({ value }) => scaled(value)).join(", ")}]`,
    "```",
  ].join("\n");
}

/**
 * Says in words where a trend stepped.
 *
 * @param history - stored runs of a metric
 * @returns one plain sentence per step, newest first; made of numbers and checked hashes only, so it needs no escaping
 */
export function changePointSentences(history: BenchmarkHistory): readonly string[] {
  return history.changePoints.toReversed().flatMap(({ index, change }) => {
    const before = history.points[index - 1];
    const after = history.points[index];
    if (before === undefined || after === undefined) return [];
    const level = formatValue(after.value, history.unit);
    return [
      `${formatChange(change)} to ${level} between ${pointName(before)} and ${pointName(after)}`,
    ];
  });
}
