import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Change } from "../../model/verdict.ts";
import { round } from "./svg.ts";

const WIDTH = 90;
const HEIGHT = 16;
/** Changes beyond this are drawn at the edge. */
const LARGEST_CHANGE = 0.15;

/**
 * A small picture of a change and its interval around zero, for a table cell; the numbers stand beside it.
 *
 * @param change - relative change with interval
 * @returns an SVG hidden from screen readers
 */
export function renderWhisker(change: Change): string {
  const x = scaleLinear()
    .domain([-LARGEST_CHANGE, LARGEST_CHANGE])
    .range([4, WIDTH - 4])
    .clamp(true);
  const middle = HEIGHT / 2;
  return `<svg class="whisker" aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path class="zero" d="M${WIDTH / 2},0V${HEIGHT}"/><path class="reach" d="M${round(x(change.low))},${middle}H${round(x(change.high))}"/><circle class="dot" cx="${round(x(change.center))}" cy="${middle}" r="3"/></svg>`;
}

/**
 * A small line of the last runs, for a table cell.
 *
 * @param values - values, oldest first
 * @returns an SVG hidden from screen readers; empty for fewer than two values
 */
export function renderSparkline(values: readonly number[]): string {
  const shown = values.slice(-20);
  const [low = 0, high = 0] = extent(shown);
  if (shown.length < 2) return "";
  const margin = Math.max(high - low, Math.abs(high) * 0.05, 1e-9) / 2;
  const middle = (low + high) / 2;
  const y = scaleLinear()
    .domain([middle - margin, middle + margin])
    .range([HEIGHT - 2, 2]);
  const x = scaleLinear()
    .domain([0, shown.length - 1])
    .range([2, WIDTH - 2]);
  const path = shown
    .map((value, index) => `${index === 0 ? "M" : "L"}${round(x(index))},${round(y(value))}`)
    .join("");
  return `<svg class="whisker" aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path class="line" d="${path}"/></svg>`;
}
