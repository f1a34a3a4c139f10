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
 * Whether a comment's body is ours: the marker is its beginning.
 *
 * @param body - body as stored
 * @param key - `comment-key`
 * @returns true when it begins with that key's marker
 */
export function hasMarker(body: string, key: string): boolean {
  return body.startsWith(markerOf(key));
}
