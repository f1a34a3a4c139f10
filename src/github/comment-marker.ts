import { COMMENT_LIMIT } from "../model/platform-limits.ts";
import type { ToldFailure } from "../model/publication.ts";

/** What every marker begins with. */
const MARKER_START = "<!-- wasm-bench:";

/**
 * The hidden first line that tells our comment of one key.
 *
 * @param key - `comment-key`, any text
 * @returns an HTML comment no other key gives
 */
export function markerOf(key: string): string {
  const encoded = encodeURIComponent(key.toWellFormed()).replaceAll("-", "%2D");
  return `${MARKER_START}${encoded} -->`;
}

/**
 * How long a comment's text may be beside its marker.
 *
 * @param key - `comment-key`
 * @returns UTF-16 units
 */
export function bodyLimit(key: string): number {
  return COMMENT_LIMIT - markerOf(key).length - 1;
}

/**
 * Whether a comment's body is ours: the marker is its beginning.
 *
 * @param body - body as stored
 * @param key - `comment-key`
 * @returns true when it begins with that key's marker
 */
export function hasMarker(body: string, key: string): boolean {
  return body.startsWith(markerOf(key));
}

/** What tells the commit a comment is about. */
const HEAD = /^<!-- wasm-bench:[^\n]*? --><!-- head:([0-9a-f]{40,64}) -->/;

/**
 * The hidden first line of a comment: its marker, and the head it is about.
 *
 * @param key - `comment-key`, any text
 * @param head - head commit of the pull request, lower-case hex; null when it is not known
 * @returns one line that begins with the key's marker
 */
export function firstLineOf(key: string, head: string | null): string {
  return head === null ? markerOf(key) : `${markerOf(key)}<!-- head:${head} -->`;
}

/** The first line of a comment that tells of a failure. */
const FAILURE = /^<!-- wasm-bench:[^\n]*-->\n### ❌ ([^\n]{1,1000})\n/;

/**
 * The failure a comment of ours tells.
 *
 * @param body - body as stored
 * @returns its title and commit; null where it tells of none
 */
export function failureIn(body: string): ToldFailure | null {
  const [, title] = FAILURE.exec(body) ?? [];
  return title === undefined ? null : { title, head: headIn(body) };
}

/**
 * The head a comment of ours is about.
 *
 * @param body - body as stored
 * @returns the commit; null in comments of earlier releases
 */
export function headIn(body: string): string | null {
  return HEAD.exec(body)?.[1] ?? null;
}
