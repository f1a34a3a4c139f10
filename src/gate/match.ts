import picomatch from "picomatch";

/** Ids always use forward slashes; nothing is hidden by a leading dot, and `!` is an ordinary character. */
const OPTIONS = { dot: true, windows: false, nonegate: true } as const;

/**
 * Whether a pattern means a benchmark: the whole id, or its leading segments.
 *
 * @param pattern - benchmark id or glob (`*` within a segment, `**` across segments, `{a,b}`)
 * @param id - benchmark id `suite/group/case`
 * @returns true when the pattern matches the id or a prefix of it that ends at a slash
 * @example matchesBenchmark("execution/blur_*", "execution/blur_256/image-filter") // true
 */
export function matchesBenchmark(pattern: string, id: string): boolean {
  if (pattern === id) {
    return true;
  }
  const matches = picomatch(pattern, OPTIONS);
  const segments = id.split("/");
  return segments.some((_, index) => matches(segments.slice(0, index + 1).join("/")));
}
