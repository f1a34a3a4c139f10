import type { Argument, ArgumentRecord } from "./benchmark.ts";

/** Keys under which a configuration writes data in place of a value. */
export const DATA_KEYS = ["$bytes", "$text", "$file", "$fill"] as const;

/** One of {@link DATA_KEYS}. */
export type DataKey = (typeof DATA_KEYS)[number];

/** Contents of the files that arguments name, by the path as it is written. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** Data of an argument, its bytes known. */
export class DataBytes {
  readonly bytes: Uint8Array;
  /** True where JavaScript gets text. */
  readonly isText: boolean;

  constructor(bytes: Uint8Array, isText: boolean) {
    this.bytes = bytes;
    this.isText = isText;
  }

  /**
   * What messages show of it.
   *
   * @returns its size alone
   */
  toJSON(): string {
    return `data of ${this.bytes.length} bytes`;
  }
}

/**
 * The key that makes a value data.
 *
 * @param value - value of a configuration
 * @returns the key; null for every other value
 */
export function dataKeyOf(value: Argument): DataKey | null {
  if (!isRecord(value)) return null;
  return DATA_KEYS.find((key) => Object.hasOwn(value, key)) ?? null;
}

/**
 * Whether values hold data, however deep.
 *
 * @param values - arguments of a call
 * @returns true where one of them is data or holds some
 */
export function holdsData(values: readonly Argument[]): boolean {
  return values.some((value) => {
    if (dataKeyOf(value) !== null) return true;
    if (isList(value)) return holdsData(value);
    return isRecord(value) && holdsData(Object.values(value));
  });
}

/**
 * The files that a value names, however deep.
 *
 * @param value - argument or expected result
 * @returns paths as they are written
 */
export function dataFilesOf(value: Argument): string[] {
  if (isList(value)) return value.flatMap(dataFilesOf);
  if (!isRecord(value)) return [];
  return dataKeyOf(value) === "$file"
    ? [String(value.$file)]
    : Object.values(value).flatMap(dataFilesOf);
}

/**
 * Puts bytes in the place of data, however deep.
 *
 * @param value - argument as configured
 * @param files - contents of the files that are named
 * @returns the value; data as {@link DataBytes}
 * @throws RangeError when a file is not among them: a bug
 */
export function withDataBytes(value: Argument, files: DataFiles): unknown {
  if (isList(value)) return value.map((item) => withDataBytes(item, files));
  if (!isRecord(value)) return value;
  if (dataKeyOf(value) !== null) return readData(value, files);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withDataBytes(item, files)]),
  );
}

/**
 * The bytes of data.
 *
 * @param data - a record with one of {@link DATA_KEYS}
 * @param files - contents of the files that are named
 * @returns bytes, and whether they are text
 * @throws RangeError when a file is not among them, or the record is no data: a bug
 */
export function readData(data: ArgumentRecord, files: DataFiles): DataBytes {
  switch (dataKeyOf(data)) {
    case "$text":
      return new DataBytes(new TextEncoder().encode(String(data.$text)), true);
    case "$bytes":
      return new DataBytes(decodeBytes(String(data.$bytes)), false);
    case "$fill": {
      const { bytes, seed } = data.$fill as ArgumentRecord;
      return new DataBytes(fillBytes(Number(bytes), Number(seed)), false);
    }
    case "$file": {
      const found = files.get(String(data.$file));
      if (found === undefined) throw new RangeError(`the file ${String(data.$file)} was not read`);
      return new DataBytes(found, data.as === "text");
    }
    case null:
      throw new RangeError("the record is no data");
  }
}

/** Steps and bits of the generator, as in Numerical Recipes. */
const [FACTOR, STEP, TOP_BITS] = [1_664_525, 1_013_904_223, 24];

/**
 * Bytes that look random and repeat: the upper 8 bits of x, where x begins as the seed and becomes
 * 1664525 x + 1013904223, modulo 2^32, before each byte.
 *
 * @param count - how many
 * @param seed - where x begins
 * @returns the bytes
 */
export function fillBytes(count: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(count);
  let state = seed >>> 0;
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, FACTOR) + STEP) >>> 0;
    bytes[at] = state >>> TOP_BITS;
  }
  return bytes;
}

/** As checked when it was read: `hex:` or `base64:`. */
function decodeBytes(text: string): Uint8Array {
  const at = text.indexOf(":") + 1;
  const digits = text.slice(at).replace(/\s+/g, "");
  if (text.startsWith("hex:"))
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
}

function isList(value: Argument): value is readonly Argument[] {
  return Array.isArray(value);
}

function isRecord(value: Argument): value is ArgumentRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
