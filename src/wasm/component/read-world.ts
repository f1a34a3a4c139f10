import type { WitFunction, WitItem, WitWorld } from "../../model/wit.ts";
import { ByteReader } from "../reader.ts";
import { readLift } from "./canonical.ts";
import {
  addItem,
  type Exports,
  type Item,
  itemAt,
  openScope,
  readDescription,
  readSort,
  type Scope,
  SORT,
} from "./scope.ts";
import { COMPONENT_SECTION, readComponentSections } from "./sections.ts";
import { readAlias, readExternName, readTypeDefinition } from "./type-definition.ts";

/** What was read of a component. */
interface Parts {
  readonly scope: Scope;
  readonly imports: Map<string, Item>;
  readonly exports: Map<string, Item>;
}

/**
 * Reads what a component imports and exports, with the types of its functions.
 *
 * @param bytes - a Component Model binary
 * @returns its world; types and core modules it hands on are left out
 * @throws WasmFormatError naming the offset when the bytes are no component, are damaged, or hold what is not known
 */
export function readWorld(bytes: Uint8Array): WitWorld {
  const { imports, exports } = readComponent(bytes, null);
  return { imports: itemsOf(imports), exports: itemsOf(exports) };
}

/**
 * Reads the index spaces of a component itself.
 *
 * @param bytes - a Component Model binary
 * @returns its spaces, with all that it imports, aliases, makes and exports
 * @throws WasmFormatError as {@link readWorld}
 */
export function readRootScope(bytes: Uint8Array): Scope {
  return readComponent(bytes, null).scope;
}

function itemsOf(items: Exports): WitItem[] {
  return [...items].flatMap(([name, item]): WitItem[] => {
    if (item.sort === "function")
      return [{ name, functions: { [name]: item.type }, isFunction: true }];
    if (item.sort !== "instance") return [];
    const functions: Record<string, WitFunction> = {};
    for (const [own, inner] of item.exports)
      if (inner.sort === "function") functions[own] = inner.type;
    return [{ name, functions, isFunction: false }];
  });
}

function readComponent(bytes: Uint8Array, parent: Scope | null): Parts {
  const scope = openScope(parent);
  const parts: Parts = { scope, imports: new Map(), exports: new Map() };
  for (const { id, contentStart, end } of readComponentSections(bytes)) {
    if (id === COMPONENT_SECTION.component) {
      const { exports } = readComponent(bytes.subarray(contentStart, end), scope);
      scope.components.push(exports);
    }
    const read = ENTRIES[id];
    const reader = new ByteReader(bytes, contentStart, end);
    if (read !== undefined) reader.vector(() => read(reader, scope, parts));
  }
  return parts;
}

type ReadEntry = (reader: ByteReader, scope: Scope, parts: Parts) => void;

/** Sections whose entries decide about types of functions. */
const ENTRIES: Readonly<Record<number, ReadEntry>> = {
  [COMPONENT_SECTION.instance]: (reader: ByteReader, scope: Scope): void => {
    scope.instances.push(readInstance(reader, scope));
  },
  [COMPONENT_SECTION.alias]: readAlias,
  [COMPONENT_SECTION.type]: (reader: ByteReader, scope: Scope): void => {
    scope.types.push(readTypeDefinition(reader, scope));
  },
  [COMPONENT_SECTION.canonical]: (reader: ByteReader, scope: Scope): void => {
    const lifted = readLift(reader);
    if (lifted === null) return;
    const entry = scope.types[lifted];
    if (entry?.kind !== "function") throw reader.fail(`type ${lifted} is none of a function`);
    scope.functions.push(entry.type);
  },
  [COMPONENT_SECTION.import]: (reader: ByteReader, scope: Scope, { imports }: Parts): void => {
    const name = readExternName(reader);
    const item = readDescription(reader, scope);
    imports.set(name, item);
    addItem(scope, item);
  },
  [COMPONENT_SECTION.export]: (reader: ByteReader, scope: Scope, { exports }: Parts): void => {
    const name = readExternName(reader);
    const sort = readSort(reader);
    const found = itemAt(scope, sort, { index: reader.u32(), reader });
    // What it is declared as may show less of it than it has.
    const item = reader.u8() === 0 ? found : readDescription(reader, scope);
    exports.set(name, item);
    addItem(scope, item);
  },
};

function readInstance(reader: ByteReader, scope: Scope): Exports {
  if (reader.u8() === 0) {
    const index = reader.u32();
    reader.vector(() => {
      reader.name();
      readSort(reader);
      reader.u32();
    });
    const item = itemAt(scope, SORT.component, { index, reader });
    return item.sort === "component" ? item.exports : new Map();
  }
  const exports = reader.vector((): [string, Item] => {
    const name = readExternName(reader);
    const sort = readSort(reader);
    return [name, itemAt(scope, sort, { index: reader.u32(), reader })];
  });
  return new Map(exports);
}
