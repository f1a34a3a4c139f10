import type { Argument, ArgumentRecord } from "../model/benchmark.ts";
import { DATA_KEYS } from "../model/data.ts";
import { describeValue } from "./fault.ts";
import { relativeNameFault } from "./relative-name.ts";
import { parseQuantity } from "./units.ts";

/** Data as read, or what is wrong with it; null for a record without one of its keys. */
export type DecodedData = { readonly value: Argument } | { readonly fault: string };

/** Most bytes that are made of a seed. */
const MAX_FILL_BYTES = 256 * 1024 * 1024;
/** Longest data in the configuration itself, in characters. */
const MAX_CHARACTERS = 65_536;
/** Largest address and length. */
const MAX_ADDRESS: number = Number.MAX_SAFE_INTEGER;

type Fields = Readonly<Record<string, unknown>>;

interface Reading {
  /** Keys beside its own. */
  readonly beside: readonly string[];
  readonly read: (value: unknown) => DecodedData;
}

const READINGS: Readonly<Record<string, Reading>> = {
  $bytes: { beside: [], read: readBytes },
  $text: { beside: [], read: readText },
  $file: { beside: ["as"], read: readFileName },
  $fill: { beside: [], read: readFill },
  $sha256: { beside: [], read: readHash },
};

/** Keys by which an expected result is looked for in memory. */
const RANGE = ["at", "length"];

/**
 * Reads data: `{ $bytes }`, `{ $text }`, `{ $file }` or `{ $fill }`; of an expected result also `{ $sha256 }`, and where it
 * stands.
 *
 * @param record - the parsed object
 * @param isExpected - whether it is the whole of an expected result
 * @returns the data, every default filled in; what is wrong with it; null where no key says what it is
 */
export function decodeData(record: object, isExpected: boolean): DecodedData | null {
  const fields = { ...record } as Fields;
  const keys = Object.keys(fields);
  const kinds = isExpected ? [...DATA_KEYS, "$sha256"] : DATA_KEYS;
  const [kind, second] = kinds.filter((key) => keys.includes(key));
  const reading = READINGS[kind ?? ""];
  if (kind === undefined || reading === undefined) return null;
  const beside = [...reading.beside, ...(isExpected ? RANGE : [])];
  const other = second ?? keys.find((key) => key !== kind && !beside.includes(key));
  if (other !== undefined) return { fault: `${kind} goes with no ${describeValue(other)}` };
  const main = reading.read(fields[kind]);
  if ("fault" in main) return { fault: `${kind}: ${main.fault}` };
  const rest = decodeBeside(fields);
  if (typeof rest === "string") return { fault: rest };
  return { value: { [kind]: main.value, ...rest } };
}

/** What stands beside the data; text tells what is wrong. */
function decodeBeside({ as, at, length }: Fields): ArgumentRecord | string {
  if (as !== undefined && as !== "text" && as !== "bytes")
    return `as: expected text or bytes, got ${describeValue(as)}`;
  if (at !== undefined && !isAddress(at) && !/^(?:result|args\[\d{1,4}\])$/.test(textOf(at)))
    return `at: expected result, args[0] or an address, got ${describeValue(at)}`;
  if (length !== undefined && !isAddress(length) && length !== "result")
    return `length: expected result or a number of bytes, got ${describeValue(length)}`;
  const given = Object.entries({ as, at, length }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as ArgumentRecord;
}

function readBytes(value: unknown): DecodedData {
  const expected = 'expected "hex:00ff" or "base64:AP8="';
  if (typeof value !== "string") return { fault: `${expected}, got ${describeValue(value)}` };
  if (value.length > MAX_CHARACTERS) return { fault: tooLong() };
  const digits = value.slice(value.indexOf(":") + 1).replace(/\s+/g, "");
  const isHex = value.startsWith("hex:") && /^(?:[0-9A-Fa-f]{2})*$/.test(digits);
  const isBase64 =
    value.startsWith("base64:") &&
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits);
  return isHex || isBase64 ? { value } : { fault: `${expected}, got ${describeValue(value)}` };
}

function readText(value: unknown): DecodedData {
  if (typeof value !== "string") return { fault: `expected a text, got ${describeValue(value)}` };
  if (value.length > MAX_CHARACTERS) return { fault: tooLong() };
  return value.isWellFormed() ? { value } : { fault: "holds half of a character" };
}

function tooLong(): string {
  return `longer than ${MAX_CHARACTERS} characters: write { $file: … }`;
}

function readFileName(value: unknown): DecodedData {
  if (typeof value !== "string" || value === "")
    return { fault: `expected the path of a file, got ${describeValue(value)}` };
  const fault = relativeNameFault(value.replace(/^(?:\.\/)+/, ""));
  return fault === null
    ? { value }
    : { fault: `expected a path below this file's folder, got ${describeValue(value)}: ${fault}` };
}

function readFill(value: unknown): DecodedData {
  const example = "expected { bytes: 64KiB, seed: 1 }";
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { fault: `${example}, got ${describeValue(value)}` };
  const { bytes, seed = 1, ...rest } = { ...value } as Fields;
  const [other] = Object.keys(rest);
  if (other !== undefined) return { fault: `${example}, and no ${describeValue(other)}` };
  if (typeof bytes !== "number" && typeof bytes !== "string") return { fault: example };
  const size = parseQuantity(bytes, "bytes");
  if ("fault" in size) return { fault: `bytes: ${size.fault}` };
  if (!Number.isInteger(size.value) || size.value > MAX_FILL_BYTES)
    return { fault: `bytes: expected a whole number up to ${MAX_FILL_BYTES}` };
  if (typeof seed !== "number" || !Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    return { fault: `seed: expected a whole number below 2^32, got ${describeValue(seed)}` };
  return { value: { bytes: size.value, seed } };
}

function readHash(value: unknown): DecodedData {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value)
    ? { value }
    : { fault: `expected 64 lower-case hex digits, got ${describeValue(value)}` };
}

function isAddress(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_ADDRESS;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
