import type { EngineState } from "./engine-state.ts";
import { EXTERN_BYTES } from "./made-imports.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** A name as the engine takes it. */
export interface NameBytes {
  readonly block: MemoryBlock;
  readonly length: number;
}

/**
 * A name as the engine takes it.
 *
 * @param state - the library's state
 * @param name - the name
 * @returns its bytes
 */
export function nameBytes({ library }: EngineState, name: string): NameBytes {
  const bytes = new TextEncoder().encode(name);
  return { block: library.copy(bytes), length: bytes.length };
}

/** An instance in a store. */
export interface InstanceAt {
  /** Address of the store's context. */
  readonly context: number;
  /** Address of the instance. */
  readonly instance: number;
}

/**
 * Finds an export of an instance.
 *
 * @param state - the library's state
 * @param at - the instance
 * @param name - name of the export
 * @returns the external value that holds it
 * @throws Error where the engine has none of that name
 */
export function findExtern(
  { library }: EngineState,
  { context, instance }: InstanceAt,
  { block, length }: NameBytes,
): MemoryBlock {
  const { call, allocate } = library;
  const item = allocate(EXTERN_BYTES);
  if (!call.wasmtime_instance_export_get(context, instance, block.address, length, item.address))
    throw new Error("the engine does not know an export that the module has");
  return item;
}
