import type { DefinedType, FunctionType } from "../model/module-facts.ts";
import type { ByteReader } from "./reader.ts";
import { readFieldType, readValueType } from "./value-types.ts";

const REC = 0x4e;
const SUB = 0x50;
const SUB_FINAL = 0x4f;

/**
 * Reads the type section; recursive groups are flattened into the index space.
 *
 * @param reader - positioned at the section's contents
 * @returns the types by index
 * @throws WasmFormatError when a type is unknown
 */
export function readTypes(reader: ByteReader): DefinedType[] {
  const types: DefinedType[] = [];
  for (let count = reader.u32(); count > 0; count -= 1) {
    if (reader.peek() === REC) {
      reader.u8();
      types.push(...reader.vector(() => readSubtype(reader)));
    } else {
      types.push(readSubtype(reader));
    }
  }
  return types;
}

function readSubtype(reader: ByteReader): DefinedType {
  const form = reader.peek();
  if (form === SUB || form === SUB_FINAL) {
    reader.u8();
    reader.vector(() => reader.u32());
  }
  return readComposite(reader);
}

function readComposite(reader: ByteReader): DefinedType {
  const form = reader.u8();
  if (form === 0x60) return readFunction(reader);
  if (form === 0x5f) return { kind: "struct", fields: reader.vector(() => readFieldType(reader)) };
  if (form === 0x5e) return { kind: "array", fields: [readFieldType(reader)] };
  reader.position -= 1;
  throw reader.fail(`unknown type form 0x${form.toString(16)}`);
}

function readFunction(reader: ByteReader): FunctionType {
  const params = reader.vector(() => readValueType(reader));
  const resultsStart = reader.position;
  const results = reader.vector(() => readValueType(reader));
  return { kind: "function", params, results, resultsStart, resultsEnd: reader.position };
}
