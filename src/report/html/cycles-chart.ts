import { max, min, quantile } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Unit } from "../../model/metric.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatValue } from "../../wording/value.ts";
import type { Timeline } from "./samples.ts";
import type { Box, Figure } from "./svg.ts";
import { CHART_WIDTH, round, svgText, verticalAxis } from "./svg.ts";

const BOX: Box = { left: 64, top: 8, right: CHART_WIDTH - 8, bottom: 120 };
/** Dots drawn per side; a longer series is thinned evenly. */
const MOST_DOTS = 200;
/** Length of a mark of the baseline: told apart from the candidate's without colour. */
const DASH = 4;
/** Blocks beyond this quantile are drawn at the edge and counted: pauses would flatten the rest. */
const SHOWN_SHARE = 0.98;

interface Cycles {
  readonly baseline: Timeline;
  readonly candidate: Timeline;
  readonly unit: Unit;
}

/** One mark per observation as a single path: a dash of some length, or a dot where it has none. */
function dotPath(
  { values }: Timeline,
  dash: number,
  at: { readonly x: (index: number) => number; readonly y: (value: number) => number },
): string {
  const step = Math.max(1, Math.ceil(values.length / MOST_DOTS));
  let path = "";
  for (let index = 0; index < values.length; index += step) {
    path += `M${round(at.x(index))},${round(at.y(values[index] ?? 0))}h${dash}`;
  }
  return path;
}

/**
 * Observations over time, so that drift, warm-up and pauses can be seen.
 *
 * @param cycles - both timelines in one unit; the baseline may be empty
 * @returns the figure, or null without values
 */
export function cyclesChart(cycles: Cycles): Figure | null {
  const { baseline, candidate, unit } = cycles;
  const all = [...baseline.values, ...candidate.values];
  const length = Math.max(baseline.values.length, candidate.values.length);
  const low = min(all);
  const high = quantile(all, SHOWN_SHARE) ?? max(all);
  if (low === undefined || high === undefined || length < 2) return null;
  const x = scaleLinear()
    .domain([0, length - 1])
    .range([BOX.left + 4, BOX.right]);
  const y = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([BOX.bottom, BOX.top + 4])
    .nice(4)
    .clamp(true);
  const longer = candidate.values.length >= baseline.values.length ? candidate : baseline;
  const borders = longer.starts
    .slice(1)
    .map((start) => `M${round(x(start - 0.5))},${BOX.top}V${BOX.bottom}`);
  const body = [
    verticalAxis(
      { scale: y, ticks: 4, format: (value: number): string => formatValue(value, unit) },
      BOX,
    ),
    `<path class="border" d="${borders.join("")}"/>`,
    `<path class="dots-base" d="${dotPath(baseline, DASH, { x, y })}"/>`,
    `<path class="dots-cand" d="${dotPath(candidate, 0, { x, y })}"/>`,
    svgText(
      { x: (BOX.left + BOX.right) / 2, y: BOX.bottom + 16, anchor: "middle" },
      "rounds in the order measured",
    ),
  ];
  const processes = formatQuantity(longer.starts.length, "process");
  const [, edge = high] = y.domain();
  const beyond = all.filter((value) => value > edge).length;
  const cut =
    beyond === 0 ? "" : `; ${formatQuantity(beyond, "slower one")} drawn at the upper edge`;
  const description = `${formatQuantity(all.length, "block")} of ${processes}${cut}.`;
  const sides =
    baseline.values.length === 0 ? "" : " dashes are the baseline's, dots the candidate's;";
  return {
    title: "Cycles over time",
    description,
    reading: `How to read: a dot is one block,${sides} a line begins a new process, a slope is drift.`,
    height: BOX.bottom + 22,
    body: body.join(""),
  };
}
