import { scaleLinear } from "d3-scale";
import type { Change } from "../../model/verdict.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatChange, formatChangeInterval } from "../../wording/percent.ts";
import type { ProcessChange } from "./samples.ts";
import type { Figure } from "./svg.ts";
import { CHART_WIDTH, horizontalAxis, round, svgText } from "./svg.ts";

const ROW_HEIGHT = 11;
/** Processes drawn; more are summarised by the interval anyway. */
const MOST_PROCESSES = 24;

interface Pairs {
  readonly changes: readonly ProcessChange[];
  readonly change: Change | null;
  /** Change from which on a confirmed difference is a regression. */
  readonly decide: number;
}

function dots(changes: readonly ProcessChange[], xOf: (value: number) => number): string {
  return changes
    .map(({ change, stage }, index) => {
      const fresh = stage === "confirm" || stage === "extend";
      return `<circle class="${fresh ? "dot" : "ring"}" cx="${round(xOf(change))}" cy="${18 + index * ROW_HEIGHT}" r="3.5"/>`;
    })
    .join("");
}

/**
 * The paired change of every process with the interval of all of them.
 *
 * @param pairs - changes per process, the judged interval and the deciding threshold; fractions
 * @returns the figure, or null without pairs
 */
export function processChart(pairs: Pairs): Figure | null {
  const shown = pairs.changes.slice(0, MOST_PROCESSES);
  if (shown.length === 0) return null;
  const bottom = 18 + shown.length * ROW_HEIGHT;
  const ends = [0, pairs.decide, ...shown.map((pair) => pair.change)];
  if (pairs.change !== null) ends.push(pairs.change.low, pairs.change.high);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const margin = (high - low) * 0.06;
  const x = scaleLinear()
    .domain([low - margin, high + margin])
    .range([16, CHART_WIDTH - 16]);
  const box = { left: 16, top: 8, right: CHART_WIDTH - 16, bottom };
  const { change } = pairs;
  const band =
    change === null
      ? ""
      : `<rect class="band" x="${round(x(change.low))}" y="8" width="${round(x(change.high) - x(change.low))}" height="${bottom - 8}"/><path class="mark" d="M${round(x(change.center))},8V${bottom}"/>`;
  const body = [
    horizontalAxis({ scale: x, ticks: 5, format: formatChange }, box),
    band,
    `<path class="zero" d="M${round(x(0))},8V${bottom}"/><path class="limit" d="M${round(x(pairs.decide))},8V${bottom}"/>`,
    dots(shown, (value) => x(value)),
    svgText({ x: x(pairs.decide) + 4, y: bottom - 3, anchor: "start" }, "decides"),
  ];
  const interval =
    change === null
      ? ""
      : ` ${formatChange(change.center)}, interval ${formatChangeInterval(change)}.`;
  const fresh = shown.some(({ stage }) => stage === "confirm")
    ? " Filled dots are confirming processes."
    : "";
  const counted = formatQuantity(pairs.changes.length, "process");
  return {
    title: "Paired change per process",
    description: `${counted}.${interval}${fresh}`,
    reading:
      "How to read: a dot is one process, right of zero the candidate took more; the band is the interval, the dashed line decides.",
    height: bottom + 22,
    body: body.join(""),
  };
}
