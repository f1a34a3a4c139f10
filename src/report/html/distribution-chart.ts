import { bin, max, quantile } from "d3-array";
import type { ScaleLinear } from "d3-scale";
import { scaleLinear } from "d3-scale";
import type { Unit } from "../../model/metric.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatValue } from "../../wording/value.ts";
import type { Box, Figure } from "./svg.ts";
import { CHART_WIDTH, horizontalAxis, round, svgText } from "./svg.ts";

const BOX: Box = { left: 12, top: 10, right: CHART_WIDTH - 12, bottom: 130 };
const BINS = 36;
/** Observations beyond this quantile are counted, not drawn: pauses would flatten the rest. */
const SHOWN_SHARE = 0.98;

interface Sides {
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
  readonly unit: Unit;
}

/** Shares of observations per bin as one stepped outline, upwards or downwards from the middle. */
function outline(
  values: readonly number[],
  x: ScaleLinear<number, number>,
  heightOf: (share: number) => number,
): string {
  const [low = 0, high = 1] = x.domain();
  const thresholds = Array.from(
    { length: BINS - 1 },
    (_, index) => low + ((index + 1) * (high - low)) / BINS,
  );
  const bins = bin<number, number>().domain([low, high]).thresholds(thresholds)([...values]);
  const steps = bins.map(
    (members) =>
      `V${round(heightOf(members.length / values.length))}H${round(x(members.x1 ?? high))}`,
  );
  return `M${round(x(low))},${round(heightOf(0))}${steps.join("")}V${round(heightOf(0))}Z`;
}

function largestShare({ baseline, candidate }: Sides, domain: readonly [number, number]): number {
  const shares = [baseline, candidate].map((values) => {
    const bins = bin<number, number>()
      .domain([...domain])
      .thresholds(BINS)([...values]);
    return (max(bins, (members) => members.length) ?? 0) / Math.max(1, values.length);
  });
  return Math.max(...shares, 0.01);
}

function quartileMark(
  values: readonly number[],
  x: ScaleLinear<number, number>,
  from: number,
): string {
  const quartile = quantile(values, 0.25);
  if (quartile === undefined) return "";
  return `M${round(x(quartile))},${from}V${from < 70 ? 70 : 130}`;
}

function readingOf({ baseline, unit }: Sides): string {
  const more = unit === "ns" ? "slower" : "more";
  return baseline.length === 0
    ? `How to read: the higher the hill, the more observations lie there; right is ${more}.`
    : `How to read: each hill is one side; where the candidate's lies further right than the baseline's it is ${more}.`;
}

/**
 * The distribution of observations of both sides: baseline above the line, candidate below it.
 *
 * @param sides - values of both sides in their unit; an empty side is left out
 * @returns the figure, or null without values
 */
export function distributionChart(sides: Sides): Figure | null {
  const all = [...sides.baseline, ...sides.candidate].toSorted((a, b) => a - b);
  const low = all[0];
  const high = quantile(all, SHOWN_SHARE);
  if (low === undefined || high === undefined) return null;
  const domain = [low, high > low ? high : low + Math.max(Math.abs(low) * 0.01, 1e-9)] as const;
  const x = scaleLinear()
    .domain([...domain])
    .range([BOX.left, BOX.right]);
  const top = largestShare(sides, domain) * 1.25;
  const single = sides.baseline.length === 0;
  const middle = single ? BOX.bottom : 70;
  const upwards = (share: number): number => middle - Math.min(1, share / top) * (middle - BOX.top);
  const downwards = (share: number): number =>
    middle + Math.min(1, share / top) * (BOX.bottom - middle);
  const hidden = all.filter((value) => value > domain[1]).length;
  const body = [
    horizontalAxis(
      { scale: x, ticks: 4, format: (value: number): string => formatValue(value, sides.unit) },
      BOX,
    ),
    single ? "" : `<path class="fill-base" d="${outline(sides.baseline, x, upwards)}"/>`,
    `<path class="fill-cand" d="${outline(sides.candidate, x, single ? upwards : downwards)}"/>`,
    single
      ? ""
      : `<path class="mark" d="${quartileMark(sides.baseline, x, BOX.top)}${quartileMark(sides.candidate, x, 70)}"/>`,
    single ? "" : svgText({ x: BOX.right, y: 22, anchor: "end" }, "baseline"),
    svgText({ x: BOX.right, y: single ? 22 : 126, anchor: "end" }, "candidate"),
  ];
  const counts = `${formatQuantity(all.length, "observation")}${single ? "" : ", the lines mark each side's 25th percentile"}`;
  const beyond = hidden > 0 ? `; ${formatQuantity(hidden, "slower one")} beyond the edge` : "";
  return {
    title: "Distribution",
    description: `${counts}${beyond}.`,
    reading: readingOf(sides),
    height: 150,
    body: body.join(""),
  };
}
