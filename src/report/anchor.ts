/** What an address and an attribute take as it is. */
const PLAIN = /^[A-Za-z0-9_./-]+$/;
/** Longest part of an id that stays readable in an anchor. */
const READABLE = 80;

/**
 * Where the HTML report shows a benchmark: the same place in every report of a benchmark with this id.
 *
 * @param id - benchmark id; hostile
 * @returns an element's id of letters, digits, `_`, `.`, `/`, `-` and `~`: the benchmark's own behind `b/`, or what is plain
 *   of it with a number made of all of it
 * @example
 * benchmarkAnchor("execution/blur_256/image-filter") // "b/execution/blur_256/image-filter"
 */
export function benchmarkAnchor(id: string): string {
  if (PLAIN.test(id) && id.length <= READABLE) return `b/${id}`;
  const plain = id.slice(0, READABLE).replace(/[^A-Za-z0-9_./-]+/g, "-");
  return `b/${plain}~${hashOf(id)}`;
}

/** FNV-1a over UTF-16 units: tells ids apart that look alike when only what is plain of them is left. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
