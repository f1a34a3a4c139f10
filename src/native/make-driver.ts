import { DRIVE, DRIVEN } from "../wasm/driver-module.ts";
import type { EngineAt } from "./code-copies.ts";
import { type EngineState, faultOf, requireDone } from "./engine-state.ts";
import { findExtern, nameBytes } from "./find-extern.ts";
import { INSTANCE_BYTES } from "./made-imports.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** What a driver module is linked to. */
export interface DriverParts {
  readonly engine: EngineAt;
  /** Address of the context of the store that holds the function. */
  readonly context: number;
  /** The external value that holds the function. */
  readonly driven: MemoryBlock;
}

/** A driver in the store of what it drives. */
export interface Driver {
  /** The external value that holds its one function. */
  readonly drive: MemoryBlock;
  /** Lets its code go, once the store is gone. */
  readonly release: () => void;
}

/**
 * Compiles a driver module and links it to a function of a live instance.
 *
 * @param state - the library's state
 * @param bytes - the driver module
 * @param parts - engine, store and function
 * @returns the driver
 * @throws WebAssembly.CompileError, and WebAssembly.LinkError when the function is none of its type
 */
export function makeDriver(
  state: EngineState,
  bytes: Uint8Array,
  { engine, context, driven }: DriverParts,
): Driver {
  const { library, trap, placeCode } = state;
  const { call, copy, allocate } = library;
  const module = placeCode(engine, { block: copy(bytes), size: bytes.length });
  const linker = call.wasmtime_linker_new(engine.address);
  const release = (): void => {
    call.wasmtime_linker_delete(linker);
    call.wasmtime_module_delete(module);
  };
  try {
    const names = [DRIVEN.module, DRIVEN.name].map((one) => nameBytes(state, one));
    const where = names.flatMap(({ block, length }) => [block.address, length]);
    requireDone(state, call.wasmtime_linker_define(linker, context, ...where, driven.address));
    const instance = allocate(INSTANCE_BYTES);
    const error = call.wasmtime_linker_instantiate(
      linker,
      context,
      module,
      instance.address,
      trap.address,
    );
    if (error !== 0 || !trap.isNull()) throw faultOf(state, error, null);
    const name = nameBytes(state, DRIVE);
    return { drive: findExtern(state, { context, instance: instance.address }, name), release };
  } catch (error) {
    release();
    throw error;
  }
}
