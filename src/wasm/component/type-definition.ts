import type { ByteReader } from "../reader.ts";
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
  type TypeEntry,
  valueTypeAt,
} from "./scope.ts";
import { readDefinedType, readFunctionType } from "./value-type.ts";

const COMPONENT_TYPE = 0x41;
const INSTANCE_TYPE = 0x42;
const RESOURCE = 0x3f;
const ASYNC_RESOURCE = 0x3e;

const ALIAS = { export: 0, coreExport: 1, outer: 2 } as const;

const DECLARATION = { coreType: 0, type: 1, alias: 2, import: 3, export: 4 } as const;

/**
 * Reads a definition of the type section.
 *
 * @param reader - stands at the definition
 * @param scope - index spaces it may refer to
 * @returns the type
 * @throws WasmFormatError when it is cut off or not known
 */
export function readTypeDefinition(reader: ByteReader, scope: Scope): TypeEntry {
  const lookup = (index: number): ReturnType<typeof valueTypeAt> =>
    valueTypeAt(scope, { index, reader });
  const value = readDefinedType(reader, lookup);
  if (value !== null) return { kind: "value", type: value };
  const called = readFunctionType(reader, lookup);
  if (called !== null) return { kind: "function", type: called };
  const code = reader.u8();
  if (code === COMPONENT_TYPE)
    return { kind: "component", exports: readDeclarations(reader, scope) };
  if (code === INSTANCE_TYPE) return { kind: "instance", exports: readDeclarations(reader, scope) };
  if (code !== RESOURCE && code !== ASYNC_RESOURCE)
    throw reader.fail(`unknown type 0x${code.toString(16)}`);
  reader.u8();
  if (code === ASYNC_RESOURCE) reader.u32();
  if (reader.u8() !== 0) reader.u32();
  return { kind: "value", type: { kind: "resource" } };
}

/** What a type of an instance or a component declares; its imports say nothing of what it offers. */
function readDeclarations(reader: ByteReader, parent: Scope): Exports {
  const scope = openScope(parent);
  const exports = new Map<string, Item>();
  reader.vector(() => {
    const code = reader.u8();
    if (code === DECLARATION.type) scope.types.push(readTypeDefinition(reader, scope));
    else if (code === DECLARATION.alias) readAlias(reader, scope);
    else if (code === DECLARATION.import || code === DECLARATION.export) {
      const name = readExternName(reader);
      const item = readDescription(reader, scope);
      if (code === DECLARATION.export) exports.set(name, item);
      addItem(scope, item);
    } else throw reader.fail("a declaration of a core type");
  });
  return exports;
}

/**
 * Reads an alias into its index space.
 *
 * @param reader - stands at the alias
 * @param scope - is changed
 * @throws WasmFormatError when it is cut off or leads nowhere
 */
export function readAlias(reader: ByteReader, scope: Scope): void {
  const sort = readSort(reader);
  const target = reader.u8();
  if (target === ALIAS.outer) {
    const outer = scopeAbove(scope, reader.u32());
    const index = reader.u32();
    if (outer === null) throw reader.fail("an alias that leads out of the file");
    if (sort !== SORT.core) addItem(scope, itemAt(outer, sort, { index, reader }));
    return;
  }
  const index = reader.u32();
  const name = reader.name();
  if (target === ALIAS.coreExport || sort === SORT.core) return;
  const instance = itemAt(scope, SORT.instance, { index, reader });
  const item = instance.sort === "instance" ? instance.exports.get(name) : undefined;
  if (item === undefined) throw reader.fail(`an instance without ${JSON.stringify(name)}`);
  addItem(scope, item);
}

function scopeAbove(scope: Scope, levels: number): Scope | null {
  let found: Scope | null = scope;
  for (let level = 0; level < levels; level += 1) found = found?.parent ?? null;
  return found;
}

/**
 * Reads the name of an import or export.
 *
 * @param reader - stands at the name
 * @returns the name, with its version where it has one
 * @throws WasmFormatError when it is cut off
 */
export function readExternName(reader: ByteReader): string {
  const hasSuffix = reader.u8() === 2;
  const name = reader.name();
  return hasSuffix ? `${name}${reader.name()}` : name;
}
