/** Two parts of a series with the distances between their numbers summed: within each part and across. */
interface Parts {
  readonly sizes: readonly [number, number];
  readonly within: readonly [number, number];
  readonly between: number;
}

/** Mean distance within a part; a single value is at no distance from itself. */
function meanWithin(sum: number, size: number): number {
  return size < 2 ? 0 : (2 * sum) / (size * (size - 1));
}

function divergence({ sizes: [left, right], within, between }: Parts): number {
  const inside = meanWithin(within[0], left) + meanWithin(within[1], right);
  return ((left * right) / (left + right)) * ((2 * between) / (left * right) - inside);
}

/** For every value the sums of its distances to those before it and to all: what moving it across a split changes. */
function distanceSums(values: readonly number[]): { before: number[]; all: number[] } {
  const before = values.map(() => 0);
  const all = values.map(() => 0);
  for (let later = 1; later < values.length; later++) {
    const value = values[later] ?? 0;
    let sum = 0;
    for (let earlier = 0; earlier < later; earlier++) {
      const distance = Math.abs(value - (values[earlier] ?? value));
      sum += distance;
      all[earlier] = (all[earlier] ?? 0) + distance;
    }
    before[later] = sum;
    all[later] = sum;
  }
  return { before, all };
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
  const { before, all } = distanceSums(values);
  let left = 0;
  let right = before.reduce((sum, distance) => sum + distance, 0);
  let between = 0;
  return values.map((_, size) => {
    if (size === 0) {
      return 0;
    }
    const toLeft = before[size - 1] ?? 0;
    const toRight = (all[size - 1] ?? 0) - toLeft;
    left += toLeft;
    right -= toRight;
    between += toRight - toLeft;
    const sizes = [size, values.length - size] as const;
    return divergence({ sizes, within: [left, right], between });
  });
}
