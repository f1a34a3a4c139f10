/** Patterns without braces that one pattern with braces may stand for. */
export const MOST_ALTERNATIVES = 100;

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
