import type { Section } from "../model/module-facts.ts";
import { readHeader } from "./header.ts";
import { ByteReader, WasmFormatError } from "./reader.ts";

/** Ids of the sections of a core module. */
export const SECTION = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
} as const;

/** Section ids in the order in which a module holds them. */
export const SECTION_ORDER: readonly number[] = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

const NAMES: readonly string[] = [
  "custom",
  "type",
  "import",
  "function",
  "table",
  "memory",
  "global",
  "export",
  "start",
  "element",
  "code",
  "data",
  "data_count",
  "tag",
];

/**
 * Lists the sections of a core module.
 *
 * @param bytes - the module
 * @returns sections in file order; their bytes and the 8 of the header add up to the file
 * @throws WasmFormatError when the bytes are no core module or a section overruns the file
 */
export function readSections(bytes: Uint8Array): Section[] {
  const header = readHeader(bytes);
  if (header.kind !== "module")
    throw new WasmFormatError(`expected a core module, got ${header.description}`, 0);
  const reader = new ByteReader(bytes, 8);
  const sections: Section[] = [];
  while (!reader.done) sections.push(readSection(reader));
  return sections;
}

function readSection(reader: ByteReader): Section {
  const start = reader.position;
  const id = reader.u8();
  const size = reader.u32();
  const end = reader.position + size;
  if (end > reader.end)
    throw new WasmFormatError(`section ${id} of ${size} bytes overruns the file`, start);
  const known = NAMES[id];
  if (known === undefined) throw new WasmFormatError(`unknown section id ${id}`, start);
  const inner = new ByteReader(reader.bytes, reader.position, end);
  const name = id === SECTION.custom ? `custom:${inner.name()}` : known;
  reader.skip(size);
  return { name, id, start, contentStart: inner.position, end, bytes: end - start };
}
