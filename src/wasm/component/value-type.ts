import type { WitField, WitFunction, WitPrimitive, WitType } from "../../model/wit.ts";
import type { ByteReader } from "../reader.ts";

/** Codes of the primitive types. */
const PRIMITIVES: Readonly<Record<number, WitPrimitive>> = {
  127: "bool",
  126: "s8",
  125: "u8",
  124: "s16",
  123: "u16",
  122: "s32",
  121: "u32",
  120: "s64",
  119: "u64",
  118: "f32",
  117: "f64",
  116: "char",
  115: "string",
};

const ERROR_CONTEXT = 0x64;
const FUNCTION = 0x40;
const ASYNC_FUNCTION = 0x43;

/** Gives the type of an index in the scope that is read. */
export type TypeLookup = (index: number) => WitType;

/**
 * Reads a reference to a type of values: a primitive type, or the index of a defined one.
 *
 * @param reader - stands at the reference
 * @param lookup - types of the scope
 * @returns the type
 * @throws WasmFormatError when it is cut off or names no type of values
 */
export function readValueType(reader: ByteReader, lookup: TypeLookup): WitType {
  const code = reader.peek();
  const name = PRIMITIVES[code];
  if (name !== undefined) {
    reader.u8();
    return { kind: "primitive", name };
  }
  if (code === ERROR_CONTEXT) {
    reader.u8();
    return { kind: "other", name: "error-context" };
  }
  const index = reader.s33();
  if (index < 0) throw reader.fail(`unknown type 0x${code.toString(16)}`);
  return lookup(index);
}

type ReadType = (reader: ByteReader, lookup: TypeLookup) => WitType;

const optional = (reader: ByteReader, lookup: TypeLookup): WitType | null =>
  reader.u8() === 0 ? null : readValueType(reader, lookup);

const readFields = (reader: ByteReader, lookup: TypeLookup): WitField[] =>
  reader.vector(() => ({ name: reader.name(), type: readValueType(reader, lookup) }));

const readNames = (reader: ByteReader): string[] => reader.vector(() => reader.name());

/** Defined types of values by their code. */
const DEFINED: Readonly<Record<number, ReadType>> = {
  114: (reader: ByteReader, lookup: TypeLookup): WitType => ({
    kind: "record",
    fields: readFields(reader, lookup),
  }),
  113: (reader: ByteReader, lookup: TypeLookup): WitType => ({
    kind: "variant",
    cases: reader.vector(() => {
      const one = { name: reader.name(), type: optional(reader, lookup) };
      // Once: the case it refines.
      if (reader.u8() !== 0) reader.u32();
      return one;
    }),
  }),
  112: (reader: ByteReader, lookup: TypeLookup): WitType => ({
    kind: "list",
    item: readValueType(reader, lookup),
    length: null,
  }),
  103: (reader: ByteReader, lookup: TypeLookup): WitType => {
    const item = readValueType(reader, lookup);
    return { kind: "list", item, length: reader.u32() };
  },
  111: (reader: ByteReader, lookup: TypeLookup): WitType => ({
    kind: "tuple",
    items: reader.vector(() => readValueType(reader, lookup)),
  }),
  110: (reader: ByteReader): WitType => ({ kind: "flags", names: readNames(reader) }),
  109: (reader: ByteReader): WitType => ({ kind: "enum", cases: readNames(reader) }),
  107: (reader: ByteReader, lookup: TypeLookup): WitType => ({
    kind: "option",
    item: readValueType(reader, lookup),
  }),
  106: (reader: ByteReader, lookup: TypeLookup): WitType => ({
    kind: "result",
    ok: optional(reader, lookup),
    error: optional(reader, lookup),
  }),
  105: (reader: ByteReader): WitType => handle(reader),
  104: (reader: ByteReader): WitType => handle(reader),
  102: (reader: ByteReader, lookup: TypeLookup): WitType => endpoint("stream", reader, lookup),
  101: (reader: ByteReader, lookup: TypeLookup): WitType => endpoint("future", reader, lookup),
};

function handle(reader: ByteReader): WitType {
  reader.u32();
  return { kind: "resource" };
}

function endpoint(name: string, reader: ByteReader, lookup: TypeLookup): WitType {
  optional(reader, lookup);
  return { kind: "other", name };
}

/**
 * Reads the definition of a type of values.
 *
 * @param reader - stands at the definition
 * @param lookup - types of the scope
 * @returns the type; null when the definition is that of something else
 * @throws WasmFormatError when it is cut off
 */
export function readDefinedType(reader: ByteReader, lookup: TypeLookup): WitType | null {
  const code = reader.peek();
  if (code in PRIMITIVES || code === ERROR_CONTEXT) return readValueType(reader, lookup);
  const read = DEFINED[code];
  if (read === undefined) return null;
  reader.u8();
  return read(reader, lookup);
}

/**
 * Reads the type of a function.
 *
 * @param reader - stands at the definition
 * @param lookup - types of the scope
 * @returns the function; null when the definition is that of something else
 * @throws WasmFormatError when it is cut off
 */
export function readFunctionType(reader: ByteReader, lookup: TypeLookup): WitFunction | null {
  const code = reader.peek();
  if (code !== FUNCTION && code !== ASYNC_FUNCTION) return null;
  reader.u8();
  const params = readFields(reader, lookup);
  const hasResult = reader.u8() === 0;
  const result = hasResult ? readValueType(reader, lookup) : null;
  // Results with names: none is left in use.
  if (!hasResult && reader.u32() !== 0) throw reader.fail("a function with named results");
  return { params, result, isAsync: code === ASYNC_FUNCTION };
}
