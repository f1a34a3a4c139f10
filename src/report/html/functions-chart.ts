import type { FunctionDifference, WayChange } from "../../model/function-difference.ts";
import { formatCount, formatQuantity } from "../../wording/number.ts";
import { formatChange } from "../../wording/percent.ts";
import { cleanText, NAME_LIMIT } from "../clean-text.ts";
import { escapeHtml } from "../escape-html.ts";
import { type Figure, round, svgText } from "./svg.ts";

/** It has the whole width of the page. */
const WIDTH = 1100;
const ROW = 18;
/** Deeper ways are left out. */
const MOST_ROWS = 24;
/** Width of a character, and the narrowest box that is labelled. */
const CHARACTER = 6.2;
const LABELLED = 24;
/** A way is coloured when its own change is at least this share of the whole. */
const COLOURED = 0.001;

interface Box {
  readonly way: WayChange;
  readonly depth: number;
  readonly x: number;
  readonly width: number;
}

/**
 * The ways by which functions were called, the callers above: as wide as the larger side's fuel, coloured by the change.
 *
 * @param difference - how a call differs by function; names in it are hostile until escaped here
 * @returns the figure, or null where nothing is drawn
 */
export function functionsChart(difference: FunctionDifference): Figure | null {
  const boxes = layOut(difference.ways);
  const [first] = boxes;
  if (first === undefined || first.width === 0) return null;
  const depth = Math.max(...boxes.map((box) => box.depth));
  return {
    title: "Where the fuel goes",
    description: `${formatQuantity(boxes.length, "way", "ways")} by which functions were called.`,
    reading:
      "How to read: a box is a function as it was called by the one above; its width is its fuel with all that it called, on the side where that is more. ▲ (red) consumes more than before, ▼ (green) less.",
    height: (depth + 1) * ROW,
    width: WIDTH,
    body: boxes.map((box) => drawBox(box, difference.baseline)).join(""),
  };
}

function sizeOf({ baseline, candidate }: WayChange): number {
  return Math.max(baseline, candidate, 0);
}

/** Children share the width of their parent; where those of both sides together need more, all of them shrink. */
function layOut(ways: readonly WayChange[]): Box[] {
  const children = ways.map((): number[] => []);
  for (const [place, { parent }] of ways.entries()) if (parent >= 0) children[parent]?.push(place);
  const boxes: Box[] = [];
  const open: {
    readonly place: number;
    readonly depth: number;
    readonly x: number;
    readonly width: number;
  }[] = ways.length === 0 ? [] : [{ place: 0, depth: 0, x: 0, width: WIDTH }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { place, depth, x, width } = next;
    const way = ways[place];
    if (way === undefined || depth >= MOST_ROWS) continue;
    boxes.push({ way, depth, x, width });
    const below = (children[place] ?? []).toSorted(
      (left, right) => sizeAt(ways, right) - sizeAt(ways, left),
    );
    const needed = below.reduce((sum, child) => sum + sizeAt(ways, child), 0);
    const scale = width / Math.max(sizeOf(way), needed, 1);
    let from = x;
    for (const child of below) {
      const own = sizeAt(ways, child) * scale;
      open.push({ place: child, depth: depth + 1, x: from, width: own });
      from += own;
    }
  }
  return boxes;
}

function sizeAt(ways: readonly WayChange[], place: number): number {
  const way = ways[place];
  return way === undefined ? 0 : sizeOf(way);
}

function drawBox({ way, depth, x, width }: Box, whole: number): string {
  const change = way.candidate - way.baseline;
  const isMoved = Math.abs(change) >= Math.max(1, whole * COLOURED);
  const moved = change > 0 ? "more" : "less";
  const tone = isMoved ? moved : "same";
  const mark = { more: "▲ ", less: "▼ ", same: "" }[tone];
  const name = `${mark}${cleanText(way.name, NAME_LIMIT)}`;
  const top = depth * ROW;
  const share = whole === 0 || change === 0 ? "" : ` (${formatChange(change / whole)} of all)`;
  const title = `${name}: ${formatCount(way.baseline)} → ${formatCount(way.candidate)} fuel${share}`;
  const letters = Math.floor((width - 6) / CHARACTER);
  const label =
    width < LABELLED
      ? ""
      : svgText({ x: x + 3, y: top + 13, anchor: "start" }, cleanText(name, Math.max(1, letters)));
  return `<g class="way ${tone}"><title>${escapeHtml(title)}</title><rect x="${round(x)}" y="${top}" width="${round(Math.max(width - 0.5, 0.1))}" height="${ROW - 1}"/>${label}</g>`;
}
