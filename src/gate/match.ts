import { MOST_ALTERNATIVES } from "../model/policy.ts";

/**
 * Whether a pattern means a benchmark: the whole id, or its leading segments.
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
  const segments = id.split("/");
  return expandBraces(pattern).some((one) => matchesPrefix(one.split("/"), segments));
}

/**
 * Writes the braces of a pattern out.
 *
 * @param pattern - glob with braces, which may be nested
 * @returns patterns without braces, at most 101, as a checked one stands for no more than 100; a brace that is not closed, or has no comma, means itself
 */
export function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = innermostBraces(next);
    if (parts === null) done.push(next);
    else open.push(...parts.options.map((option) => parts.before + option + parts.after));
    if (done.length > MOST_ALTERNATIVES) break;
  }
  return done;
}

interface Braces {
  readonly before: string;
  readonly options: readonly string[];
  readonly after: string;
}

function innermostBraces(pattern: string): Braces | null {
  const [all, inner] = /\{([^{}]*,[^{}]*)\}/.exec(pattern) ?? [];
  if (all === undefined || inner === undefined) return null;
  const at = pattern.indexOf(all);
  return {
    before: pattern.slice(0, at),
    options: inner.split(","),
    after: pattern.slice(at + all.length),
  };
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
