import type { Allowance, Unit } from "../model/metric.ts";

/** Minus sign used in every printed number. */
const MINUS = "\u2212";

const TIME_STEPS: readonly (readonly [number, string])[] = [
  [1, "ns"],
  [1e3, "µs"],
  [1e6, "ms"],
  [1e9, "s"],
];

const BYTE_STEPS: readonly (readonly [number, string])[] = [
  [1, "B"],
  [1024, "KiB"],
  [1024 ** 2, "MiB"],
  [1024 ** 3, "GiB"],
];

/**
 * Writes a whole number with commas between groups of three digits.
 *
 * @param value - a finite number; rounded to a whole one
 * @returns for example `26,925,366`
 */
export function formatCount(value: number): string {
  const digits = Math.abs(Math.round(value)).toFixed(0);
  return (Math.round(value) < 0 ? MINUS : "") + digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Three significant digits, never an exponent; `value` is not negative. */
function formatDigits(value: number): string {
  if (value === 0) return "0";
  if (value >= 999.5) return formatCount(value);
  const decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
  return value.toFixed(decimals);
}

function formatStepped(
  value: number,
  steps: readonly (readonly [number, string])[],
  limit: number,
): string {
  const size = Math.abs(value);
  let [divisor, unit] = steps[0] ?? [1, ""];
  for (const [nextDivisor, nextUnit] of steps) {
    if (size >= nextDivisor * (limit / 1000)) [divisor, unit] = [nextDivisor, nextUnit];
  }
  return `${value < 0 ? MINUS : ""}${formatDigits(size / divisor)} ${unit}`;
}

/**
 * Writes a time with the unit that suits it.
 *
 * @param ns - time in nanoseconds
 * @returns three significant digits and `ns`, `µs`, `ms` or `s`
 * @example formatTime(1234) is "1.23 µs"
 */
export function formatTime(ns: number): string {
  return formatStepped(ns, TIME_STEPS, 999.5);
}

/**
 * Writes a size with the binary unit that suits it.
 *
 * @param bytes - size in bytes
 * @returns three significant digits and `B`, `KiB`, `MiB` or `GiB`; whole bytes below 1 KiB
 * @example formatBytes(67072) is "65.5 KiB"
 */
export function formatBytes(bytes: number): string {
  if (Math.abs(bytes) < 1024 && Number.isInteger(bytes)) return `${formatCount(bytes)} B`;
  return formatStepped(bytes, BYTE_STEPS, 1000);
}

/**
 * Writes a fraction as a percentage without a plus sign.
 *
 * @param fraction - 0.05 is 5 %
 * @returns for example `5.00 %`
 */
export function formatPercent(fraction: number): string {
  const percent = Math.abs(fraction * 100);
  const digits =
    percent >= 999.5
      ? formatCount(percent)
      : percent.toFixed(percent >= 99.95 ? 0 : percent >= 9.995 ? 1 : 2);
  const negative = fraction < 0 && Number(digits.replaceAll(",", "")) !== 0;
  return `${negative ? MINUS : ""}${digits} %`;
}

/**
 * Writes a relative change with its sign.
 *
 * @param fraction - candidate over baseline minus one; 0.05 is 5 % more
 * @returns for example `+5.00 %`, `−0.30 %` or `0.00 %`
 */
export function formatChange(fraction: number): string {
  const text = formatPercent(fraction);
  return fraction > 0 && text !== "0.00 %" ? `+${text}` : text;
}

/**
 * Writes the ends of an interval of relative changes.
 *
 * @param interval - lower and upper end as fractions
 * @returns for example `+3.10 to +7.00 %`
 */
export function formatChangeInterval(interval: {
  readonly low: number;
  readonly high: number;
}): string {
  return `${formatChange(interval.low).replace(" %", "")} to ${formatChange(interval.high)}`;
}

/**
 * Writes a value in its unit.
 *
 * @param value - value in the unit's base (ns, bytes, fractions, counts)
 * @param unit - unit of the metric
 * @returns text with unit; `–` for a value that is not finite
 */
export function formatValue(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return "–";
  switch (unit) {
    case "ns":
      return formatTime(value);
    case "bytes":
      return formatBytes(value);
    case "pages":
      return `${formatCount(value)} ${Math.round(value) === 1 ? "page" : "pages"}`;
    case "ratio":
      return formatPercent(value);
    case "count":
    case "fuel":
      return formatCount(value);
  }
}

/**
 * Writes how much an exact metric may grow.
 *
 * @param allowance - share of the baseline's value and amount; whichever is more is allowed
 * @param unit - unit of the metric
 * @returns for example `1.00 % or 1.00 KiB, whichever is more`, `0.50 %`, `1 page`, or `none`
 */
export function formatAllowance({ fraction, absolute }: Allowance, unit: Unit): string {
  if (fraction === 0) return absolute === 0 ? "none" : formatValue(absolute, unit);
  return absolute === 0
    ? formatPercent(fraction)
    : `${formatPercent(fraction)} or ${formatValue(absolute, unit)}, whichever is more`;
}

/**
 * Writes half the width of an interval relative to its centre.
 *
 * @param estimate - centre and ends in one unit
 * @returns for example `± 1.20 %`; empty when the interval has no width or no centre to relate it to
 */
export function formatPlusMinus(estimate: {
  readonly center: number;
  readonly low: number;
  readonly high: number;
}): string {
  const half = Math.max(estimate.high - estimate.center, estimate.center - estimate.low);
  if (!(half > 0) || estimate.center === 0) return "";
  return `± ${formatPercent(Math.abs(half / estimate.center))}`;
}

/**
 * Writes a span of wall-clock time for people.
 *
 * @param ms - span in milliseconds, not negative
 * @returns for example `850 ms`, `4.2 s`, `3 min 05 s`, `2 h 10 min`
 */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600)
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
  const minutes = Math.round(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/**
 * Writes a number of things with its noun.
 *
 * @param count - how many
 * @param singular - noun for one
 * @param plural - noun for several; the singular and `s` when absent
 * @returns for example `1 regression`, `2 regressions`
 */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
