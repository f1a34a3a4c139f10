import type { Argument } from "../model/benchmark.ts";

/** Deepest nesting of lists in an argument. */
export const MAX_ARGUMENT_DEPTH = 8;

/** Key of the object that stands for a bigint where text has none: `{ "$bigint": "123" }`. */
const BIGINT_KEY = "$bigint";

/** An argument as read, or what is wrong with it. */
export type DecodedArgument = { readonly value: Argument } | { readonly fault: string };

const FAULT =
  'expected a finite number, a string, true, false, null, a list of those, or { $bigint: "123" } for an i64';

function decodeBigint(value: object): DecodedArgument {
  const keys = Object.keys(value);
  const digits: unknown = keys.length === 1 ? Reflect.get(value, BIGINT_KEY) : undefined;
  const isDigits =
    keys[0] === BIGINT_KEY && typeof digits === "string" && /^-?\d{1,39}$/.test(digits);
  return isDigits ? { value: BigInt(digits) } : { fault: FAULT };
}

function decodeList(values: readonly unknown[], depth: number): DecodedArgument {
  if (depth >= MAX_ARGUMENT_DEPTH) {
    return { fault: `lists nested deeper than ${MAX_ARGUMENT_DEPTH} are not accepted` };
  }
  const decoded: Argument[] = [];
  for (const value of values) {
    const item = decodeArgument(value, depth + 1);
    if ("fault" in item) {
      return item;
    }
    decoded.push(item.value);
  }
  return { value: decoded };
}

/**
 * Reads one call argument from parsed YAML or JSON, where a bigint is written `{ $bigint: "123" }`.
 *
 * @param raw - the parsed value
 * @param depth - lists around it, from 0
 * @returns the argument, or what is wrong with it
 */
export function decodeArgument(raw: unknown, depth = 0): DecodedArgument {
  if (Array.isArray(raw)) {
    return decodeList(raw, depth);
  }
  if (typeof raw === "object" && raw !== null) {
    return decodeBigint(raw);
  }
  if (typeof raw === "number") {
    return Number.isFinite(raw) ? { value: raw } : { fault: FAULT };
  }
  const isSimple =
    raw === null || typeof raw === "string" || typeof raw === "boolean" || typeof raw === "bigint";
  return isSimple ? { value: raw } : { fault: FAULT };
}

/**
 * Writes bigints so that they survive JSON.
 *
 * @param argument - a call argument or an expected result; not modified
 * @returns the same value with every bigint as `{ "$bigint": "123" }`
 */
export function encodeArgument(argument: Argument): unknown {
  if (typeof argument === "bigint") {
    return { [BIGINT_KEY]: argument.toString() };
  }
  return Array.isArray(argument)
    ? argument.map((item: Argument) => encodeArgument(item))
    : argument;
}
