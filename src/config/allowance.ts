import type { Allowance, Unit } from "../model/metric.ts";
import { describeQuantity, parseQuantity, quantityPattern } from "./units.ts";

const EXPECTED = /^expected /;

/**
 * Reads an allowance written as one quantity.
 *
 * @param raw - a percentage such as `1%`, or an amount in the metric's unit such as `1KiB` or `0`
 * @param unit - unit of the metric
 * @returns the share or the amount, the other one 0; or the fault naming the allowed units
 * @example parseAllowance("1KiB", "bytes") // { fraction: 0, absolute: 1024 }
 */
export function parseAllowance(
  raw: string | number,
  unit: Unit,
): Allowance | { readonly fault: string } {
  const isShare = typeof raw === "string" && raw.trim().endsWith("%");
  const parsed = parseQuantity(raw, isShare ? "ratio" : unit);
  if ("fault" in parsed) {
    return { fault: parsed.fault.replace(EXPECTED, "expected a percentage such as 1%, or ") };
  }
  return isShare
    ? { fraction: parsed.value, absolute: 0 }
    : { fraction: 0, absolute: parsed.value };
}

/**
 * Says what may be written for an allowance.
 *
 * @param unit - unit of the metric
 * @returns for example `a percentage such as 1%, a size such as 512KiB (units: …), or { fraction, absolute }`
 */
export function describeAllowance(unit: Unit): string {
  return `a percentage such as 1%, ${describeQuantity(unit)}, or { fraction, absolute }`;
}

/**
 * Says in a regular expression what text an allowance may have.
 *
 * @param unit - unit of the metric
 * @returns source of the expression
 */
export function allowancePattern(unit: Unit): string {
  return `^(${[quantityPattern("ratio"), quantityPattern(unit)].map(inner).join("|")})$`;
}

/** Without the anchors. */
function inner(pattern: string): string {
  return pattern.slice(1, -1);
}
