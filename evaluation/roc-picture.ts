import { scaleLinear, scaleSqrt } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { escapeHtml } from "../src/report/escape-html.ts";
import { type RocPoint, rocCurve, type Scores } from "./roc.ts";

/** A rule in the picture. */
export interface RocSeries {
  readonly name: string;
  readonly scores: Scores;
  /** Where the rule stands with the limits that are in use. */
  readonly inUse: readonly RocPoint[];
}

const WIDTH = 720;
const HEIGHT = 400;
const BOX = { left: 52, top: 54, right: 470, bottom: 356 };
const TICKS_FALSE = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 1];
const TICKS_FOUND = [0, 0.25, 0.5, 0.75, 1];
const KEY_STEP = 24;
/** Readable on white and on black; the first is ours. */
const COLOURS = [
  "#2f81f7",
  "#c9510c",
  "#1a9850",
  "#a371f7",
  "#bf8700",
  "#d6409f",
  "#7d8590",
  "#0fa3b1",
];
const DASHES = ["", "6 3", "2 3", "8 3 2 3", "", "4 4", "1 3", "10 4"];

const falseScale = scaleSqrt([0, 1], [BOX.left, BOX.right]);
const foundScale = scaleLinear([0, 1], [BOX.bottom, BOX.top]);
const at = (value: number): number => Math.round(value * 10) / 10;
const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Text in a grey that both a white and a black page show. */
function text(place: readonly [x: number, y: number], words: string, anchor = "start"): string {
  return `<text x="${at(place[0])}" y="${at(place[1])}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}

function axes(): string {
  const vertical = TICKS_FALSE.map(
    (tick) =>
      `<path class="grid" d="M${at(falseScale(tick))},${BOX.top}V${BOX.bottom}"/>${text([falseScale(tick), BOX.bottom + 16], percent(tick), "middle")}`,
  );
  const horizontal = TICKS_FOUND.map(
    (tick) =>
      `<path class="grid" d="M${BOX.left},${at(foundScale(tick))}H${BOX.right}"/>${text([BOX.left - 6, foundScale(tick) + 4], percent(tick), "end")}`,
  );
  return [
    ...vertical,
    ...horizontal,
    text(
      [(BOX.left + BOX.right) / 2, BOX.bottom + 36],
      "equal code called a regression (square root)",
      "middle",
    ),
    text([BOX.left - 44, BOX.top - 12], "slowed code called a regression"),
  ].join("");
}

function curve({ scores, inUse, name }: RocSeries, index: number): string {
  const colour = COLOURS[index % COLOURS.length] ?? "";
  const dash = DASHES[index % DASHES.length] ?? "";
  const path = line<RocPoint>(
    ({ falseAlarms }) => at(falseScale(falseAlarms)),
    ({ found }) => at(foundScale(found)),
  ).curve(curveStepAfter)([{ falseAlarms: 0, found: 0 }, ...rocCurve(scores)]);
  const marks = inUse.map(
    ({ falseAlarms, found }) =>
      `<circle cx="${at(falseScale(falseAlarms))}" cy="${at(foundScale(found))}" r="5" fill="${colour}"/>`,
  );
  const y = BOX.top + 8 + index * KEY_STEP;
  const stroke = `stroke="${colour}" stroke-width="${index === 0 ? 3.5 : 2}" stroke-dasharray="${dash}"`;
  return [
    `<g><title>${escapeHtml(name)}</title><path fill="none" ${stroke} d="${path ?? ""}"/>${marks.join("")}</g>`,
    `<path ${stroke} d="M${BOX.right + 16},${y}h26"/>${text([BOX.right + 48, y + 4], name)}`,
  ].join("");
}

/**
 * Draws how many slowdowns rules find against how often they call equal code slower, as their limits move.
 *
 * @param title - what was measured
 * @param series - rules, ours first
 * @returns an SVG document without background, readable on white and on black
 */
export function drawRoc(title: string, series: readonly RocSeries[]): string {
  const key = BOX.top + 20 + series.length * KEY_STEP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escapeHtml(title)}">`,
    "<style>text{font:12px system-ui,sans-serif;fill:#7d8590}.head{font-weight:600;font-size:14px}.grid{stroke:#7d8590;stroke-opacity:.25;fill:none}</style>",
    `<text class="head" x="8" y="18">${escapeHtml(title)}</text>`,
    axes(),
    ...series.map(curve).reverse(),
    text([BOX.right + 16, key], "dots: the limits in use"),
    "</svg>\n",
  ].join("\n");
}
