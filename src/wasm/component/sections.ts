import { readHeader } from "../header.ts";
import { ByteReader, WasmFormatError } from "../reader.ts";

/** Ids of the sections of a component. */
export const COMPONENT_SECTION = {
  custom: 0,
  coreModule: 1,
  coreInstance: 2,
  coreType: 3,
  component: 4,
  instance: 5,
  alias: 6,
  type: 7,
  canonical: 8,
  start: 9,
  import: 10,
  export: 11,
  value: 12,
} as const;

const NAMES: readonly string[] = [
  "custom",
  "core module",
  "core instance",
  "core type",
  "component",
  "instance",
  "alias",
  "type",
  "canonical",
  "start",
  "import",
  "export",
  "value",
];

/** One section of a component. */
export interface ComponentSection {
  readonly id: number;
  /** `core module`, `canonical`, … or `custom:NAME`. */
  readonly name: string;
  /** Offset of its contents; of a core module or a component, that of its own header. */
  readonly contentStart: number;
  readonly end: number;
  /** Bytes in the file with id and length. */
  readonly bytes: number;
}

const HEADER_BYTES = 8;

/**
 * Lists the sections of a component; those of components inside are theirs.
 *
 * @param bytes - a Component Model binary
 * @returns sections in file order; their bytes and the 8 of the header add up to the file
 * @throws WasmFormatError when the bytes are no component or a section overruns the file
 */
export function readComponentSections(bytes: Uint8Array): ComponentSection[] {
  const header = readHeader(bytes);
  if (header.kind !== "component")
    throw new WasmFormatError(`expected a component, got ${header.description}`, 0);
  const reader = new ByteReader(bytes, HEADER_BYTES);
  const sections: ComponentSection[] = [];
  while (!reader.done) sections.push(readSection(reader));
  return sections;
}

function readSection(reader: ByteReader): ComponentSection {
  const start = reader.position;
  const id = reader.u8();
  const name = NAMES[id];
  if (name === undefined) throw new WasmFormatError(`unknown section ${id} of a component`, start);
  const size = reader.u32();
  const contentStart = reader.position;
  reader.skip(size);
  const own =
    id === COMPONENT_SECTION.custom
      ? `custom:${new ByteReader(reader.bytes, contentStart, reader.position).name()}`
      : name;
  return { id, name: own, contentStart, end: reader.position, bytes: reader.position - start };
}
