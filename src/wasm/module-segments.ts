import type { FunctionBody, Segment } from "../model/module-facts.ts";
import { skipExpression } from "./instructions.ts";
import type { ByteReader } from "./reader.ts";
import { readValueType } from "./value-types.ts";

const PASSIVE = 1;
const EXPLICIT = 2;
const EXPRESSIONS = 4;

/**
 * Reads where the function bodies are.
 *
 * @param reader - positioned at the contents of the code section
 * @param importedFunctions - number of imported functions, which come first in the index space
 * @returns body ranges without their length prefix, in index order
 * @throws WasmFormatError when a body overruns the section
 */
export function readBodies(reader: ByteReader, importedFunctions: number): FunctionBody[] {
  return reader.vector((position) => {
    const size = reader.u32();
    const start = reader.position;
    reader.skip(size);
    return { index: importedFunctions + position, start, end: start + size };
  });
}

/**
 * Reads the data segments.
 *
 * @param reader - positioned at the contents of the data section
 * @returns segments with the size of their data in bytes
 * @throws WasmFormatError when a segment is malformed
 */
export function readDataSegments(reader: ByteReader): Segment[] {
  return reader.vector(() => {
    const start = reader.position;
    const flags = reader.u32();
    if (flags > EXPLICIT) throw reader.fail(`unknown data segment kind ${flags}`);
    if (flags & EXPLICIT) reader.u32();
    if (flags !== PASSIVE) skipExpression(reader);
    const size = reader.u32();
    reader.skip(size);
    return { mode: flags === PASSIVE ? "passive" : "active", size, start, end: reader.position };
  });
}

/**
 * Reads the element segments.
 *
 * @param reader - positioned at the contents of the element section
 * @returns segments with their number of elements as size
 * @throws WasmFormatError when a segment is malformed
 */
export function readElementSegments(reader: ByteReader): Segment[] {
  return reader.vector(() => {
    const start = reader.position;
    const flags = reader.u32();
    if (flags > 7) throw reader.fail(`unknown element segment kind ${flags}`);
    skipElementHeader(reader, flags);
    const size = reader.vector(() => skipElement(reader, flags)).length;
    return { mode: elementMode(flags), size, start, end: reader.position };
  });
}

function elementMode(flags: number): Segment["mode"] {
  if ((flags & PASSIVE) === 0) return "active";
  return flags & EXPLICIT ? "declared" : "passive";
}

/** Table, offset and type of an element segment, as far as its flags say that they are there. */
function skipElementHeader(reader: ByteReader, flags: number): void {
  const active = (flags & PASSIVE) === 0;
  if (active && flags & EXPLICIT) reader.u32();
  if (active) skipExpression(reader);
  if ((flags & (PASSIVE | EXPLICIT)) === 0) return;
  if (flags & EXPRESSIONS) readValueType(reader);
  else reader.u8();
}

function skipElement(reader: ByteReader, flags: number): void {
  if (flags & EXPRESSIONS) skipExpression(reader);
  else reader.u32();
}
