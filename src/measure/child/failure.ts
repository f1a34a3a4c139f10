import { messageOf } from "../../errors.ts";
import type { Failure, Side } from "../../model/sample.ts";
import {
  GuestExit,
  HostError,
  MissingTrap,
  PartFault,
  Uncounted,
  WrongResult,
} from "../../suites/errors.ts";
import { categorizeTrap } from "../../wasm/traps.ts";

const LONGEST_MESSAGE = 500;

/** A failure that was described where it happened. */
export class DescribedFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = "DescribedFailure";
    this.failure = failure;
  }
}

/**
 * Names what went wrong while a guest was run.
 *
 * @param error - whatever was thrown
 * @param side - the side that was running, or null when it is not known
 * @returns the failure as data
 */
export function describeFailure(error: unknown, side: Side | null): Failure {
  if (error instanceof DescribedFailure) return { ...error.failure, side };
  if (error instanceof PartFault) {
    const inner = describeFailure(error.cause, side);
    return { ...inner, message: `${error.message}: ${inner.message}`.slice(0, LONGEST_MESSAGE) };
  }
  const message = textOf(error).slice(0, LONGEST_MESSAGE);
  return { ...classify(error, message), message, side };
}

/** Guests and their hosts throw anything: exceptions of WebAssembly, objects without a text, proxies. */
function textOf(error: unknown): string {
  try {
    if (error instanceof WebAssembly.Exception)
      return "an exception of the guest that nobody caught";
    return String(messageOf(error));
  } catch {
    return "something that has no text was thrown";
  }
}

function classify(error: unknown, message: string): Pick<Failure, "kind" | "category"> {
  if (error instanceof WrongResult || error instanceof MissingTrap)
    return { kind: "wrong-result", category: null };
  if (error instanceof GuestExit) return { kind: "exit", category: null };
  if (error instanceof Uncounted) return { kind: "internal", category: null };
  if (error instanceof HostError) return { kind: "host-error", category: null };
  if (error instanceof WebAssembly.CompileError) return { kind: "compile-error", category: null };
  if (error instanceof WebAssembly.LinkError) return { kind: "link-error", category: null };
  if (isMemoryFault(error, message)) return { kind: "out-of-memory", category: null };
  const category = categorizeTrap(error);
  if (category !== null) return { kind: "trap", category: String(category) };
  return { kind: "host-error", category: null };
}

/** A memory that cannot be made, an array too large, or an isolate at its limit. */
function isMemoryFault(error: unknown, message: string): boolean {
  if ((error as NodeJS.ErrnoException | null)?.code === "ERR_WORKER_OUT_OF_MEMORY") return true;
  return error instanceof RangeError && /memory|allocat/i.test(message);
}
