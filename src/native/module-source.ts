import { messageOf } from "../errors.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { readModule } from "../wasm/read-module.ts";
import type { EngineLibrary } from "./engine-library.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** Bytes in memory that stays where it is. */
export interface HeldBytes {
  readonly block: MemoryBlock;
  /** How many, without what rounds the block. */
  readonly size: number;
}

/** A module as it is compiled: what is asked of its bytes is found out once, and not while something is timed. */
export interface ModuleSource extends HeldBytes {
  readonly facts: ModuleFacts;
}

/** What is compiled, kept for as long as its bytes. */
export interface Sources {
  /** The source of a module; throws WebAssembly.CompileError for bytes that are none. */
  readonly sourceOf: (bytes: Uint8Array) => ModuleSource;
  /** Bytes that are no module. */
  readonly blockOf: (bytes: Uint8Array) => HeldBytes;
}

/**
 * Creates what keeps the sources of modules and components, each for as long as its bytes.
 *
 * @param library - the loaded library
 * @returns gives them
 */
export function createSources({ copy }: Pick<EngineLibrary, "copy">): Sources {
  const blockOf = keptBy((bytes) => ({ block: copy(bytes), size: bytes.length }));
  return { blockOf, sourceOf: keptBy((bytes) => ({ ...blockOf(bytes), facts: decode(bytes) })) };
}

function keptBy<Source>(read: (bytes: Uint8Array) => Source): (bytes: Uint8Array) => Source {
  const known = new WeakMap<Uint8Array, Source & object>();
  return (bytes: Uint8Array): Source => {
    const found = known.get(bytes) ?? read(bytes);
    known.set(bytes, found as Source & object);
    return found;
  };
}

/** What cannot be read does not compile either. */
function decode(bytes: Uint8Array): ModuleFacts {
  try {
    return readModule(bytes);
  } catch (error) {
    throw Object.assign(new WebAssembly.CompileError(messageOf(error)), { cause: error });
  }
}
