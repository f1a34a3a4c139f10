import type { WitFunction, WitType } from "../../model/wit.ts";
import type { ByteReader } from "../reader.ts";

/** What a name of a component stands for. */
export type Item =
  | { readonly sort: "function"; readonly type: WitFunction }
  | { readonly sort: "type"; readonly type: TypeEntry }
  | { readonly sort: "instance"; readonly exports: Exports }
  | { readonly sort: "component"; readonly exports: Exports }
  /** A core module, or a value: nothing a call could need. */
  | { readonly sort: "other" };

/** What an instance, or every instance of a component, offers. */
export type Exports = ReadonlyMap<string, Item>;

/** An entry of the index space of types. */
export type TypeEntry =
  | { readonly kind: "value"; readonly type: WitType }
  | { readonly kind: "function"; readonly type: WitFunction }
  | { readonly kind: "instance"; readonly exports: Exports }
  | { readonly kind: "component"; readonly exports: Exports };

/** The index spaces of one component, or of one type of an instance or component. */
export interface Scope {
  readonly parent: Scope | null;
  readonly types: TypeEntry[];
  readonly functions: WitFunction[];
  readonly instances: Exports[];
  readonly components: Exports[];
}

/** Codes of the index spaces. */
export const SORT = { core: 0, function: 1, value: 2, type: 3, component: 4, instance: 5 } as const;

/** Code of core modules among the core index spaces. */
const CORE_MODULE = 0x11;

/**
 * Opens empty index spaces.
 *
 * @param parent - the scope around it, or null
 * @returns the scope
 */
export function openScope(parent: Scope | null): Scope {
  return { parent, types: [], functions: [], instances: [], components: [] };
}

/**
 * Adds what was imported, exported or aliased to its index space.
 *
 * @param scope - is changed
 * @param item - what it is
 */
export function addItem(scope: Scope, item: Item): void {
  if (item.sort === "function") scope.functions.push(item.type);
  if (item.sort === "type") scope.types.push(item.type);
  if (item.sort === "instance") scope.instances.push(item.exports);
  if (item.sort === "component") scope.components.push(item.exports);
}

/**
 * Finds what an index stands for.
 *
 * @param scope - index spaces
 * @param sort - code of the index space
 * @param at - index, and the reader whose position a fault names
 * @returns the item
 * @throws WasmFormatError when there is no such entry
 */
export function itemAt(
  scope: Scope,
  sort: number,
  { index, reader }: { readonly index: number; readonly reader: ByteReader },
): Item {
  const found = lookUp(scope, sort, index);
  if (found === undefined) throw reader.fail(`there is no entry ${index} of the kind ${sort}`);
  return found;
}

function lookUp(scope: Scope, sort: number, index: number): Item | undefined {
  const type = sort === SORT.type ? scope.types[index] : undefined;
  if (type !== undefined) return { sort: "type", type };
  const called = sort === SORT.function ? scope.functions[index] : undefined;
  if (called !== undefined) return { sort: "function", type: called };
  const instance = sort === SORT.instance ? scope.instances[index] : undefined;
  if (instance !== undefined) return { sort: "instance", exports: instance };
  const component = sort === SORT.component ? scope.components[index] : undefined;
  if (component !== undefined) return { sort: "component", exports: component };
  return sort === SORT.core || sort === SORT.value ? { sort: "other" } : undefined;
}

/**
 * Reads the code of an index space; that of core things is two bytes.
 *
 * @param reader - stands at the code
 * @returns the code, one of {@link SORT}
 * @throws WasmFormatError when it is cut off
 */
export function readSort(reader: ByteReader): number {
  const sort = reader.u8();
  if (sort === SORT.core) reader.u8();
  return sort;
}

/**
 * The type of values an entry is.
 *
 * @param scope - index spaces
 * @param at - index, and the reader whose position a fault names
 * @returns the type
 * @throws WasmFormatError when the entry is none of values
 */
export function valueTypeAt(
  scope: Scope,
  { index, reader }: { readonly index: number; readonly reader: ByteReader },
): WitType {
  const entry = scope.types[index];
  if (entry?.kind === "value") return entry.type;
  throw reader.fail(`type ${index} is none of values`);
}

/**
 * Reads what an import or export is declared as.
 *
 * @param reader - stands at the description
 * @param scope - index spaces
 * @returns what it stands for
 * @throws WasmFormatError when it is cut off or names an entry of another kind
 */
export function readDescription(reader: ByteReader, scope: Scope): Item {
  const code = reader.u8();
  if (code === SORT.core) return readCoreModule(reader);
  if (code === SORT.value) return readValue(reader);
  if (code === SORT.type) return readBound(reader, scope);
  const index = reader.u32();
  const item = describedBy(code, scope.types[index]);
  if (item === null) throw reader.fail(`type ${index} does not fit what it describes`);
  return item;
}

function describedBy(code: number, entry: TypeEntry | undefined): Item | null {
  if (code === SORT.function && entry?.kind === "function")
    return { sort: "function", type: entry.type };
  if (code === SORT.instance && entry?.kind === "instance")
    return { sort: "instance", exports: entry.exports };
  return code === SORT.component && entry?.kind === "component"
    ? { sort: "component", exports: entry.exports }
    : null;
}

function readCoreModule(reader: ByteReader): Item {
  if (reader.u8() !== CORE_MODULE) throw reader.fail("an import that is no core module");
  reader.u32();
  return { sort: "other" };
}

function readValue(reader: ByteReader): Item {
  if (reader.u8() === 0) reader.u32();
  else reader.s33();
  return { sort: "other" };
}

/** A type that equals another, or a resource nobody sees into. */
function readBound(reader: ByteReader, scope: Scope): Item {
  if (reader.u8() !== 0)
    return { sort: "type", type: { kind: "value", type: { kind: "resource" } } };
  return itemAt(scope, SORT.type, { index: reader.u32(), reader });
}
