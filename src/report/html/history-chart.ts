import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { formatQuantity } from "../../wording/number.ts";
import { formatValue } from "../../wording/value.ts";
import { type BenchmarkHistory, type HistoryPoint, pointName, runsWords } from "../history.ts";
import { changePointSentences } from "../trend.ts";
import type { Box, Figure } from "./svg.ts";
import { CHART_WIDTH, round, svgText, verticalAxis } from "./svg.ts";

const BOX: Box = { left: 64, top: 10, right: CHART_WIDTH - 10, bottom: 112 };

/** Runs of points measured on one machine and engine. */
function segmentsOf(
  points: readonly HistoryPoint[],
): readonly { readonly from: number; readonly points: readonly HistoryPoint[] }[] {
  const segments: { from: number; points: HistoryPoint[] }[] = [];
  points.forEach((point, index) => {
    const last = segments.at(-1);
    if (last !== undefined && last.points.at(-1)?.fingerprint === point.fingerprint)
      last.points.push(point);
    else segments.push({ from: index, points: [point] });
  });
  return segments;
}

function paddedDomain(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  const margin = Math.max((high - low) * 0.1, Math.abs(high) * 0.01, 1e-9);
  return [low - margin, high + margin];
}

/**
 * The trend of a benchmark on the baseline branch; a broken line marks another machine or engine, a triangle a step.
 *
 * @param history - stored runs, oldest first, and the one that is reported; at least two
 * @returns the figure
 */
export function historyChart(history: BenchmarkHistory): Figure {
  const { points, changePoints, unit } = history;
  const x = scaleLinear()
    .domain([0, points.length - 1])
    .range([BOX.left + 6, BOX.right]);
  const y = scaleLinear()
    .domain(paddedDomain(points.map(({ value }) => value)))
    .range([BOX.bottom, BOX.top]);
  const segments = segmentsOf(points);
  const lines = segments.map(({ from, points: members }) =>
    line<HistoryPoint>()
      .x((_, index) => round(x(from + index)))
      .y(({ value }) => round(y(value)))
      .digits(1)([...members]),
  );
  const borders = segments
    .slice(1)
    .map(({ from }) => `M${round(x(from - 0.5))},${BOX.top}V${BOX.bottom}`);
  const dots = points.map(({ value }, index) => `M${round(x(index))},${round(y(value))}h0`);
  const steps = changePoints.map(({ index }) => {
    const place = x(index - 0.5);
    return `<path class="step" d="M${round(place)},${BOX.bottom}l-5,8h10Z"/>`;
  });
  const body = [
    verticalAxis(
      { scale: y, ticks: 4, format: (value: number): string => formatValue(value, unit) },
      BOX,
    ),
    `<path class="limit" d="${borders.join("")}"/><path class="line" d="${lines.join("")}"/><path class="dots-cand" d="${dots.join("")}"/>`,
    ...steps,
    svgText({ x: BOX.left + 6, y: BOX.bottom + 18, anchor: "start" }, pointName(points[0])),
    svgText({ x: BOX.right, y: BOX.bottom + 18, anchor: "end" }, pointName(points.at(-1))),
  ];
  const machines =
    segments.length > 1
      ? `, ${formatQuantity(segments.length - 1, "change")} of machine or engine (dashed)`
      : "";
  const stepped = changePointSentences(history).map((text) => ` Step: ${text}.`);
  const description = `${runsWords(points)}${machines}.${stepped.join("")}`;
  const reading =
    "How to read: older runs are left, higher is more; a triangle marks a lasting step, across a dashed line values do not compare.";
  return { title: "History", description, reading, height: BOX.bottom + 24, body: body.join("") };
}
