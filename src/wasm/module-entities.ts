import type {
  DefinedType,
  Export,
  ExternalKind,
  GlobalType,
  Import,
  Limits,
  ModuleFacts,
  TableType,
} from "../model/module-facts.ts";
import { skipExpression } from "./instructions.ts";
import type { ByteReader } from "./reader.ts";
import { SECTION } from "./sections.ts";
import { readValueType } from "./value-types.ts";

/** Everything that has an index, imports first, with the lists of imports and exports. */
export type Entities = Pick<
  ModuleFacts,
  | "imports"
  | "exports"
  | "functions"
  | "importedFunctions"
  | "tables"
  | "memories"
  | "globals"
  | "tags"
>;

interface Spaces {
  readonly imports: Import[];
  readonly functions: number[];
  readonly tables: TableType[];
  readonly memories: Limits[];
  readonly globals: GlobalType[];
  readonly tags: number[];
}

const KINDS: readonly ExternalKind[] = ["function", "table", "memory", "global", "tag"];
const TABLE_WITH_INITIALIZER = 0x40;

/**
 * Reads the index spaces of a module.
 *
 * @param open - gives a reader at the contents of a section by id, or null when the section is absent
 * @param types - the module's types, to print signatures
 * @returns imports, exports and the index spaces
 * @throws WasmFormatError when a section is malformed
 */
export function readEntities(
  open: (id: number) => ByteReader | null,
  types: readonly DefinedType[],
): Entities {
  const spaces: Spaces = {
    imports: [],
    functions: [],
    tables: [],
    memories: [],
    globals: [],
    tags: [],
  };
  const each = (id: number, read: (reader: ByteReader) => void): void => {
    const reader = open(id);
    reader?.vector(() => read(reader));
  };
  each(SECTION.import, (reader) => readImport(reader, spaces, types));
  const importedFunctions = spaces.functions.length;
  each(SECTION.function, (reader) => spaces.functions.push(reader.u32()));
  each(SECTION.table, (reader) => spaces.tables.push(readTableDefinition(reader)));
  each(SECTION.memory, (reader) => spaces.memories.push(readLimits(reader)));
  each(SECTION.tag, (reader) => spaces.tags.push(readTag(reader)));
  each(SECTION.global, (reader) => {
    spaces.globals.push(readGlobalType(reader));
    skipExpression(reader);
  });
  const exports: Export[] = [];
  each(SECTION.export, (reader) => {
    exports.push({ name: reader.name(), kind: readKind(reader), index: reader.u32() });
  });
  return { ...spaces, exports, importedFunctions };
}

function readImport(reader: ByteReader, spaces: Spaces, types: readonly DefinedType[]): void {
  const module = reader.name();
  const name = reader.name();
  const kind = readKind(reader);
  spaces.imports.push({ module, name, kind, type: IMPORTS[kind](reader, spaces, types) });
}

type ReadImport = (reader: ByteReader, spaces: Spaces, types: readonly DefinedType[]) => string;

const IMPORTS: Readonly<Record<ExternalKind, ReadImport>> = {
  function: importFunction,
  table: importTable,
  memory: importMemory,
  global: importGlobal,
  tag: importTag,
};

function importFunction(reader: ByteReader, spaces: Spaces, types: readonly DefinedType[]): string {
  const index = reader.u32();
  spaces.functions.push(index);
  return describeFunction(types[index]);
}

function importTable(reader: ByteReader, spaces: Spaces): string {
  const table = readTable(reader);
  spaces.tables.push(table);
  return `table ${describeLimits(table)} ${table.element}`;
}

function importMemory(reader: ByteReader, spaces: Spaces): string {
  const memory = readLimits(reader);
  spaces.memories.push(memory);
  return `memory ${describeLimits(memory)}`;
}

function importGlobal(reader: ByteReader, spaces: Spaces): string {
  const global = readGlobalType(reader);
  spaces.globals.push(global);
  return `global ${global.mutable ? `(mut ${global.type})` : global.type}`;
}

function importTag(reader: ByteReader, spaces: Spaces, types: readonly DefinedType[]): string {
  const index = readTag(reader);
  spaces.tags.push(index);
  return `tag ${describeFunction(types[index])}`;
}

function describeFunction(type: DefinedType | undefined): string {
  return type?.kind === "function"
    ? `(${type.params.join(", ")}) -> (${type.results.join(", ")})`
    : "unknown";
}

function describeLimits({ min, max, shared, is64 }: Limits): string {
  return `${is64 ? "i64 " : ""}${min}..${max ?? ""}${shared ? " shared" : ""}`;
}

function readKind(reader: ByteReader): ExternalKind {
  const kind = KINDS[reader.peek()];
  if (kind === undefined) throw reader.fail(`unknown kind ${reader.peek()} of import or export`);
  reader.u8();
  return kind;
}

function readLimits(reader: ByteReader): Limits {
  const flags = reader.u8();
  if (flags > 7) throw reader.fail(`unknown limits flags ${flags}`);
  const min = reader.u64();
  const max = flags & 1 ? reader.u64() : null;
  return { min, max, shared: (flags & 2) !== 0, is64: (flags & 4) !== 0 };
}

function readTable(reader: ByteReader): TableType {
  const element = readValueType(reader);
  return { element, ...readLimits(reader) };
}

function readTableDefinition(reader: ByteReader): TableType {
  if (reader.peek() !== TABLE_WITH_INITIALIZER) return readTable(reader);
  reader.skip(2);
  const table = readTable(reader);
  skipExpression(reader);
  return table;
}

function readGlobalType(reader: ByteReader): GlobalType {
  const type = readValueType(reader);
  return { type, mutable: (reader.u8() & 1) === 1 };
}

function readTag(reader: ByteReader): number {
  reader.u8();
  return reader.u32();
}
