import type { Limits, ModuleFacts, TableType } from "../model/module-facts.ts";
import { type ImportPlace, needsOf } from "../wasm/module-needs.ts";
import { type EngineState, requireDone } from "./engine-state.ts";
import type { MemoryBlock } from "./memory-block.ts";
import { EXTERN_OFFSET } from "./native-memory.ts";

/** More than any external value of any version takes, in bytes. */
export const EXTERN_BYTES = 64;
/** An instance as a store knows it: its store and its place, in bytes. */
export const INSTANCE_BYTES = 16;
/** More than any value of any version takes, in bytes. */
const VALUE_BYTES = 64;

/** Kinds of external values. */
const MEMORY = 3;
const TABLE = 2;
/** Kind of a value that refers to a function, and of its type. */
const FUNCREF_VALUE = 5;
const FUNCREF_TYPE = 129;
/** A size without an upper limit. */
const NO_LIMIT = 0xffff_ffff;

/** A memory or table that is made for every instance as its module declares it. */
export type MadeImport = ImportPlace &
  (
    | { readonly kind: "memory"; readonly limits: Limits }
    | { readonly kind: "table"; readonly limits: TableType }
  );

/**
 * What must be made for the instances of a module.
 *
 * @param facts - the module
 * @returns memories and tables it imports
 */
export function madeImports(facts: ModuleFacts): MadeImport[] {
  const { memories, tables } = needsOf(facts);
  return [
    ...memories.map((one) => ({ ...placeOf(one), kind: "memory" as const, limits: one })),
    ...tables.map((one) => ({ ...placeOf(one), kind: "table" as const, limits: one })),
  ];
}

function placeOf({ module, name }: ImportPlace): ImportPlace {
  return { module, name };
}

/**
 * Why an import cannot be made in the store of an engine.
 *
 * @param made - memory or table
 * @returns the reason in words; null where it can
 */
export function makingObstacle(made: MadeImport): string | null {
  const { limits, kind } = made;
  if (limits.shared) return "a shared memory, which is not made for this engine";
  if (limits.is64) return `a ${kind} with 64-bit addresses, which is not made for this engine`;
  if (made.kind === "table" && made.limits.element !== "funcref")
    return `a table of ${made.limits.element}, which is not made for this engine`;
  return null;
}

/**
 * Makes a memory or table in a store.
 *
 * @param state - the library's state
 * @param context - address of the store's context
 * @param made - what is made
 * @returns the external value that holds it
 * @throws WebAssembly.LinkError in the engine's words
 */
export function makeInStore(state: EngineState, context: number, made: MadeImport): MemoryBlock {
  const { call, allocate } = state.library;
  const item = allocate(EXTERN_BYTES);
  const at = item.address + EXTERN_OFFSET;
  const limits = allocate(8);
  limits.view.setUint32(0, made.limits.min, true);
  limits.view.setUint32(4, made.limits.max ?? NO_LIMIT, true);
  if (made.kind === "memory") {
    item.view.setUint8(0, MEMORY);
    const type = call.wasm_memorytype_new(limits.address);
    const error = call.wasmtime_memory_new(context, type, at);
    call.wasm_memorytype_delete(type);
    requireDone(state, error);
    return item;
  }
  item.view.setUint8(0, TABLE);
  const empty = allocate(VALUE_BYTES);
  empty.view.setUint8(0, FUNCREF_VALUE);
  const type = call.wasm_tabletype_new(call.wasm_valtype_new(FUNCREF_TYPE), limits.address);
  const error = call.wasmtime_table_new(context, type, empty.address, at);
  call.wasm_tabletype_delete(type);
  requireDone(state, error);
  return item;
}
