import type { ModuleFacts } from "../model/module-facts.ts";
import { readEntities } from "./module-entities.ts";
import { readBodies, readDataSegments, readElementSegments } from "./module-segments.ts";
import { readFunctionNames } from "./name-section.ts";
import { ByteReader, WasmFormatError } from "./reader.ts";
import { readSections, SECTION } from "./sections.ts";
import { readTypes } from "./type-section.ts";

/**
 * Decodes a core module into facts. It does not validate: an engine does that.
 *
 * @param bytes - the module; kept by reference
 * @returns its sections, types, imports, exports, limits, bodies, segments and names
 * @throws WasmFormatError naming the offset when the bytes cannot be read
 */
export function readModule(bytes: Uint8Array): ModuleFacts {
  const sections = readSections(bytes);
  const open = (id: number): ByteReader | null => {
    const section = sections.find((candidate) => candidate.id === id);
    return section === undefined ? null : new ByteReader(bytes, section.contentStart, section.end);
  };
  const types = inSection(open(SECTION.type), readTypes) ?? [];
  const entities = readEntities(open, types);
  const bodies =
    inSection(open(SECTION.code), (reader) => readBodies(reader, entities.importedFunctions)) ?? [];
  if (bodies.length !== entities.functions.length - entities.importedFunctions) {
    throw new WasmFormatError("function and code section disagree", bytes.length);
  }
  return {
    bytes,
    sections,
    types,
    ...entities,
    start: inSection(open(SECTION.start), (reader) => reader.u32()),
    bodies,
    elements: inSection(open(SECTION.element), readElementSegments) ?? [],
    data: inSection(open(SECTION.data), readDataSegments) ?? [],
    functionNames: readFunctionNames(bytes, sections),
  };
}

function inSection<Value>(
  reader: ByteReader | null,
  read: (reader: ByteReader) => Value,
): Value | null {
  return reader === null ? null : read(reader);
}
