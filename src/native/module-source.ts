import { messageOf } from "../errors.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { readModule } from "../wasm/read-module.ts";
import type { EngineLibrary } from "./engine-library.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** A module as it is compiled: what is asked of its bytes is found out once, and not while something is timed. */
export interface ModuleSource {
  readonly block: MemoryBlock;
  /** Bytes of the module, without what rounds the block. */
  readonly size: number;
  readonly facts: ModuleFacts;
}

/** Gives the source of a module. */
export type SourceOf = (bytes: Uint8Array) => ModuleSource;

/**
 * Creates what keeps the sources of modules, each for as long as its bytes.
 *
 * @param library - the loaded library
 * @returns gives the source of a module; throws WebAssembly.CompileError for bytes that are none
 */
export function createSources({ copy }: Pick<EngineLibrary, "copy">): SourceOf {
  const known = new WeakMap<Uint8Array, ModuleSource>();
  return (bytes: Uint8Array): ModuleSource => {
    const found = known.get(bytes) ?? readSource(bytes, copy);
    known.set(bytes, found);
    return found;
  };
}

function readSource(bytes: Uint8Array, copy: EngineLibrary["copy"]): ModuleSource {
  return { block: copy(bytes), size: bytes.length, facts: decode(bytes) };
}

/** What cannot be read does not compile either. */
function decode(bytes: Uint8Array): ModuleFacts {
  try {
    return readModule(bytes);
  } catch (error) {
    throw Object.assign(new WebAssembly.CompileError(messageOf(error)), { cause: error });
  }
}
