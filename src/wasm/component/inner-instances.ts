import { ByteReader } from "../reader.ts";
import { readSort, SORT } from "./scope.ts";
import { COMPONENT_SECTION, readComponentSections } from "./sections.ts";
import { readExternName } from "./type-definition.ts";

/** Which of the components inside a component its instances are made of. */
export interface InnerInstances {
  /** For each instance the number of its component, in file order from 0; null where it is none of those. */
  readonly instances: (number | null)[];
}

interface Spaces extends InnerInstances {
  /** For each component in the index space its number. */
  readonly components: (number | null)[];
  found: number;
}

const INSTANTIATE = 0x00;
const ALIAS_OUTER = 0x02;

/**
 * Reads what the instances of a component are made of.
 *
 * @param bytes - a Component Model binary
 * @returns its index space of instances
 * @throws WasmFormatError naming the offset when the bytes are damaged, or hold what is not known
 */
export function readInnerInstances(bytes: Uint8Array): InnerInstances {
  const spaces: Spaces = { instances: [], components: [], found: 0 };
  for (const { id, contentStart, end } of readComponentSections(bytes)) {
    if (id === COMPONENT_SECTION.component) {
      spaces.components.push(spaces.found);
      spaces.found += 1;
    }
    const read = ENTRIES[id];
    const reader = new ByteReader(bytes, contentStart, end);
    if (read !== undefined) reader.vector(() => read(reader, spaces));
  }
  return { instances: spaces.instances };
}

type ReadEntry = (reader: ByteReader, spaces: Spaces) => void;

const ENTRIES: Readonly<Record<number, ReadEntry>> = {
  [COMPONENT_SECTION.instance]: readInstance,
  [COMPONENT_SECTION.alias]: (reader: ByteReader, spaces: Spaces): void => {
    const sort = readSort(reader);
    const target = reader.u8();
    reader.u32();
    if (target === ALIAS_OUTER) reader.u32();
    else reader.name();
    add(spaces, sort, null);
  },
  [COMPONENT_SECTION.import]: (reader: ByteReader, spaces: Spaces): void => {
    readExternName(reader);
    add(spaces, readDescribed(reader), null);
  },
  [COMPONENT_SECTION.export]: (reader: ByteReader, spaces: Spaces): void => {
    readExternName(reader);
    const sort = readSort(reader);
    const index = reader.u32();
    if (reader.u8() !== 0) readDescribed(reader);
    const space = sort === SORT.instance ? spaces.instances : spaces.components;
    add(spaces, sort, space[index] ?? null);
  },
};

function readInstance(reader: ByteReader, { instances, components }: Spaces): void {
  const isMade = reader.u8() === INSTANTIATE;
  const component = isMade ? reader.u32() : -1;
  reader.vector(() => {
    if (isMade) reader.name();
    else readExternName(reader);
    readSort(reader);
    reader.u32();
  });
  instances.push(components[component] ?? null);
}

/** What an import or export is declared as; gives its sort. */
function readDescribed(reader: ByteReader): number {
  const sort = readSort(reader);
  // A type that equals another names it, a resource does not.
  if (sort === SORT.type && reader.u8() !== 0) return sort;
  reader.u32();
  return sort;
}

function add({ instances, components }: Spaces, sort: number, made: number | null): void {
  if (sort === SORT.instance) instances.push(made);
  if (sort === SORT.component) components.push(made);
}
