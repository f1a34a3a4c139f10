/** Distances between the numbers of a series, summed within and across a split. */
interface Sums {
  readonly left: number;
  readonly right: number;
  readonly between: number;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Mean distance within one part; a single value is at no distance from itself. */
function meanWithin(sum: number, count: number): number {
  return count < 2 ? 0 : sum / pairsOf(count);
}

function divergence(sums: Sums, left: number, right: number): number {
  const across = (2 * sums.between) / (left * right);
  const within = meanWithin(sums.left, left) + meanWithin(sums.right, right);
  return ((left * right) / (left + right)) * (across - within);
}

function sumOfDistances(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + distanceTo(values, value, [0, index]), 0);
}

/** Sum of the distances of one value to those from one index up to another. */
function distanceTo(
  values: readonly number[],
  value: number,
  [from, to]: readonly [number, number],
): number {
  let sum = 0;
  for (let index = from; index < to; index++) {
    sum += Math.abs(value - (values[index] ?? value));
  }
  return sum;
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
  const count = values.length;
  let sums: Sums = { left: 0, right: sumOfDistances(values), between: 0 };
  return values.map((_, size) => {
    const moved = values[size - 1];
    if (moved === undefined) {
      return 0;
    }
    const toLeft = distanceTo(values, moved, [0, size - 1]);
    const toRight = distanceTo(values, moved, [size, count]);
    sums = {
      left: sums.left + toLeft,
      right: sums.right - toRight,
      between: sums.between + toRight - toLeft,
    };
    return divergence(sums, size, count - size);
  });
}
