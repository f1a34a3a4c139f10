import { isDeepStrictEqual } from "node:util";
import type { Argument } from "../model/benchmark.ts";

/**
 * Whether a guest answered what was expected of it.
 *
 * @param expected - value from a configuration, where a number may stand for any numeric type
 * @param actual - what the guest returned
 * @returns true for equal values, an i32 given unsigned, an f32 given with the digits of a double, equal arrays of any
 *   kind, and records with equal values under equal names
 */
export function sameValue(expected: Argument, actual: unknown): boolean {
  const wanted = listOf(expected);
  if (wanted !== null) {
    const items = listOf(actual);
    return (
      items !== null &&
      wanted.length === items.length &&
      wanted.every((item, index) => sameValue(item as Argument, items[index]))
    );
  }
  if (Object.is(expected, actual)) return true;
  if (typeof expected === "object" && expected !== null) return sameRecord(expected, actual);
  if (typeof expected !== "number") return false;
  if (typeof actual === "number") return sameNumber(expected, actual);
  return typeof actual === "bigint" && Number.isInteger(expected) && BigInt(expected) === actual;
}

/** A name that is absent is one without a value. */
function sameRecord(expected: object, actual: unknown): boolean {
  if (typeof actual !== "object" || actual === null || listOf(actual) !== null) return false;
  // Maps, sets, dates and the like hold what their names do not show.
  if (![expected, actual].every(isPlain)) return isDeepStrictEqual(expected, actual);
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].every((name) => {
    const [wanted, found] = [expected, actual].map((one) => (one as Record<string, unknown>)[name]);
    return wanted === undefined ? found === undefined : sameValue(wanted as Argument, found);
  });
}

function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Object]";
}

function sameNumber(expected: number, actual: number): boolean {
  const isUnsigned = Number.isInteger(expected) && actual < 0 && expected === actual >>> 0;
  return isUnsigned || Math.fround(expected) === actual;
}

/** The items of an array or a typed array; null for anything else. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
    ? Array.from(value as Uint8Array)
    : null;
}
