import type { ScaleLinear } from "d3-scale";
import { escapeHtml } from "../escape-html.ts";

/** Inner box of a chart in its own coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Drawing coordinates of every chart: width, and the space its axis labels need. */
export const CHART_WIDTH = 460;

/**
 * Rounds a coordinate so that charts stay small.
 *
 * @param value - coordinate
 * @returns at most one decimal
 */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Draws an SVG text.
 *
 * @param place - coordinates, and where the text is anchored
 * @param text - plain text of ours
 * @returns an SVG element
 */
export function svgText(
  place: { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" },
  text: string,
): string {
  return `<text x="${round(place.x)}" y="${round(place.y)}" text-anchor="${place.anchor}">${escapeHtml(text)}</text>`;
}

/** What an axis shows. */
export interface Axis {
  readonly scale: ScaleLinear<number, number>;
  readonly format: (value: number) => string;
  readonly ticks: number;
}

/**
 * Draws a horizontal axis with grid lines.
 *
 * @param axis - scale, number of ticks and their text
 * @param box - inner box
 * @returns SVG elements
 */
export function horizontalAxis(axis: Axis, box: Box): string {
  const ticks = axis.scale.ticks(axis.ticks);
  const lines = ticks
    .map((tick) => `M${round(axis.scale(tick))},${box.top}V${box.bottom}`)
    .join("");
  const labels = ticks.map((tick) =>
    svgText({ x: axis.scale(tick), y: box.bottom + 14, anchor: "middle" }, axis.format(tick)),
  );
  return `<path class="grid" d="${lines}"/>${labels.join("")}`;
}

/**
 * Draws a vertical axis with grid lines.
 *
 * @param axis - scale, number of ticks and their text
 * @param box - inner box
 * @returns SVG elements
 */
export function verticalAxis(axis: Axis, box: Box): string {
  const ticks = axis.scale.ticks(axis.ticks);
  const lines = ticks
    .map((tick) => `M${box.left},${round(axis.scale(tick))}H${box.right}`)
    .join("");
  const labels = ticks.map((tick) =>
    svgText({ x: box.left - 6, y: axis.scale(tick) + 4, anchor: "end" }, axis.format(tick)),
  );
  return `<path class="grid" d="${lines}"/>${labels.join("")}`;
}

/** A chart and what it says in words. */
export interface Figure {
  readonly title: string;
  /** One sentence that stands in for the picture. */
  readonly description: string;
  /** One sentence on how to read the picture. */
  readonly reading: string;
  readonly height: number;
  /** Width in drawing coordinates; absent for that of every chart. */
  readonly width?: number;
  readonly body: string;
}

/**
 * Wraps a chart into a figure that a screen reader can read.
 *
 * @param figure - title, description, height and SVG elements
 * @returns an HTML figure
 */
export function renderFigure(figure: Figure): string {
  const label = escapeHtml(`${figure.title}. ${figure.description}`);
  const picture = `<svg role="img" aria-label="${label}" viewBox="0 0 ${figure.width ?? CHART_WIDTH} ${round(figure.height)}">${figure.body}</svg>`;
  return `<figure><figcaption><b>${escapeHtml(figure.title)}</b> ${escapeHtml(figure.description)}<span class="reading">${escapeHtml(figure.reading)}</span></figcaption>${picture}</figure>`;
}
