import type { Argument } from "../model/benchmark.ts";

/**
 * Whether a guest answered what was expected of it.
 *
 * @param expected - value from a configuration, where a number may stand for any numeric type
 * @param actual - what the guest returned
 * @returns true for equal values, an i32 given unsigned, an f32 given with the digits of a double, and equal arrays of any kind
 */
export function sameValue(expected: Argument, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    const items = listOf(actual);
    return (
      items !== null &&
      expected.length === items.length &&
      expected.every((item, index) => sameValue(item, items[index]))
    );
  }
  if (Object.is(expected, actual)) return true;
  if (typeof expected !== "number") return false;
  if (typeof actual === "number") return sameNumber(expected, actual);
  return typeof actual === "bigint" && Number.isInteger(expected) && BigInt(expected) === actual;
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
