import { STEPS_FROM } from "../../history/trend.ts";
import { formatQuantity } from "../../wording/number.ts";
import { escapeHtml } from "../escape-html.ts";
import type { BenchmarkHistory } from "../history.ts";
import { latestStep, newestMachine } from "./latest-step.ts";

/** What a badge says. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: keyof typeof COLORS;
}

/** Names that shields.io knows, and what they are in a picture of ours: white text on each has a contrast of at least 4.5. */
const COLORS = {
  green: "#116329",
  orange: "#9a4b00",
  blue: "#0757ba",
  lightgrey: "#57606a",
} as const;

const LABEL = "benchmarks";
/** Width of a letter at 11 px, in pixels, and the room around a text. */
const LETTER = 6.6;
const ROOM = 10;
const HEIGHT = 20;

/**
 * Says in two words how the stored runs fare.
 *
 * @param histories - stored runs by benchmark
 * @returns how many stepped up and stayed there; else how many are steady; else how many are measured, while there are too few
 *   runs to tell a step from chance
 */
export function badgeOf(histories: readonly BenchmarkHistory[]): Badge {
  const total = histories.length;
  const worse = histories.filter((one) => (latestStep(one)?.change ?? 0) > 0).length;
  const searched = histories.filter((one) => newestMachine(one).length >= STEPS_FROM).length;
  const say = (message: string, color: Badge["color"]): Badge => ({ label: LABEL, message, color });
  if (total === 0) return say("no runs", "lightgrey");
  if (worse > 0) return say(`${worse} of ${total} worse`, "orange");
  if (searched === 0) return say(`${total} measured`, "blue");
  return say(searched < total ? `${searched} of ${total} steady` : `${total} steady`, "green");
}

/**
 * A badge for shields.io's `endpoint`.
 *
 * @param badge - what it says
 * @returns one line of JSON
 * @see https://shields.io/badges/endpoint-badge
 */
export function badgeJson({ label, message, color }: Badge): string {
  return `${JSON.stringify({ schemaVersion: 1, label, message, color })}\n`;
}

/**
 * A badge as a picture that asks no other server.
 *
 * @param badge - what it says
 * @returns an SVG document
 */
export function badgeSvg({ label, message, color }: Badge): string {
  const [left, right] = [widthOf(label), widthOf(message)];
  const title = escapeHtml(`${label}: ${message}`);
  const text = (words: string, middle: number, width: number): string =>
    `<text x="${middle}" y="14" textLength="${width - ROOM}">${escapeHtml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${title}"><title>${title}</title>
<clipPath id="r"><rect width="${left + right}" height="${HEIGHT}" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="${HEIGHT}" fill="#444c56"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="${COLORS[color]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${text(label, left / 2, left)}${text(message, left + right / 2, right)}</g>
</svg>
`;
}

function widthOf(words: string): number {
  return Math.round(words.length * LETTER) + ROOM;
}

/**
 * A badge in words, for the page it stands on.
 *
 * @param histories - stored runs by benchmark
 * @returns one sentence
 */
export function badgeSentence(histories: readonly BenchmarkHistory[]): string {
  const { message } = badgeOf(histories);
  const longest = Math.max(0, ...histories.map((one) => newestMachine(one).length));
  return `${message} · ${formatQuantity(longest, "run")} on the newest machine and engine`;
}
