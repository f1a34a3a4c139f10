import type { ModuleFacts } from "../../model/module-facts.ts";
import { readModule } from "../read-module.ts";
import { ByteReader } from "../reader.ts";
import { readLift } from "./canonical.ts";
import { SORT } from "./scope.ts";
import { COMPONENT_SECTION, readComponentSections } from "./sections.ts";
import { readExternName } from "./type-definition.ts";

/** Codes of the index spaces of core things. */
export const CORE_SORT = {
  function: 0x00,
  memory: 0x02,
  module: 0x11,
  instance: 0x12,
} as const;

/** A core thing by what it is. */
export type CoreSort = keyof typeof CORE_SORT;

/** The index spaces of core things in a component itself; those of components inside it are theirs. */
export interface CoreSpaces {
  /** What each core instance is made of; null for one put together, or of a module that is not in the file. */
  readonly instances: (ModuleFacts | null)[];
  /** Null for a module that is not in the file. */
  readonly modules: (ModuleFacts | null)[];
  /** How many there are. */
  memories: number;
  functions: number;
}

const INSTANTIATE = 0x00;
const ALIAS_OUTER = 0x02;

/**
 * Reads what core things a component has.
 *
 * @param bytes - a Component Model binary
 * @returns its index spaces
 * @throws WasmFormatError naming the offset when the bytes are damaged, or hold what is not known
 */
export function readCoreSpaces(bytes: Uint8Array): CoreSpaces {
  const spaces: CoreSpaces = { instances: [], modules: [], memories: 0, functions: 0 };
  for (const { id, contentStart, end } of readComponentSections(bytes)) {
    if (id === COMPONENT_SECTION.coreModule)
      spaces.modules.push(readModule(bytes.subarray(contentStart, end)));
    const read = ENTRIES[id];
    const reader = new ByteReader(bytes, contentStart, end);
    if (read !== undefined) reader.vector(() => read(reader, spaces));
  }
  return spaces;
}

type ReadEntry = (reader: ByteReader, spaces: CoreSpaces) => void;

const ENTRIES: Readonly<Record<number, ReadEntry>> = {
  [COMPONENT_SECTION.coreInstance]: readInstance,
  [COMPONENT_SECTION.alias]: (reader: ByteReader, spaces: CoreSpaces): void => {
    const sort = reader.u8();
    const core = sort === SORT.core ? reader.u8() : null;
    const target = reader.u8();
    reader.u32();
    if (target === ALIAS_OUTER) reader.u32();
    else reader.name();
    add(spaces, core);
  },
  [COMPONENT_SECTION.canonical]: (reader: ByteReader, spaces: CoreSpaces): void => {
    if (readLift(reader) === null) spaces.functions += 1;
  },
  [COMPONENT_SECTION.import]: (reader: ByteReader, spaces: CoreSpaces): void => {
    readExternName(reader);
    readImported(reader, spaces);
  },
};

function readInstance(reader: ByteReader, { instances, modules }: CoreSpaces): void {
  if (reader.u8() === INSTANTIATE) {
    const module = reader.u32();
    reader.vector(() => {
      reader.name();
      reader.u8();
      reader.u32();
    });
    instances.push(modules[module] ?? null);
    return;
  }
  reader.vector(() => {
    reader.name();
    reader.u8();
    reader.u32();
  });
  instances.push(null);
}

function readImported(reader: ByteReader, spaces: CoreSpaces): void {
  const sort = reader.u8();
  if (sort === SORT.core) add(spaces, reader.u8());
  // A type that equals another names it, a resource does not.
  if (sort === SORT.type && reader.u8() !== 0) return;
  if (sort === SORT.value) throw reader.fail("an import of a value");
  reader.u32();
}

function add(spaces: CoreSpaces, core: number | null): void {
  if (core === CORE_SORT.module) spaces.modules.push(null);
  if (core === CORE_SORT.memory) spaces.memories += 1;
  if (core === CORE_SORT.function) spaces.functions += 1;
  if (core === CORE_SORT.instance) spaces.instances.push(null);
}
