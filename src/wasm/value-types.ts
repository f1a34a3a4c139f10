import type { ByteReader } from "./reader.ts";

const NUMERIC: ReadonlyMap<number, string> = new Map([
  [0x7f, "i32"],
  [0x7e, "i64"],
  [0x7d, "f32"],
  [0x7c, "f64"],
  [0x7b, "v128"],
]);

const PACKED: ReadonlyMap<number, string> = new Map([
  [0x78, "i8"],
  [0x77, "i16"],
]);

const HEAP: ReadonlyMap<number, string> = new Map([
  [0x74, "noexn"],
  [0x73, "nofunc"],
  [0x72, "noextern"],
  [0x71, "none"],
  [0x70, "func"],
  [0x6f, "extern"],
  [0x6e, "any"],
  [0x6d, "eq"],
  [0x6c, "i31"],
  [0x6b, "struct"],
  [0x6a, "array"],
  [0x69, "exn"],
]);

const SHORT: ReadonlyMap<string, string> = new Map([
  ["none", "nullref"],
  ["nofunc", "nullfuncref"],
  ["noextern", "nullexternref"],
  ["noexn", "nullexnref"],
]);

const REF = 0x64;
const REF_NULL = 0x63;

/**
 * Reads a value type.
 *
 * @param reader - positioned at the type
 * @returns its name in the text format, such as `i32`, `funcref` or `(ref null 3)`
 * @throws WasmFormatError when the type is unknown
 */
export function readValueType(reader: ByteReader): string {
  const byte = reader.u8();
  const numeric = NUMERIC.get(byte);
  if (numeric !== undefined) return numeric;
  const heap = HEAP.get(byte);
  if (heap !== undefined) return SHORT.get(heap) ?? `${heap}ref`;
  if (byte === REF) return `(ref ${readHeapType(reader)})`;
  if (byte === REF_NULL) return `(ref null ${readHeapType(reader)})`;
  reader.position -= 1;
  throw reader.fail(`unknown value type 0x${byte.toString(16)}`);
}

/**
 * Reads the type of a structure's field or an array's element with its mutability.
 *
 * @param reader - positioned at the field type
 * @returns its name in the text format, such as `i8` or `(mut i32)`
 * @throws WasmFormatError when the type is unknown
 */
export function readFieldType(reader: ByteReader): string {
  const packed = PACKED.get(reader.peek());
  if (packed !== undefined) reader.u8();
  const name = packed ?? readValueType(reader);
  return reader.u8() === 1 ? `(mut ${name})` : name;
}

/**
 * Steps over a value type.
 *
 * @param reader - positioned at the type
 * @returns nothing; the reader stands after the type
 * @throws WasmFormatError when the type is unknown
 */
export function skipValueType(reader: ByteReader): void {
  const byte = reader.u8();
  if (byte === REF || byte === REF_NULL) {
    readHeapType(reader);
    return;
  }
  if (NUMERIC.has(byte) || HEAP.has(byte)) return;
  reader.position -= 1;
  throw reader.fail(`unknown value type 0x${byte.toString(16)}`);
}

/**
 * Reads a heap type.
 *
 * @param reader - positioned at the type
 * @returns its name in the text format or a type index
 * @throws WasmFormatError when the type is unknown
 */
export function readHeapType(reader: ByteReader): string {
  const at = reader.position;
  const code = reader.s33();
  if (code >= 0) return String(code);
  const name = HEAP.get(code & 0x7f);
  if (name !== undefined && code >= -64) return name;
  reader.position = at;
  throw reader.fail("unknown heap type");
}
