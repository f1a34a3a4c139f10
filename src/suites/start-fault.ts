import { PartFault } from "./errors.ts";

/**
 * Says of what a guest throws while it is made that it was not called yet.
 *
 * @param part - what was done, such as `instantiating it`
 * @param error - what was thrown
 * @returns a PartFault with that cause; an error of linking as it is, for it says so itself
 */
export function startFault(part: string, error: unknown): unknown {
  const isLinking = error instanceof WebAssembly.LinkError || error instanceof TypeError;
  return isLinking || error instanceof PartFault ? error : new PartFault(part, { cause: error });
}

/** Instantiating, as messages call it: segments are written and the start function runs. */
export const INSTANTIATING = "instantiating it";
/** What is done to a reactor, as messages call it. */
export const INITIALISING = "initialising it (`_initialize`)";
