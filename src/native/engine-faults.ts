import { NativeTrap, trapOfCode } from "../wasm/traps.ts";
import type { EngineLibrary } from "./engine-library.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** How a trap without words of its own begins, as the engine writes it. */
const TRAP = "wasm trap: ";

/** Turns errors and traps of an engine into errors of JavaScript, and deletes them. */
export interface EngineFaults {
  /** Words of an error. */
  readonly takeMessage: (error: number) => string;
  /** Exit code of a guest that ended itself; null for any other error, which stays. */
  readonly exitCode: (error: number) => number | null;
  /** Code of a trap; null for one without. It stays. */
  readonly trapCode: (trap: number) => number | null;
  readonly takeTrap: (trap: number) => NativeTrap;
}

/**
 * Creates what reads the faults of an engine.
 *
 * @param library - the loaded library
 * @returns readers; each deletes what it takes
 */
export function createEngineFaults(library: EngineLibrary): EngineFaults {
  const { call } = library;
  const words = library.allocate(16);
  const cell = library.allocate(8);
  const trapCode = (trap: number): number | null =>
    call.wasmtime_trap_code(trap, cell.address) ? cell.view.getUint8(0) : null;
  return {
    takeMessage: (error: number): string => {
      call.wasmtime_error_message(error, words.address);
      call.wasmtime_error_delete(error);
      return takeText(library, words);
    },
    exitCode: (error: number): number | null =>
      call.wasmtime_error_exit_status(error, cell.address) ? cell.view.getInt32(0, true) : null,
    trapCode,
    takeTrap: (trap: number): NativeTrap => {
      const code = trapCode(trap);
      const known = code === null ? null : trapOfCode(code);
      const message = known === null ? trapMessage(library, trap, words) : TRAP + known.text;
      call.wasm_trap_delete(trap);
      return new NativeTrap(message, code);
    },
  };
}

/** Its last line is the cause; those before it tell where. */
function trapMessage(library: EngineLibrary, trap: number, words: MemoryBlock): string {
  library.call.wasm_trap_message(trap, words.address);
  const text = takeText(library, words);
  return /(?:Caused by:\s*)([\s\S]+)$/.exec(text)?.[1]?.trim() ?? text;
}

/** A vector of bytes: its size, then where they are. Messages of traps end with a zero. */
function takeText(library: EngineLibrary, words: MemoryBlock): string {
  const [size, data] = [words.word(0), words.word(1)];
  const text = size === 0 ? "" : library.textAt(data, size);
  library.call.wasm_byte_vec_delete(words.address);
  return text.replace(/\0.*$/s, "").trim();
}
