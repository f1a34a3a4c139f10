import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { prepareUnique, rewriteNonce } from "../wasm/unique.ts";
import { HostError } from "./errors.ts";
import { exportedFunctions, NO_FUNCTION, NO_INIT } from "./glue-faults.ts";
import { joinScopes } from "./join-scopes.ts";
import { loadFault } from "./load-fault.ts";
import type { Payload } from "./payload.ts";
import { beginCopy } from "./separate-copies.ts";

/** An export, as called from JavaScript. */
export type GuestFunction = (...args: unknown[]) => unknown;

/** Finds a function by its name, in the module, its default export or what initialising it gave. */
export type FindFunction = (name: string) => GuestFunction;

/** What a copy of glue is used by. */
export interface GlueScope {
  /** Finds a function, bound to where it was found; throws a {@link HostError} for a name that is none of a function. */
  readonly find: FindFunction;
  /** Everything, as it is now: functions, classes and values. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Imports a module of the same copy, relative to the glue or by the name of a package it finds. */
  readonly load: (name: string) => Promise<unknown>;
}

/** A copy of glue, loaded. */
export interface LoadedGlue {
  readonly scope: GlueScope;
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
    const scopeOf = (all: readonly unknown[]): GlueScope => ({
      find: finderIn(all),
      exports: joinScopes(all),
      load: (name: string): Promise<unknown> => loadBeside(url, name, ids.nonce),
    });
    if (init === null) return { scope: scopeOf(scopes), again: null };
    const bytes = ownBytes(payload, ids.module);
    const start = lookUp(namespace, init);
    if (typeof start !== "function")
      throw new HostError(`${NO_INIT}; ${exportedFunctions(scopes)}`);
    const initialised = (): Promise<unknown> => initialise(start as Initialise, bytes);
    return {
      scope: scopeOf([...scopes, await initialised()]),
      again: async (): Promise<FindFunction> => finderIn([...scopes, await initialised()]),
    };
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
    throw new HostError(`${NO_FUNCTION} "${name}"; ${exportedFunctions(scopes)}`);
  };
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

/** How raw bindings of AssemblyScript begin: bytes would be compiled, and what comes of that is no instance. */
const TAKES_MODULE = /^async function \w+\(module\b.*\{\s*const adaptedImports\b/;

type Initialise = (...given: unknown[]) => unknown;

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
 * takes the bytes, raw bindings of AssemblyScript the compiled module. Without `wasm` the glue finds its module itself.
 */
async function initialise(init: Initialise, bytes: Uint8Array): Promise<unknown> {
  if (bytes.length === 0) return await init();
  // Trying would make an instance that is none of its users'.
  if (TAKES_MODULE.test(Function.prototype.toString.call(init)))
    return await init(await WebAssembly.compile(new Uint8Array(bytes)));
  try {
    return await init({ module: bytes, module_or_path: bytes, wasmBinary: bytes });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return await init(bytes);
  }
}
