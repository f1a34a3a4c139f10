import type { Argument, Call } from "../model/benchmark.ts";
import { prepareUnique, rewriteNonce, type UniqueModule } from "../wasm/unique.ts";
import { checkAnswer } from "./check-answer.ts";
import { describeCall } from "./describe-call.ts";
import { GuestExit, HostError, MissingTrap, WrongResult } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { type GuestFunction, importGlue } from "./glue.ts";
import { createSessionFactory, type HostSession, type SessionFactory } from "./host.ts";
import { linkFault } from "./link-fault.ts";
import { createNativeFactory } from "./native-guest.ts";
import type { GuestMemory, NativeInstance, Residence } from "./native-program.ts";
import type { Payload } from "./payload.ts";
import { argumentsOf, placeArguments } from "./placed-arguments.ts";
import { sameValue } from "./same-value.ts";
import { INITIALISING, INSTANTIATING, startFault } from "./start-fault.ts";
import { compileTranspiled } from "./transpiled/compile-transpiled.ts";
import { loadComponentHost } from "./transpiled/load-transpiled.ts";

/** A live instance with its host. */
export interface Guest {
  /** Null for glue, which keeps its instance to itself, and for components, which are made of several. */
  readonly instance: WebAssembly.Instance | null;
  readonly session: HostSession | null;
  readonly find: (name: string) => GuestFunction;
  /** Memories of the instances of a component, of glue or of a native engine; absent where the exports of the instance tell. */
  readonly memories?: readonly GuestMemory[];
  /** Everything that glue or a component exports, by name; absent where the instance tells. */
  readonly exports?: Readonly<Record<string, unknown>>;
  /** Loads a further module beside glue, for the same copy; absent for everything else. */
  readonly load?: (name: string) => Promise<unknown>;
  /** The instance on a native engine; absent on V8. */
  readonly native?: NativeInstance;
  /** What is known of memories that nobody reaches from outside; absent where they are reached. */
  readonly residence?: Residence;
  /** Lets it go at once; absent on V8, which collects it some time later. */
  readonly drop?: () => void;
}

/** Makes guests of one compilation. */
export interface GuestMaker {
  (): Guest;
  /** Lets the compiled code go, where no guest was made of it; absent on V8. */
  readonly drop?: () => void;
}

/** One copy's own compiled module, from which guests are made. */
export interface GuestFactory {
  /** Null for glue, components and native engines. */
  readonly module: WebAssembly.Module | null;
  /** Modules that it imports from, on a native engine; absent where the module tells. */
  readonly importsFrom?: ReadonlySet<string>;
  readonly create: () => Guest;
  /**
   * Compiles everything anew, from bytes unique to the serial, and returns what makes instances of that; null for glue,
   * which compiles its module and keeps its instance itself.
   */
  readonly recompile: ((serial: number) => GuestMaker) | null;
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
  if (payload.engine !== undefined) return createNativeFactory(payload);
  if (payload.transpiled !== undefined)
    return { module: null, ...(await compileTranspiled(await loadComponentHost(payload), nonce)) };
  if (payload.glue !== null) installFileFetch(payload.glue.url);
  const sessions = await createSessionFactory(payload);
  if (payload.glue !== null) {
    const { scope } = await importGlue(payload, { nonce, module: nonce });
    return {
      module: null,
      create: () => ({ instance: null, session: null, ...scope }),
      recompile: null,
    };
  }
  const unique = prepareUnique(payload.bytes);
  const module = new WebAssembly.Module(rewriteNonce(unique, nonce));
  return {
    module,
    create: () => instantiate(module, sessions),
    recompile: (serial: number): (() => Guest) => recompiled(unique, serial, sessions),
  };
}

function recompiled(unique: UniqueModule, serial: number, sessions: SessionFactory): () => Guest {
  const module = new WebAssembly.Module(rewriteNonce(unique, serial));
  return () => instantiate(module, sessions);
}

/**
 * Makes a live instance of a compiled module.
 *
 * @param module - compiled module
 * @param sessions - makes the host of the instance
 * @returns the guest, attached to its host
 * @throws WebAssembly.LinkError naming every import that nobody provides; PartFault for what it throws by itself
 */
export function instantiate(module: WebAssembly.Module, sessions: SessionFactory): Guest {
  const session = sessions();
  const instance = link(module, session.imports);
  attach(session, instance);
  return {
    instance,
    session,
    find: (name: string): GuestFunction => findExport(instance.exports, name),
  };
}

/** A reactor is initialised by it. */
function attach(session: HostSession, instance: WebAssembly.Instance): void {
  try {
    session.attach(instance);
  } catch (error) {
    throw startFault(INITIALISING, error);
  }
}

function link(module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Instance {
  try {
    return new WebAssembly.Instance(module, imports);
  } catch (error) {
    throw startFault(INSTANTIATING, linkFault(error, module, imports));
  }
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
  const result = callTimed(guest, call);
  checkAnswer(guest, call, { name: describeCall(call), result });
  return result;
}

/**
 * Runs a call once. What it must leave in memory is not looked at: reading that back would be timed too.
 *
 * @param guest - live instance
 * @param call - as for {@link callOnce}
 * @returns what the guest returned
 * @throws as {@link callOnce}, but for data
 */
export function callTimed(guest: Guest, call: Call): unknown {
  const result = callUnchecked(guest, call);
  if (call.export !== "_start") checkResult(call, result);
  return result;
}

/**
 * Runs a call once, whatever it returns.
 *
 * @param guest - live instance
 * @param call - as for {@link callOnce}
 * @returns what the guest returned, a promise where it is one
 * @throws what the guest throws; GuestExit on a WASI exit code other than 0
 */
export function callUnchecked(guest: Guest, call: Call): unknown {
  const { session, instance, native } = guest;
  if (call.export === "_start" && session?.start && (instance ?? native) != null) {
    const code = session.start();
    if (code !== 0) throw new GuestExit(code);
    return code;
  }
  return guest.find(call.export)(...argumentsOf(guest, call).args);
}

/**
 * Checks everything that is asked of a call.
 *
 * @param guest - live instance
 * @param call - the call that was made
 * @param result - what it returned, awaited
 * @throws as {@link callOnce}
 */
export function checkAll(guest: Guest, call: Call, result: unknown): void {
  if (call.export === "_start") return;
  checkResult(call, result);
  checkAnswer(guest, call, { name: describeCall(call), result });
}

/**
 * Whether a result must be awaited.
 *
 * @param value - what a call returned
 * @returns true for a promise of any kind
 */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === "function";
}

/**
 * Runs a call once and checks all it must do; where its data can be given back, with data of its own.
 *
 * @param guest - live instance
 * @param call - as for {@link callOnce}
 * @returns what the guest returned
 * @throws as {@link callOnce}
 */
export function verifyCall(guest: Guest, call: Call): unknown {
  const { place } = call;
  if (place === undefined || place.free === null) return callOnce(guest, call);
  const fresh = placeArguments(guest, call, place);
  const result = guest.find(call.export)(...fresh.args);
  checkResult(call, result);
  checkAnswer(guest, call, { name: describeCall(call), result }, fresh);
  fresh.release();
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
  if (isPromise(result))
    throw new HostError(
      `${describeCall(call)} returned a promise, and only calls of glue and of a \`workload\` are awaited`,
    );
  // Of a component, nothing may be what is expected: a value of its own, and not the same as no expectation.
  if (!("expect" in call) || sameValue(call.expect as Argument, result)) return;
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
  const { args } = argumentsOf(guest, call);
  try {
    trap(...args);
  } catch (error) {
    return error;
  }
  throw new MissingTrap(describeCall(call));
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
