import type { Argument } from "../model/benchmark.ts";
import { decodeData } from "./data-argument.ts";

/** Deepest nesting of lists and records in an argument. */
const MAX_ARGUMENT_DEPTH = 8;

/** Key of the object that stands for a bigint where text has none: `{ "$bigint": "123" }`. */
const BIGINT_KEY = "$bigint";

/** An argument as read, or what is wrong with it. */
export type DecodedArgument = { readonly value: Argument } | { readonly fault: string };

const FAULT =
  'expected a finite number, a string, true, false, null, a list or a record of those, { $bigint: "123" } for an i64, or data ({ $bytes }, { $text }, { $file }, { $fill })';

const NOT_FINITE =
  'expected a finite number; where a parameter is f32 or f64, write "nan", "inf" or "-inf" as text';

function decodeBigint(value: object): DecodedArgument {
  const keys = Object.keys(value);
  const digits: unknown = keys.length === 1 ? Reflect.get(value, BIGINT_KEY) : undefined;
  const isDigits =
    keys[0] === BIGINT_KEY && typeof digits === "string" && /^-?\d{1,39}$/.test(digits);
  return isDigits ? { value: BigInt(digits) } : { fault: FAULT };
}

const TOO_DEEP = `lists and records nested deeper than ${MAX_ARGUMENT_DEPTH} are not accepted`;

/** Names that begin with `$` stand for values text has no form for. */
function decodeRecord(record: object, depth: number): DecodedArgument {
  const names = Object.keys(record);
  if (names.some((name) => name.startsWith("$")))
    return decodeData(record, false) ?? decodeBigint(record);
  if (names.length === 0 || names.includes("__proto__")) return { fault: FAULT };
  if (depth >= MAX_ARGUMENT_DEPTH) return { fault: TOO_DEEP };
  const decoded: Record<string, Argument> = {};
  for (const [name, value] of Object.entries(record)) {
    const item = decodeArgument(value, depth + 1);
    if ("fault" in item) return item;
    decoded[name] = item.value;
  }
  return { value: decoded };
}

function decodeList(values: readonly unknown[], depth: number): DecodedArgument {
  if (depth >= MAX_ARGUMENT_DEPTH) {
    return { fault: TOO_DEEP };
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
 * @param depth - lists and records around it, from 0
 * @returns the argument, or what is wrong with it
 */
export function decodeArgument(raw: unknown, depth = 0): DecodedArgument {
  if (Array.isArray(raw)) {
    return decodeList(raw, depth);
  }
  if (typeof raw === "object" && raw !== null) {
    return decodeRecord(raw, depth);
  }
  if (typeof raw === "number") {
    return Number.isFinite(raw) ? { value: raw } : { fault: NOT_FINITE };
  }
  const isSimple =
    raw === null || typeof raw === "string" || typeof raw === "boolean" || typeof raw === "bigint";
  return isSimple ? { value: raw } : { fault: FAULT };
}

/**
 * Reads an expected result: an argument, or data with the place in memory where it is looked for.
 *
 * @param raw - the parsed value
 * @returns the result, or what is wrong with it
 */
export function decodeExpected(raw: unknown): DecodedArgument {
  const isRecord = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  return (isRecord ? decodeData(raw, true) : null) ?? decodeArgument(raw);
}
