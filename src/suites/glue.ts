import { prepareUnique, rewriteNonce } from "../wasm/unique.ts";
import { HostError } from "./errors.ts";
import { loadFault } from "./load-fault.ts";
import type { Payload } from "./payload.ts";
import { beginCopy } from "./separate-copies.ts";

/** An export, as called from JavaScript. */
export type GuestFunction = (...args: unknown[]) => unknown;

/**
 * Imports a copy of a glue module, and hands it its own module's bytes where it wants them.
 *
 * @param payload - the component; imported anew with all it needs, under a query of its own
 * @param nonce - distinguishes the copy
 * @returns finds a function by its name, in the module, its default export or what initialising it gave
 * @throws HostError when it cannot be loaded or exports no such function
 */
export async function importGlue(
  payload: Payload,
  nonce: number,
): Promise<(name: string) => GuestFunction> {
  const { url, init } = payload.glue ?? { url: "", init: null };
  let namespace: Record<string, unknown> & { readonly default?: unknown };
  let initialised: unknown;
  try {
    beginCopy(nonce);
    namespace = (await import(/* webpackIgnore: true */ `${url}?copy=${nonce}`)) as Record<
      string,
      unknown
    >;
    initialised =
      init === null
        ? undefined
        : await initialise(lookUp(namespace, init), uniqueBytes(payload, nonce));
  } catch (cause) {
    throw new HostError(
      `the glue module could not be loaded: ${loadFault(cause, url, payload.side)}`,
      { cause },
    );
  }
  const scopes = [namespace, namespace.default, initialised];
  return (name: string): GuestFunction => {
    for (const scope of scopes) {
      const found = lookUp(scope, name);
      if (typeof found === "function") return found.bind(scope) as GuestFunction;
    }
    throw new HostError(`the glue module exports no function "${name}"`);
  };
}

/** Glue that is handed its module gets bytes of its own too, so that no copy runs another one's code. */
function uniqueBytes({ bytes }: Payload, nonce: number): Uint8Array {
  return bytes.length === 0 ? bytes : rewriteNonce(prepareUnique(bytes), nonce);
}

function lookUp(scope: unknown, name: string): unknown {
  const isScope = (typeof scope === "object" && scope !== null) || typeof scope === "function";
  return isScope ? (scope as Record<string, unknown>)[name] : undefined;
}

/** One options object serves wasm-bindgen (`module`, `module_or_path`) and Emscripten (`wasmBinary`); older wasm-bindgen takes the bytes. */
async function initialise(init: unknown, bytes: Uint8Array): Promise<unknown> {
  if (typeof init !== "function")
    throw new HostError("the export named by `init` is not a function");
  try {
    return await init({ module: bytes, module_or_path: bytes, wasmBinary: bytes });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return await init(bytes);
  }
}
