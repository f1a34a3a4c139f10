import type { GuestFunction } from "./glue.ts";

type Maker = (...bindings: unknown[]) => () => unknown;

/**
 * Compiles a closure from source text that no other copy shares, because V8 shares type feedback between closures of equal text.
 *
 * @param body - source of the closure's body; may use the bindings and `last`, a variable that outlives the call
 * @param bindings - names and values the body sees
 * @param nonce - distinguishes the copy
 * @returns the closure
 * @see docs/measurement.md#copies
 */
export function createTrampoline(
  body: string,
  bindings: Readonly<Record<string, unknown>>,
  nonce: number,
): () => unknown {
  const source = `"use strict"; let last = 0; return function copy${nonce}() { /* ${nonce} */ ${body} };`;
  const make = new Function(...Object.keys(bindings), source) as Maker;
  return make(...Object.values(bindings));
}

/**
 * A closure that calls an export with fixed arguments and keeps the result alive.
 *
 * @param target - the export
 * @param args - arguments of every call
 * @param nonce - distinguishes the copy
 * @returns the closure; it returns the export's result
 */
export function createCaller(
  target: GuestFunction,
  args: readonly unknown[],
  nonce: number,
): () => unknown {
  const names = args.map((_, index) => `a${index}`);
  const bindings = Object.fromEntries(args.map((value, index) => [`a${index}`, value]));
  return createTrampoline(
    `return last = target(${names.join(", ")});`,
    { target, ...bindings },
    nonce,
  );
}
