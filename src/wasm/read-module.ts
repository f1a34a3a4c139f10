import { readEntities } from "./module-entities.ts";
import type { ModuleFacts } from "./module-facts.ts";
import { readBodies, readDataSegments, readElementSegments } from "./module-segments.ts";
import { readFunctionNames } from "./name-section.ts";
import { ByteReader, WasmFormatError } from "./reader.ts";
import { readSections, SECTION } from "./sections.ts";
import { type FunctionType, readTypes } from "./type-section.ts";

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

/**
 * Looks up the signature of a function.
 *
 * @param facts - the module
 * @param index - function index, imports first
 * @returns its parameters and results; null when there is no such function
 */
export function functionTypeOf(
  facts: Pick<ModuleFacts, "types" | "functions">,
  index: number,
): FunctionType | null {
  const type = facts.types[facts.functions[index] ?? -1];
  return type?.kind === "function" ? type : null;
}

/**
 * Lists the exported functions with their signatures.
 *
 * @param facts - the module
 * @returns signature by export name, value types in the text format's names
 */
export function exportedSignatures(facts: ModuleFacts): Map<string, FunctionType> {
  const signatures = new Map<string, FunctionType>();
  for (const { name, kind, index } of facts.exports) {
    const type = kind === "function" ? functionTypeOf(facts, index) : null;
    if (type !== null) signatures.set(name, type);
  }
  return signatures;
}

function inSection<Value>(
  reader: ByteReader | null,
  read: (reader: ByteReader) => Value,
): Value | null {
  return reader === null ? null : read(reader);
}
