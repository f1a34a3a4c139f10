import { medianOfSorted } from "./descriptive.ts";

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
  const count = values.length;
  const means = new Float64Array((count * (count + 1)) / 2);
  let filled = 0;
  for (let left = 0; left < count; left++) {
    for (let right = left; right < count; right++) {
      means[filled++] = ((values[left] ?? 0) + (values[right] ?? 0)) / 2;
    }
  }
  return medianOfSorted(means.sort());
}
