import type { HeldTrap } from "../suites/native-program.ts";
import {
  FIRST_RENUMBERED_TRAP,
  NativeTrap,
  type TrapCategory,
  trapCodeOfWords,
  trapOfCode,
} from "../wasm/traps.ts";
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
  readonly takeTrap: (trap: number) => NativeTrap;
  /** Keeps a trap until it is released. */
  readonly holdTrap: (trap: number) => HeldTrap;
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
  const wordsOf = (trap: number): string => trapMessage(library, trap, words);
  const codeOf = createTrapCodes(library, wordsOf);
  return {
    takeMessage: (error: number): string => {
      call.wasmtime_error_message(error, words.address);
      call.wasmtime_error_delete(error);
      return takeText(library, words);
    },
    exitCode: (error: number): number | null =>
      call.wasmtime_error_exit_status(error, cell.address) ? cell.view.getInt32(0, true) : null,
    takeTrap: (trap: number): NativeTrap => {
      const code = codeOf(trap)();
      const known = code === null ? null : trapOfCode(code);
      const message = known === null ? wordsOf(trap) : TRAP + known.text;
      call.wasm_trap_delete(trap);
      return new NativeTrap(message, code);
    },
    holdTrap: (trap: number): HeldTrap => {
      const read = codeOf(trap);
      return {
        categorize: (): TrapCategory => {
          const code = read();
          return (code === null ? null : trapOfCode(code))?.category ?? "other trap";
        },
        release: (): void => {
          call.wasm_trap_delete(trap);
        },
      };
    },
  };
}

/** Reads the code of a trap, in the numbers that versions from 42 on use; null for a trap without one. */
type ReadCode = () => number | null;

/** Every version numbers the first traps alike. Others are told by their words, whatever their number. */
function createTrapCodes(
  library: EngineLibrary,
  messageOf: (trap: number) => string,
): (trap: number) => ReadCode {
  const { call, has } = library;
  const cell = library.allocate(8);
  const numbersAll = has("wasmtime_trap_new_code");
  const ask = (trap: number): number | null =>
    call.wasmtime_trap_code(trap, cell.address) ? cell.view.getUint8(0) : null;
  const byWords = (trap: number): number | null => trapCodeOfWords(messageOf(trap));
  const read = (trap: number): number | null => {
    const code = ask(trap);
    return code !== null && code < FIRST_RENUMBERED_TRAP ? code : byWords(trap);
  };
  return (trap: number): ReadCode => {
    // Asked for a trap that it has no number for, an older library ends the process.
    const isSafe = numbersAll || (byWords(trap) ?? FIRST_RENUMBERED_TRAP) < FIRST_RENUMBERED_TRAP;
    return () => (isSafe ? read(trap) : byWords(trap));
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
