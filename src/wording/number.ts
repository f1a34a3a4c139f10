/** Minus sign used in every printed number. */
const MINUS = "\u2212";

/** What stands for a number that is not finite. */
export const NO_NUMBER = "–";

/**
 * The sign in front of a printed number.
 *
 * @param value - a number
 * @param digits - its printed digits
 * @returns the minus sign of a negative number, unless all that is printed of it is zeros; else empty
 */
export function minusOf(value: number, digits: string): string {
  return value < 0 && /[1-9]/.test(digits) ? MINUS : "";
}

/**
 * Writes a whole number with commas between groups of three digits.
 *
 * @param value - a finite number; rounded to a whole one
 * @returns for example `26,925,366`
 */
export function formatCount(value: number): string {
  const digits = Math.abs(Math.round(value)).toFixed(0);
  return minusOf(value, digits) + digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Writes a number of three significant digits, never with an exponent.
 *
 * @param value - a finite number
 * @returns for example `0.540`, `12.3` or `1,234`
 */
export function formatDigits(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 999.5) return formatCount(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
  const digits = size.toFixed(decimals);
  return minusOf(value, digits) + digits;
}

/**
 * Writes a whole number with its sign.
 *
 * @param value - a finite number; rounded to a whole one
 * @returns for example `+1,234`, `−40` or `0`
 */
export function formatSignedCount(value: number): string {
  return `${Math.round(value) > 0 ? "+" : ""}${formatCount(value)}`;
}

function pluralOf(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/**
 * Writes a number of things with its noun.
 *
 * @param count - how many
 * @param singular - word for one
 * @param plural - word for several, where it is not formed as most nouns form it
 * @returns for example `1 process`, `2 processes`, `2 copies`
 */
export function formatQuantity(
  count: number,
  singular: string,
  plural = pluralOf(singular),
): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
