import type { Argument } from "../../model/benchmark.ts";
import { DataBytes } from "../../model/data.ts";
import type { WitPrimitive } from "../../model/wit.ts";
import { type Place, ValueFault } from "./value-fault.ts";

/** Bits of the integer types, and whether they have a sign. */
const INTEGERS: Readonly<Partial<Record<WitPrimitive, { bits: number; isSigned: boolean }>>> = {
  s8: { bits: 8, isSigned: true },
  u8: { bits: 8, isSigned: false },
  s16: { bits: 16, isSigned: true },
  u16: { bits: 16, isSigned: false },
  s32: { bits: 32, isSigned: true },
  u32: { bits: 32, isSigned: false },
  s64: { bits: 64, isSigned: true },
  u64: { bits: 64, isSigned: false },
};

/** Numbers no number of YAML or JSON is, as WebAssembly text writes them. */
const SPECIAL: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
};

type Pack = (items: readonly unknown[]) => ArrayBufferView;

/** How lists of numbers are handed over: at once, and not item by item. */
export const TYPED_ARRAYS: Readonly<Partial<Record<WitPrimitive, Pack>>> = {
  s8: (items: readonly unknown[]): ArrayBufferView => Int8Array.from(items as number[]),
  u8: (items: readonly unknown[]): ArrayBufferView => Uint8Array.from(items as number[]),
  s16: (items: readonly unknown[]): ArrayBufferView => Int16Array.from(items as number[]),
  u16: (items: readonly unknown[]): ArrayBufferView => Uint16Array.from(items as number[]),
  s32: (items: readonly unknown[]): ArrayBufferView => Int32Array.from(items as number[]),
  u32: (items: readonly unknown[]): ArrayBufferView => Uint32Array.from(items as number[]),
  s64: (items: readonly unknown[]): ArrayBufferView => BigInt64Array.from(items as bigint[]),
  u64: (items: readonly unknown[]): ArrayBufferView => BigUint64Array.from(items as bigint[]),
  f32: (items: readonly unknown[]): ArrayBufferView => Float32Array.from(items as number[]),
  f64: (items: readonly unknown[]): ArrayBufferView => Float64Array.from(items as number[]),
};

/**
 * Turns a value of a configuration into one of a primitive type.
 *
 * @param value - as read
 * @param type - the type; 64-bit integers may be written as digits in a text
 * @param place - name for messages
 * @returns a boolean, number, text, or a bigint for 64-bit integers
 * @throws ValueFault when it does not fit
 */
export function convertPrimitive(
  value: Argument,
  type: WitPrimitive,
  place: Place,
): boolean | number | bigint | string {
  const integer = INTEGERS[type];
  if (integer !== undefined) return convertInteger(value, type, { ...integer, place });
  if (type === "f32" || type === "f64") return convertFloat(value, type, place);
  if (type !== "bool") return convertText(value, type, place);
  if (typeof value === "boolean") return value;
  throw misfit(value, "true or false (bool)", place);
}

function convertFloat(value: Argument, type: WitPrimitive, place: Place): number {
  if (typeof value === "number") return value;
  const special = typeof value === "string" ? SPECIAL[value] : undefined;
  if (special === undefined) throw misfit(value, `a number (${type})`, place);
  return special;
}

function convertText(given: Argument, type: WitPrimitive, place: Place): string {
  const value = textOfData(given, place);
  if (typeof value !== "string") throw misfit(value, `a text (${type})`, place);
  if (type === "char" && ([...value].length !== 1 || !value.isWellFormed()))
    throw misfit(value, "a text of one character (char)", place);
  if (!value.isWellFormed()) throw misfit(value, "a text without lone surrogates (string)", place);
  return value;
}

/** Data is bytes, which may be no text. */
function textOfData(value: unknown, place: Place): Argument {
  if (!(value instanceof DataBytes)) return value as Argument;
  const text = new TextDecoder().decode(value.bytes);
  if (!text.includes("\ufffd") || isUtf8(value.bytes, text)) return text;
  throw new ValueFault(place, "takes text, and the data is no UTF-8");
}

/** The character that stands for what is none may be written too. */
function isUtf8(bytes: Uint8Array, text: string): boolean {
  const again = new TextEncoder().encode(text);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
}

interface IntegerContext {
  readonly bits: number;
  readonly isSigned: boolean;
  readonly place: Place;
}

function convertInteger(
  value: Argument,
  type: WitPrimitive,
  { bits, isSigned, place }: IntegerContext,
): number | bigint {
  const [min, max] = isSigned
    ? [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]
    : [0n, 2n ** BigInt(bits) - 1n];
  const exact = exactInteger(value, bits, place);
  if (exact === null || exact < min || exact > max)
    throw misfit(value, `a whole number from ${min} to ${max} (${type})`, place);
  return bits === 64 ? exact : Number(exact);
}

function exactInteger(value: Argument, bits: number, place: Place): bigint | null {
  if (typeof value === "bigint") return value;
  if (bits === 64 && typeof value === "string")
    return /^-?\d{1,20}$/.test(value) ? BigInt(value) : null;
  if (typeof value !== "number" || !Number.isInteger(value)) return null;
  if (bits === 64 && !Number.isSafeInteger(value))
    throw new ValueFault(place, `${value} has lost digits: write it as a text, in quotes`);
  return BigInt(value);
}

function misfit(value: Argument, expected: string, place: Place): ValueFault {
  return new ValueFault(place, `expected ${expected}, got ${ValueFault.show(value)}`);
}
