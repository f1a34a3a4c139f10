import { NativeTrap, trapOfWords } from "../../wasm/traps.ts";
import type { EngineState, Session } from "../engine-state.ts";

/** What stands between an error and what brought it about, in the engine's words. */
const CAUSES = "Caused by:";
/** How the place of an error begins. */
const BACKTRACE = /wasm backtrace:$/;
/** Number of a cause, where there are several. */
const NUMBERED = /^\d+: /;

/** Where an error comes from. */
export interface FaultOrigin extends Pick<EngineState, "library" | "faults" | "exit"> {
  readonly session: Session;
}

/**
 * Turns the error of a component into the one it stands for, and deletes it.
 *
 * @param from - the library's state, and the guest that ran
 * @param error - address of the error
 * @param other - makes the error of what is neither thrown by JavaScript, nor an exit, nor a trap, from the engine's words
 * @returns what JavaScript threw, the exit of a guest, a trap, or what `other` makes
 */
export function componentFault(
  { library, faults, exit, session }: FaultOrigin,
  error: number,
  other: (words: string) => Error,
): unknown {
  const { thrown } = session;
  session.thrown = null;
  const code = thrown === null ? faults.exitCode(error) : null;
  if (thrown !== null || code !== null) library.call.wasmtime_error_delete(error);
  if (thrown !== null) return thrown.error;
  if (code !== null) return exit(code);
  const words = faults.takeMessage(error);
  const trap = trapOfWords(words);
  return trap === null ? other(shortened(words)) : new NativeTrap(trap.message, trap.code);
}

/**
 * What a call that fails for no trap's sake ended with: values the guest gave that are none of their types, which the
 * Component Model calls a trap.
 *
 * @param words - the engine's words
 * @returns a trap without a code
 */
export function liftingTrap(words: string): Error {
  return new NativeTrap(words, null);
}

/** What happened, and what brought it about: where it was says nothing here. */
function shortened(words: string): string {
  const [head = "", causes = ""] = words.split(CAUSES);
  const [first = ""] = head.trim().split("\n");
  const what = BACKTRACE.test(first) ? [] : [first];
  const because = causes
    .split("\n")
    .map((line) => line.trim().replace(NUMBERED, ""))
    .filter((line) => line !== "");
  return [...what, ...because].join(": ");
}
