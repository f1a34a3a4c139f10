import type { PlaceCode } from "./code-copies.ts";
import type { EngineFaults } from "./engine-faults.ts";
import type { EngineLibrary } from "./engine-library.ts";
import type { MemoryBlock } from "./memory-block.ts";
import type { Sources } from "./module-source.ts";

/** What one run of a guest needs of its host while it runs. */
export interface Session {
  /** Functions of JavaScript by the place of the import that asks for them; undefined for what the engine gives. */
  readonly functions: readonly (NativeCallee | undefined)[];
  /** What a function of JavaScript threw, which the engine cannot carry. */
  thrown: { readonly error: unknown } | null;
}

/** A function of JavaScript that a guest calls. */
export type NativeCallee = (...args: unknown[]) => unknown;

/** Everything that is held and must be let go by hand. */
export interface Held {
  readonly release: () => void;
}

/** What all engines of one library share. */
export interface EngineState extends Sources {
  readonly library: EngineLibrary;
  readonly faults: EngineFaults;
  readonly placeCode: PlaceCode;
  /** Address of what JavaScript is called back by. */
  readonly callback: number;
  /** Where a call leaves its trap: zero whenever no call returns. */
  readonly trap: MemoryBlock;
  /** Where a call leaves what it makes. */
  readonly made: MemoryBlock;
  /** Host functions by their numbers. */
  readonly invokers: Invoker[];
  /** The guest that runs. */
  active: Session | null;
  /** The last taken is let go first. */
  readonly held: Set<Held>;
  /** Error of a guest that ended itself. */
  readonly exit: (code: number) => Error;
  /** Error of a call of a component that returned the error of its result, from the name of its function. */
  readonly errorResult: (name: string, payload: unknown) => Error;
}

/** Takes values at an address, calls a function and writes what it returns to the same address. */
export type Invoker = (session: Session, values: number) => void;

/**
 * Turns what a call left behind into the error it stands for.
 *
 * @param state - the library's state; its trap is taken
 * @param error - error of the engine; 0 for none
 * @param session - the guest that ran; null where none did
 * @returns what to throw: what JavaScript threw, the exit of a guest, a trap, or an error by the engine's words
 */
export function faultOf(state: EngineState, error: number, session: Session | null): unknown {
  const { faults, trap } = state;
  const raised = trap.word(0);
  trap.clear();
  const thrown = session?.thrown ?? null;
  if (session !== null) session.thrown = null;
  if (thrown !== null) {
    if (raised !== 0) state.library.call.wasm_trap_delete(raised);
    if (error !== 0) state.library.call.wasmtime_error_delete(error);
    return thrown.error;
  }
  if (raised !== 0) return faults.takeTrap(raised);
  const code = faults.exitCode(error);
  if (code === null) return new WebAssembly.LinkError(faults.takeMessage(error));
  state.library.call.wasmtime_error_delete(error);
  return state.exit(code);
}

/**
 * Requires that a call made no error.
 *
 * @param state - the library's state
 * @param error - what it returned: 0 for none
 * @throws WebAssembly.LinkError in the engine's words
 */
export function requireDone(state: EngineState, error: number): void {
  if (error !== 0) throw faultOf(state, error, null);
}
