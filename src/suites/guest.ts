import type { Call } from "../model/benchmark.ts";
import { prepareUnique, rewriteNonce, type UniqueModule } from "../wasm/unique.ts";
import { GuestExit, HostError, MissingTrap, WrongResult } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { type GuestFunction, importGlue } from "./glue.ts";
import { createSessionFactory, type HostSession, type SessionFactory } from "./host.ts";
import type { Payload } from "./payload.ts";
import { sameValue } from "./same-value.ts";

/** A live instance with its host. */
export interface Guest {
  /** Null for glue, which keeps its instance to itself. */
  readonly instance: WebAssembly.Instance | null;
  readonly session: HostSession | null;
  readonly find: (name: string) => GuestFunction;
}

/** One copy's own compiled module, from which guests are made. */
export interface GuestFactory {
  /** Null for glue. */
  readonly module: WebAssembly.Module | null;
  /** The unique bytes behind the module; null for glue. */
  readonly unique: UniqueModule | null;
  readonly sessions: SessionFactory;
  readonly create: () => Guest;
}

/**
 * Compiles a copy of a component from bytes no other copy shares.
 *
 * @param payload - the component; glue is imported anew under a query of its own
 * @param nonce - distinguishes the copy
 * @returns a factory of instances; for glue every call of `create` gives the same guest
 * @throws WebAssembly.CompileError, HostError
 */
export async function createGuestFactory(payload: Payload, nonce: number): Promise<GuestFactory> {
  if (payload.glue !== null) installFileFetch(payload.glue.url);
  const sessions = await createSessionFactory(payload);
  if (payload.glue !== null) {
    const find = await importGlue(payload, nonce);
    return {
      module: null,
      unique: null,
      sessions,
      create: () => ({ instance: null, session: null, find }),
    };
  }
  const unique = prepareUnique(payload.bytes);
  const module = new WebAssembly.Module(rewriteNonce(unique, nonce));
  return { module, unique, sessions, create: () => instantiate(module, sessions) };
}

/**
 * Makes a live instance of a compiled module.
 *
 * @param module - compiled module
 * @param sessions - makes the host of the instance
 * @returns the guest, attached to its host
 * @throws WebAssembly.LinkError, WebAssembly.RuntimeError
 */
export function instantiate(module: WebAssembly.Module, sessions: SessionFactory): Guest {
  const session = sessions();
  const instance = new WebAssembly.Instance(module, session.imports);
  session.attach(instance);
  return {
    instance,
    session,
    find: (name: string): GuestFunction => findExport(instance.exports, name),
  };
}

/**
 * Runs a call once and checks its result.
 *
 * @param guest - live instance
 * @param call - export, arguments and expectation; `_start` runs a WASI command to its end
 * @returns what the guest returned
 * @throws WrongResult when `expect` is given and differs; GuestExit on a WASI exit code other than 0
 */
export function callOnce(guest: Guest, call: Call): unknown {
  const { session, instance } = guest;
  if (call.export === "_start" && session?.start && instance !== null) {
    const code = session.start(instance);
    if (code !== 0) throw new GuestExit(code);
    return code;
  }
  const result = guest.find(call.export)(...call.args);
  checkResult(call, result);
  return result;
}

/**
 * Compares a result with the one a call must give.
 *
 * @param call - the call that was made
 * @param result - what it returned
 * @throws WrongResult when they differ: an i32 may be given unsigned, an f32 with the digits of a double. HostError for a promise
 */
export function checkResult(call: Call, result: unknown): void {
  if (typeof (result as PromiseLike<unknown> | null | undefined)?.then === "function")
    throw new HostError(
      `${describeCall(call)} returned a promise: only synchronous calls are timed`,
    );
  if (call.expect === undefined || sameValue(call.expect, result)) return;
  throw new WrongResult(describeCall(call), call.expect, result);
}

/**
 * Makes a call that must trap and returns what it threw.
 *
 * @param guest - live instance
 * @param call - the call
 * @returns the error, untouched
 * @throws MissingTrap when the call returns
 */
export function catchTrap(guest: Guest, call: Call): unknown {
  const trap = guest.find(call.export);
  try {
    trap(...call.args);
  } catch (error) {
    return error;
  }
  throw new MissingTrap(describeCall(call));
}

/**
 * A call as people read it.
 *
 * @param call - export and arguments
 * @returns for example `blur(256)`
 */
export function describeCall(call: Call): string {
  return `${call.export}(${call.args.map(String).join(", ")})`;
}

/**
 * Finds an exported function.
 *
 * @param exports - exports of an instance
 * @param name - name of the export
 * @returns the function
 * @throws HostError when there is none of that name
 */
export function findExport(
  exports: WebAssembly.Exports | Record<string, unknown>,
  name: string,
): GuestFunction {
  const found = exports[name];
  if (typeof found !== "function") throw new HostError(`there is no exported function "${name}"`);
  return found as GuestFunction;
}
