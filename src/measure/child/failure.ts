import type { Failure, Side } from "../../model/sample.ts";
import { GuestExit, HostError, MissingTrap, WrongResult } from "../../suites/errors.ts";
import { categorizeTrap } from "../../wasm/traps.ts";

const LONGEST_MESSAGE = 500;

/**
 * Names what went wrong while a guest was run.
 *
 * @param error - whatever was thrown
 * @param side - the side that was running, or null when it is not known
 * @returns the failure as data
 */
export function describeFailure(error: unknown, side: Side | null): Failure {
  const message = (error instanceof Error ? error.message : String(error)).slice(
    0,
    LONGEST_MESSAGE,
  );
  return { ...classify(error, message), message, side };
}

function classify(error: unknown, message: string): Pick<Failure, "kind" | "category"> {
  if (error instanceof WrongResult || error instanceof MissingTrap)
    return { kind: "wrong-result", category: null };
  if (error instanceof GuestExit) return { kind: "exit", category: null };
  if (error instanceof HostError) return { kind: "host-error", category: null };
  if (error instanceof WebAssembly.CompileError) return { kind: "compile-error", category: null };
  if (error instanceof WebAssembly.LinkError) return { kind: "link-error", category: null };
  if (error instanceof RangeError && /memory|allocat/i.test(message))
    return { kind: "out-of-memory", category: null };
  const category = categorizeTrap(error);
  if (category !== null) return { kind: "trap", category: String(category) };
  return { kind: "host-error", category: null };
}
