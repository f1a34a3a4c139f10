/** Distances between the numbers of two parts of a series, summed: within each part and across. */
interface Parts {
  readonly left: number;
  readonly right: number;
  readonly between: number;
}

/** Mean distance within a part; a single value is at no distance from itself. */
function meanWithin(sum: number, size: number): number {
  return size < 2 ? 0 : (2 * sum) / (size * (size - 1));
}

function divergence({ left, right, between }: Parts, before: number, after: number): number {
  const inside = meanWithin(left, before) + meanWithin(right, after);
  return ((before * after) / (before + after)) * ((2 * between) / (before * after) - inside);
}

/** Gives the divergences of every split of the values in some order: of indexes, each once. */
export type SplitScan = (order: ArrayLike<number>) => Float64Array;

/** Distances between all pairs, row by row, and the sum of every row. */
function distancesOf(values: readonly number[]): { pairs: Float64Array; sums: Float64Array } {
  const count = values.length;
  const pairs = new Float64Array(count * count);
  const sums = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let column = 0; column < count; column++) {
      const distance = Math.abs((values[row] ?? 0) - (values[column] ?? 0));
      pairs[row * count + column] = distance;
      sum += distance;
    }
    sums[row] = sum;
  }
  return { pairs, sums };
}

/**
 * Prepares a series for being split in many orders: the distances are the same in all of them.
 *
 * @param values - series; finite; not modified
 * @returns function from an order to as many numbers as values; the k-th (from 0) compares the first k values with the
 *   rest, the 0-th is 0; the next call overwrites them
 */
export function createSplitScan(values: readonly number[]): SplitScan {
  const count = values.length;
  const { pairs, sums } = distancesOf(values);
  const total = sums.reduce((sum, distance) => sum + distance, 0) / 2;
  const divergences = new Float64Array(count);
  return (order: ArrayLike<number>): Float64Array => {
    let [left, right, between] = [0, total, 0];
    for (let size = 1; size < count; size++) {
      // What moving one more value across the split changes.
      const moved = order[size - 1] ?? 0;
      let toLeft = 0;
      for (let place = 0; place < size - 1; place++) {
        toLeft += pairs[moved * count + (order[place] ?? 0)] ?? 0;
      }
      const toRight = (sums[moved] ?? 0) - toLeft;
      left += toLeft;
      right -= toRight;
      between += toRight - toLeft;
      divergences[size] = divergence({ left, right, between }, size, count - size);
    }
    return divergences;
  };
}

/**
 * How far the two parts of a series differ in distribution, for every place where it can be split.
 *
 * It is twice the mean distance between the parts minus the mean distances within them, weighted by the sizes of the parts.
 *
 * @param values - series in its order; finite; not modified
 * @returns as many numbers as values; the k-th (from 0) compares the first k values with the rest; the 0-th is 0
 * @see Matteson and James (2014), A nonparametric approach for multiple change point analysis, with α = 1
 * @example splitDivergences([0, 0, 1, 1])[2] // 2·2/4 · (2·1 − 0 − 0) = 2
 */
export function splitDivergences(values: readonly number[]): number[] {
  return [...createSplitScan(values)(values.map((_, index) => index))];
}
