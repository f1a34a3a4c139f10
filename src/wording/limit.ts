import { limitOf, type Target } from "../model/target.ts";
import { formatValue } from "./value.ts";

type Limited = Pick<Target, "max" | "min" | "unit">;

/**
 * Writes the limit of a target with its sign.
 *
 * @param target - a target
 * @returns for example `≤ 10.0 ms` or `≥ 90`
 */
export function formatLimit(target: Limited): string {
  return formatBound(target, limitOf(target).value);
}

/**
 * Writes what a target's value is bounded by with its sign.
 *
 * @param target - the target
 * @param bound - the bound in its unit
 * @returns for example `≤ 9.8 ms`; `≥ 91` for a target with a minimum
 */
export function formatBound(target: Limited, bound: number): string {
  return `${limitOf(target).isMin ? "≥" : "≤"} ${formatValue(bound, target.unit)}`;
}

/**
 * Says the limit of a target.
 *
 * @param target - a target
 * @returns for example `at most 10.0 ms` or `at least 90`
 */
export function sayLimit(target: Limited): string {
  const { value, isMin } = limitOf(target);
  return `${isMin ? "at least" : "at most"} ${formatValue(value, target.unit)}`;
}

/**
 * Says the limit of a target behind the value it has.
 *
 * @param target - a target
 * @returns for example `limit 10.0 ms` or `at least 90`
 */
export function nameLimit(target: Limited): string {
  const { value, isMin } = limitOf(target);
  return isMin ? sayLimit(target) : `limit ${formatValue(value, target.unit)}`;
}
