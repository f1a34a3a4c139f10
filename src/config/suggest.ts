/** Longest distance at which a word still counts as a slip of the pen. */
const MAX_DISTANCE = 3;
/** Of so short a word, one slip leaves enough; of two, any other word could be meant. */
const SHORT_WORD = 4;
/** Fewer letters begin too many words to name one. */
const LEAST_PREFIX = 2;

/**
 * How many characters must be inserted, removed, replaced or swapped with their neighbour.
 *
 * @param left - one word
 * @param right - another word
 * @returns the distance of Levenshtein, a swap of neighbours counted once; 0 for equal words
 */
export function editDistance(left: string, right: string): number {
  let rows: Rows = {
    before: [],
    previous: Array.from({ length: right.length + 1 }, (_, at) => at),
  };
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1)
      current.push(
        Math.min((current[column - 1] ?? 0) + 1, stepsTo([left, row], [right, column], rows)),
      );
    rows = { before: rows.previous, previous: current };
  }
  return rows.previous[right.length] ?? 0;
}

/** Distances to every beginning of the other word, of the two letters before. */
interface Rows {
  readonly before: readonly number[];
  readonly previous: readonly number[];
}

type Place = readonly [word: string, length: number];

/** Steps to a beginning of both words by removing, replacing or swapping the last letter. */
function stepsTo([left, row]: Place, [right, column]: Place, { before, previous }: Rows): number {
  const [last, lastButOne] = [left[row - 1], left[row - 2]];
  const replaced = (previous[column - 1] ?? 0) + (last === right[column - 1] ? 0 : 1);
  const steps = Math.min((previous[column] ?? 0) + 1, replaced);
  const isSwap =
    row > 1 && column > 1 && last === right[column - 2] && lastButOne === right[column - 1];
  return isSwap ? Math.min(steps, (before[column - 2] ?? 0) + 1) : steps;
}

/**
 * Finds the allowed word a user most likely meant.
 *
 * @param word - what was written; case, `_` and `-` are not told apart
 * @param allowed - the words that would be accepted
 * @returns the nearest one, or the only one that begins so; null when none is near
 */
export function nearest(word: string, allowed: readonly string[]): string | null {
  const fold = (text: string): string => text.toLowerCase().replaceAll(/[_\s]/g, "-");
  const written = fold(word.slice(0, 64));
  const most =
    written.length <= SHORT_WORD
      ? Math.min(1, Math.floor(written.length / 2))
      : Math.min(MAX_DISTANCE, Math.floor(written.length / 2));
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const candidate of allowed) {
    const distance = editDistance(written, fold(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (best !== null || written.length < LEAST_PREFIX) return best;
  const [only, second] = allowed.filter((candidate) => fold(candidate).startsWith(written));
  return second === undefined ? (only ?? null) : null;
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
