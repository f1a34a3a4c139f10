import { engineOfId, idOnV8 } from "../model/engine.ts";
import { expandBraces } from "../model/pattern.ts";

/** Patterns kept written out; more of them are a fork's doing. */
const MOST_KEPT = 1000;

/**
 * Whether a pattern means a benchmark: the whole id, or its leading segments. One that names no engine means the benchmark on
 * every engine; one that ends in `@v8` or `@wasmtime` on that one.
 *
 * Patterns and ids may come from a fork's artifact, so the time is bounded by the product of their lengths; libraries that
 * translate globs to regular expressions take time to the power of the stars.
 *
 * @param pattern - benchmark id or glob (`*` within a segment, `?` for one character, `**` across segments, `{a,b}`)
 * @param id - benchmark id `suite/group/case`
 * @returns true when the pattern matches the id or a prefix of it that ends at a slash; every other character means itself
 * @example matchesBenchmark("execution/blur_*", "execution/blur_256/image-filter") // true
 */
export function matchesBenchmark(pattern: string, id: string): boolean {
  if (pattern === id) {
    return true;
  }
  const names = namesOf(pattern, id).map((name) => name.split("/"));
  return alternativesOf(pattern).some((parts) =>
    names.some((segments) => matchesPrefix(parts, segments)),
  );
}

/** What a benchmark is called on every engine; and with its engine, where a pattern may name one. */
function namesOf(pattern: string, id: string): readonly string[] {
  const plain = idOnV8(id);
  return pattern.includes("@") ? [plain, `${plain}@${engineOfId(id)}`] : [plain];
}

/** Patterns are matched against every id, so they are written out once. */
const written = new Map<string, readonly (readonly string[])[]>();

function alternativesOf(pattern: string): readonly (readonly string[])[] {
  const known = written.get(pattern);
  if (known !== undefined) return known;
  if (written.size >= MOST_KEPT) written.clear();
  const parts = expandBraces(pattern).map((one) => one.split("/"));
  written.set(pattern, parts);
  return parts;
}

/** Whether a pattern matches leading segments: how many of them each part may have reached is kept. */
function matchesPrefix(pattern: readonly string[], segments: readonly string[]): boolean {
  let reached: readonly number[] = [0];
  for (const part of pattern) {
    reached =
      part === "**"
        ? from(Math.min(...reached), segments.length)
        : reached
            .filter((at) => at < segments.length && matchesSegment(part, segments[at] ?? ""))
            .map((at) => at + 1);
  }
  return reached.some((end) => end > 0);
}

/** The whole numbers from one to another, both included; none from infinity. */
function from(first: number, last: number): number[] {
  return Number.isFinite(first)
    ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
    : [];
}

/** The last star takes one character more whenever what follows it does not fit. */
function matchesSegment(pattern: string, text: string): boolean {
  let [at, resume, star] = [0, 0, -1];
  for (let position = 0; position < text.length; ) {
    if (pattern[at] === "*") {
      star = at;
      at += 1;
      resume = position;
    } else if (pattern[at] === "?" || pattern[at] === text[position]) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      position = resume;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
