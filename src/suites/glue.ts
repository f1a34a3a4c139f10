import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { prepareUnique, rewriteNonce } from "../wasm/unique.ts";
import { HostError } from "./errors.ts";
import { joinScopes } from "./join-scopes.ts";
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
 * @returns what is found by its name, in the module, its default export or what initialising it gave
 * @throws HostError when it cannot be loaded or exports no such function
 */
export async function importGlue(payload: Payload, nonce: number): Promise<GlueScope> {
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
  return {
    find: (name: string): GuestFunction => {
      for (const scope of scopes) {
        const found = lookUp(scope, name);
        if (typeof found === "function") return found.bind(scope) as GuestFunction;
      }
      throw new HostError(`the glue module exports no function "${name}"`);
    },
    exports: joinScopes(scopes),
    load: (name: string): Promise<unknown> => loadBeside(url, name, nonce),
  };
}

/** A copy of glue. */
export interface GlueScope {
  /** Finds a function, bound to where it was found. */
  readonly find: (name: string) => GuestFunction;
  /** Everything, as it is now: functions, classes and values. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Imports a module of the same copy, relative to the glue or by the name of a package it finds. */
  readonly load: (name: string) => Promise<unknown>;
}

async function loadBeside(url: string, name: string, nonce: number): Promise<unknown> {
  const isPath = /^\.{0,2}\//.test(name);
  const find = (): string => pathToFileURL(createRequire(url).resolve(name)).href;
  try {
    if (name.startsWith("node:")) return await import(/* webpackIgnore: true */ name);
    const address = isPath ? new URL(name, url).href : find();
    return await import(/* webpackIgnore: true */ `${address}?copy=${nonce}`);
  } catch (cause) {
    throw new HostError(
      `guest.load(${JSON.stringify(name)}) failed: ${loadFault(cause, url, "candidate")}; it is relative to the glue`,
      { cause },
    );
  }
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
