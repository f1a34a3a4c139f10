import type { Unit } from "../model/metric.ts";
import { formatCount, formatDigits, formatQuantity, NO_NUMBER } from "./number.ts";
import { formatChange, formatPercent } from "./percent.ts";

/** Size of each unit, smallest first, and its name. */
type Steps = readonly [first: Step, ...rest: readonly Step[]];
type Step = readonly [size: number, unit: string];

const TIME_STEPS: Steps = [
  [1, "ns"],
  [1e3, "µs"],
  [1e6, "ms"],
  [1e9, "s"],
];

const BYTE_STEPS: Steps = [
  [1, "B"],
  [1024, "KiB"],
  [1024 ** 2, "MiB"],
  [1024 ** 3, "GiB"],
];

/** The largest unit that a value fills, by the share of it that counts as full. */
function stepFor(value: number, steps: Steps, full = 1): Step {
  return steps.findLast(([size]) => Math.abs(value) >= size * full) ?? steps[0];
}

/**
 * Writes a time with the unit that suits it.
 *
 * @param ns - time in nanoseconds
 * @returns three significant digits and `ns`, `µs`, `ms` or `s`
 * @example formatTime(1234) is "1.23 µs"
 */
export function formatTime(ns: number): string {
  const [size, unit] = stepFor(ns, TIME_STEPS, 0.9995);
  return `${formatDigits(ns / size)} ${unit}`;
}

/**
 * Writes a time that is known or needed roughly, or was given as a round number.
 *
 * @param ns - time in nanoseconds
 * @returns two significant digits at most and its unit, such as `30 s` or `1.5 ms`
 */
export function formatRoughTime(ns: number): string {
  const rounded = Number(ns.toPrecision(2));
  const [size, unit] = stepFor(rounded, TIME_STEPS);
  return `${Number((rounded / size).toPrecision(2))} ${unit}`;
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
  const [size, unit] = stepFor(bytes, BYTE_STEPS);
  return `${formatDigits(bytes / size)} ${unit}`;
}

/**
 * Writes by how many bytes something grew or shrank.
 *
 * @param bytes - bytes more; negative for fewer
 * @returns for example `+2.10 KiB`, `−40 B` or `0 B`
 */
export function formatBytesChange(bytes: number): string {
  return `${bytes > 0 ? "+" : ""}${formatBytes(bytes)}`;
}

/**
 * Writes a value in its unit.
 *
 * @param value - value in the unit's base (ns, bytes, fractions, counts)
 * @param unit - unit of the metric
 * @returns text with unit, such as `12.3 µs`, `65.5 KiB` or `1 page`; `–` for a value that is not finite
 */
export function formatValue(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  switch (unit) {
    case "ns":
      return formatTime(value);
    case "bytes":
      return formatBytes(value);
    case "pages":
      return Number.isInteger(value)
        ? formatQuantity(value, "page")
        : `${formatDigits(value)} pages`;
    case "ratio":
      return formatPercent(value);
    case "count":
    case "fuel":
      return Number.isInteger(value) ? formatCount(value) : formatDigits(value);
  }
}

/**
 * Writes how a value moved.
 *
 * @param before - value before, in the unit's base
 * @param after - another value, after
 * @param unit - unit of both
 * @returns for example `65.5 KiB to 66.1 KiB (+0.9 %)`; bytes to the last one where they would look the same
 */
export function formatMove(before: number, after: number, unit: Unit): string {
  const [from, to] = [formatValue(before, unit), formatValue(after, unit)];
  const moved =
    from === to && unit === "bytes"
      ? `${formatCount(before)} B to ${formatCount(after)} B`
      : `${from} to ${to}`;
  return before === 0 ? moved : `${moved} (${formatChange((after - before) / Math.abs(before))})`;
}
