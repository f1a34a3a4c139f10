/**
 * Sorts numbers upwards.
 *
 * @param values - numbers in any order; not modified
 * @returns new array, smallest first
 */
export function sortAscending(values: readonly number[]): number[] {
  return [...Float64Array.from(values).sort()];
}

/**
 * The value below which a given share of the sample lies (type 7: linear between order statistics).
 *
 * @param values - sample in any order; at least 1 value; not modified
 * @param probability - share from 0 to 1; 0.25 gives the 25th percentile
 * @returns quantile in the unit of the values
 * @throws RangeError when the sample is empty or the share lies outside 0 to 1
 * @see Hyndman and Fan (1996), Sample quantiles in statistical packages
 */
export function quantile(values: readonly number[], probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`quantile: probability ${probability} is not between 0 and 1`);
  }
  return quantileOfSorted(Float64Array.from(values).sort(), probability);
}

function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) {
    throw new RangeError("quantile: the sample is empty");
  }
  return below + (position - Math.floor(position)) * (above - below);
}

/**
 * The middle of a sample; of an even number of values the mean of the two in the middle.
 *
 * @param values - sample in any order; at least 1 value; not modified
 * @returns median in the unit of the values
 * @throws RangeError when the sample is empty
 */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The middle of a sample that is sorted already.
 *
 * @param sorted - sample, smallest first; at least 1 value
 * @returns median in the unit of the values
 * @throws RangeError when the sample is empty
 */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  return quantileOfSorted(sorted, 0.5);
}

/**
 * The arithmetic mean.
 *
 * @param values - sample; at least 1 value
 * @returns mean in the unit of the values
 * @throws RangeError when the sample is empty
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) {
    throw new RangeError("mean: the sample is empty");
  }
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The sample variance, with n − 1 below the line.
 *
 * @param values - sample; fewer than 2 values have no variance of their own
 * @returns variance in the squared unit of the values; 0 for fewer than 2 values
 */
export function variance(values: readonly number[]): number {
  if (values.length < 2) {
    return 0;
  }
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return squares / (values.length - 1);
}

/**
 * The sample standard deviation, with n − 1 below the line.
 *
 * @param values - sample
 * @returns standard deviation in the unit of the values; 0 for fewer than 2 values
 */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values));
}

/**
 * Pulls the outermost values in: the `count` smallest become the next larger one, and likewise at the top.
 *
 * @param values - sample in any order; not modified
 * @param count - values replaced at each end; less than half the sample
 * @returns sorted sample of the same length
 * @throws RangeError when no value would be left in the middle
 */
export function winsorize(values: readonly number[], count: number): number[] {
  const sorted = sortAscending(values);
  const low = sorted[count];
  const high = sorted[sorted.length - 1 - count];
  if (low === undefined || high === undefined || 2 * count >= sorted.length) {
    throw new RangeError(`winsorize: ${count} at each end of ${sorted.length} leaves nothing`);
  }
  return sorted.map((value) => Math.min(Math.max(value, low), high));
}
