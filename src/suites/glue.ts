import { prepareUnique, rewriteNonce } from "../wasm/unique.ts";
import { HostError } from "./errors.ts";
import { loadFault } from "./load-fault.ts";
import type { Payload } from "./payload.ts";
import { beginCopy } from "./separate-copies.ts";

/** An export, as called from JavaScript. */
export type GuestFunction = (...args: unknown[]) => unknown;

/** Finds a function by its name, in the module, its default export or what initialising it gave. */
export type FindFunction = (name: string) => GuestFunction;

/** A copy of glue, loaded. */
export interface LoadedGlue {
  /** Throws a {@link HostError} for a name that is none of a function. */
  readonly find: FindFunction;
  /** Initialises the same JavaScript once more, handed the same bytes; null for glue without `init`. */
  readonly again: (() => Promise<FindFunction>) | null;
}

/** What tells copies of glue apart. */
export interface GlueCopyIds {
  /** Of the JavaScript: different for every copy. */
  readonly nonce: number;
  /** Of the bytes it is handed: equal for copies that may run the same compiled module. */
  readonly module: number;
}

/**
 * Imports a copy of a glue module, and hands it its own module's bytes where it wants them.
 *
 * @param payload - the component; imported anew with all it needs, under a query of its own
 * @param ids - what distinguishes the copy
 * @returns what finds its functions, and initialises it again
 * @throws HostError when it cannot be loaded
 */
export async function importGlue(payload: Payload, ids: GlueCopyIds): Promise<LoadedGlue> {
  const { url, init } = payload.glue ?? { url: "", init: null };
  try {
    beginCopy(ids.nonce);
    const namespace = (await import(
      /* webpackIgnore: true */ `${url}?copy=${ids.nonce}`
    )) as Record<string, unknown> & { readonly default?: unknown };
    const scopes = [namespace, namespace.default];
    if (init === null) return { find: finderIn(scopes), again: null };
    const bytes = ownBytes(payload, ids.module);
    const again = async (): Promise<FindFunction> =>
      finderIn([...scopes, await initialise(lookUp(namespace, init), bytes)]);
    return { find: await again(), again };
  } catch (cause) {
    throw new HostError(
      `the glue module could not be loaded: ${loadFault(cause, url, payload.side)}`,
      { cause },
    );
  }
}

function finderIn(scopes: readonly unknown[]): FindFunction {
  return (name: string): GuestFunction => {
    for (const scope of scopes) {
      const found = lookUp(scope, name);
      if (typeof found === "function") return found.bind(scope) as GuestFunction;
    }
    throw new HostError(`the glue module exports no function "${name}"`);
  };
}

/** What was handed over last, so that copies of one module are not delayed by copying it. */
let handed: { source: Uint8Array; nonce: number; bytes: Uint8Array } | null = null;

/** Glue that is handed its module gets bytes of its own too, so that no copy runs another one's code. */
function ownBytes({ bytes: source }: Payload, nonce: number): Uint8Array {
  if (source.length === 0) return source;
  // Glue may have given the buffer away.
  const isHeld = handed?.source === source && handed.nonce === nonce && handed.bytes.length > 0;
  if (!isHeld) handed = { source, nonce, bytes: rewriteNonce(prepareUnique(source), nonce) };
  return handed?.bytes ?? source;
}

function lookUp(scope: unknown, name: string): unknown {
  const isScope = (typeof scope === "object" && scope !== null) || typeof scope === "function";
  return isScope ? (scope as Record<string, unknown>)[name] : undefined;
}

/**
 * One options object serves wasm-bindgen (`module`, `module_or_path`) and Emscripten (`wasmBinary`); older wasm-bindgen
 * takes the bytes. Without `wasm` the glue finds its module itself.
 */
async function initialise(init: unknown, bytes: Uint8Array): Promise<unknown> {
  if (typeof init !== "function")
    throw new HostError("the export named by `init` is not a function");
  if (bytes.length === 0) return await init();
  try {
    return await init({ module: bytes, module_or_path: bytes, wasmBinary: bytes });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return await init(bytes);
  }
}
