import { median } from "./descriptive.ts";

/**
 * The Hodges–Lehmann location: the median of the means of all pairs, each value with itself included.
 *
 * It uses every value, as a mean does, and like a median it is not moved far by a wild one.
 *
 * @param values - sample in any order; at least 1 value; not modified
 * @returns location in the unit of the values
 * @throws RangeError when the sample is empty
 * @see Hodges and Lehmann (1963), Estimates of location based on rank tests
 * @example hodgesLehmann([1, 2, 9]) // pairs 1, 1.5, 5, 2, 5.5, 9 → (2 + 5) / 2 = 3.5
 */
export function hodgesLehmann(values: readonly number[]): number {
  const means = values.flatMap((left, index) =>
    values.slice(index).map((right) => (left + right) / 2),
  );
  return median(means);
}
