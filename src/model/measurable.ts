/** Bounds of what can be measured or counted: ratios of two such values, and their squares, stay finite numbers. */
const [SMALLEST, LARGEST] = [1e-30, 1e18];

/**
 * Whether a number can be a measured or counted value.
 *
 * @param value - any number, in any unit
 * @returns false for what is not finite, and for sizes that no clock and no counter gives
 */
export function isMeasurable(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= SMALLEST && size <= LARGEST);
}
