/** Longest distance at which a word still counts as a slip of the pen. */
const MAX_DISTANCE = 3;

/**
 * How many characters must be inserted, removed or replaced.
 *
 * @param left - one word
 * @param right - another word
 * @returns the distance of Levenshtein; 0 for equal words
 */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + substitution,
        ),
      );
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/**
 * Finds the allowed word a user most likely meant.
 *
 * @param word - what was written; case, `_` and `-` are not told apart
 * @param allowed - the words that would be accepted
 * @returns the nearest one, or null when none is near
 */
export function nearest(word: string, allowed: readonly string[]): string | null {
  const fold = (text: string): string => text.toLowerCase().replaceAll(/[_\s]/g, "-");
  const written = fold(word.slice(0, 64));
  let best: string | null = null;
  let bestDistance = Math.min(MAX_DISTANCE, Math.floor(written.length / 2)) + 1;
  for (const candidate of allowed) {
    const distance = editDistance(written, fold(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Lists what would have been accepted, with the nearest word first.
 *
 * @param word - what was written
 * @param allowed - the words that would be accepted
 * @returns `; did you mean "x"?` or an empty string
 */
export function didYouMean(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === null ? "" : `; did you mean "${near}"?`;
}
