import type { Allowance, Unit } from "../model/metric.ts";
import { formatPercent } from "./percent.ts";
import { formatValue } from "./value.ts";

/**
 * Writes how much an exact metric may grow.
 *
 * @param allowance - share of the baseline's value and amount; whichever is more is allowed
 * @param unit - unit of the metric
 * @returns for example `1.0 % or 1.00 KiB`, `0.5 %`, `1 page` or `0 pages`
 */
export function formatAllowance({ fraction, absolute }: Allowance, unit: Unit): string {
  if (fraction === 0) return formatValue(absolute, unit);
  const share = formatPercent(fraction);
  return absolute === 0 ? share : `${share} or ${formatValue(absolute, unit)}`;
}
