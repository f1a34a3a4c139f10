import { formatCount, minusOf, NO_NUMBER } from "./number.ts";

/** Below this many percent there is nothing to tell: what arithmetic leaves of a zero. */
const LEAST = 5e-7;
/** Half a width beyond ten times the centre says that nothing is known; how far beyond says no more. */
const MOST_PRECISION = 10;

/** Three significant digits at most; two below a tenth of a percent. */
function digitsOf(percent: number): string {
  if (percent >= 99.95) return formatCount(percent);
  if (percent >= 0.0995 || percent < LEAST) return percent.toFixed(1);
  const rounded = Number(percent.toPrecision(2));
  return rounded.toFixed(Math.min(6, 1 - Math.floor(Math.log10(rounded))));
}

/**
 * Writes a fraction as a percentage without a plus sign.
 *
 * @param fraction - 0.05 is 5 %
 * @returns one decimal from 0.1 % to 99.9 %, more below and none above, such as `5.0 %`; `–` for what is not finite
 */
export function formatPercent(fraction: number): string {
  if (!Number.isFinite(fraction)) return NO_NUMBER;
  const digits = digitsOf(Math.abs(fraction * 100));
  return `${minusOf(fraction, digits)}${digits} %`;
}

/**
 * Writes a relative change with its sign.
 *
 * @param fraction - candidate over baseline minus one; 0.05 is 5 % more
 * @returns for example `+5.0 %`, `−0.030 %` or `0.0 %`
 */
export function formatChange(fraction: number): string {
  const text = formatPercent(fraction);
  return fraction > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * Writes the ends of an interval of relative changes.
 *
 * @param interval - lower and upper end as fractions
 * @returns for example `+3.1 to +7.0 %`
 */
export function formatChangeInterval(interval: {
  readonly low: number;
  readonly high: number;
}): string {
  return `${formatChange(interval.low).replace(" %", "")} to ${formatChange(interval.high)}`;
}

/**
 * Writes half the width of an interval relative to its centre.
 *
 * @param estimate - centre and ends in one unit
 * @returns for example `± 1.2 %`, or `over ± 1,000 %` where more digits would tell nothing; empty when the interval has no width or no centre to relate it to
 */
export function formatPlusMinus(estimate: {
  readonly center: number;
  readonly low: number;
  readonly high: number;
}): string {
  const half = Math.max(estimate.high - estimate.center, estimate.center - estimate.low);
  if (!(half > 0) || estimate.center === 0) return "";
  const part = Math.abs(half / estimate.center);
  return part > MOST_PRECISION
    ? `over ± ${formatPercent(MOST_PRECISION)}`
    : `± ${formatPercent(part)}`;
}
