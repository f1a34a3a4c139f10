import type { Transpiled } from "../../model/component.ts";
import { findWitExport, isCommand, toCamelCase } from "../../wasm/component/names.ts";
import { ErrorResult, GuestExit, HostError } from "../errors.ts";
import type { GuestFunction } from "../glue.ts";
import { createSessionFactory, type HostSession, type SessionFactory } from "../host.ts";
import type { Payload } from "../payload.ts";
import type { Pins } from "../pinned.ts";
import { INSTANTIATING, startFault } from "../start-fault.ts";
import { type CreateWasi, loadWasi, provideImports } from "./provide-imports.ts";

/** What is loaded of a component before its clock starts: the host that serves it. */
export interface ComponentHost {
  readonly transpiled: Transpiled;
  readonly sessions: SessionFactory;
  readonly createWasi: CreateWasi;
}

/** A core instance, or what stands for one. */
interface CoreInstance {
  readonly exports: WebAssembly.Exports;
}

/** How core modules become instances. */
export interface CoreEngine {
  /** The compiled core module of a name. */
  readonly moduleOf: (name: string) => WebAssembly.Module;
  readonly instantiate: (module: WebAssembly.Module, imports: WebAssembly.Imports) => CoreInstance;
}

/** A live component. */
export interface ComponentInstance {
  readonly session: HostSession;
  /** Finds an exported function by any of its names. */
  readonly find: (name: string) => GuestFunction;
  /** Memories its core instances export, each once. */
  readonly memories: readonly WebAssembly.Memory[];
  /** Functions of the world and its interfaces, with the classes of their resources, by the names JavaScript has. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The JavaScript of a component, loaded. */
export type Instantiate = (engine: CoreEngine) => ComponentInstance;

type Exports = Readonly<Record<string, unknown>>;

interface Loaded {
  readonly instantiate: (
    getCoreModule: (name: string) => WebAssembly.Module,
    imports: unknown,
    instantiateCore: (module: WebAssembly.Module, imports?: WebAssembly.Imports) => CoreInstance,
  ) => Exports;
}

/**
 * Loads the host of a component: the user's imports module, and WASI 0.2 where it is imported.
 *
 * @param payload - a transpiled component
 * @param pins - clocks and randomness that repeat; null for the real ones
 * @returns the host
 * @throws HostError when it cannot be loaded
 */
export async function loadComponentHost(
  payload: Payload,
  pins: Pins | null = null,
): Promise<ComponentHost> {
  const { transpiled } = payload;
  if (transpiled === undefined) throw new HostError("it is no Component Model binary");
  // The first WASI is none of a component's.
  const host =
    payload.host.kind === "wasi" ? { ...payload.host, kind: "none" as const } : payload.host;
  const sessions = await createSessionFactory({ ...payload, host }, pins);
  return { transpiled, sessions, createWasi: await loadWasi(transpiled.world, payload.wasi) };
}

/**
 * Loads a copy of the JavaScript between core modules and host, from text that no other copy shares.
 *
 * @param host - component and host
 * @param nonce - distinguishes the copy
 * @returns makes instances
 * @throws whatever loading it throws
 */
export async function loadCopy(
  { transpiled, sessions, createWasi }: ComponentHost,
  nonce: number,
): Promise<Instantiate> {
  const text = Buffer.from(`${transpiled.source}\n// ${nonce}\n`).toString("base64");
  const address = `data:text/javascript;base64,${text}`;
  const { instantiate } = (await import(/* webpackIgnore: true */ address)) as Loaded;
  const { world } = transpiled;
  return (engine: CoreEngine): ComponentInstance => {
    const session = sessions();
    const imports = provideImports(world, { host: session.imports, wasi: createWasi() });
    const memories = new Set<WebAssembly.Memory>();
    const makeCore = (module: WebAssembly.Module, own: WebAssembly.Imports = {}): CoreInstance => {
      const made = engine.instantiate(module, own);
      for (const item of Object.values(made.exports))
        if (item instanceof WebAssembly.Memory) memories.add(item);
      return made;
    };
    let exports: Exports;
    try {
      exports = instantiate(engine.moduleOf, imports, makeCore);
    } catch (error) {
      throw startFault(INSTANTIATING, error);
    }
    session.attach(shownInstance(exports));
    const find = (name: string): GuestFunction => findFunction(exports, transpiled, name);
    return { session, find, memories: [...memories], exports };
  };
}

/**
 * The compiled core module of a name.
 *
 * @param modules - compiled core modules by name
 * @param name - name the component's JavaScript asks for
 * @returns the module
 * @throws HostError when there is none of that name
 */
export function requireModule(
  modules: ReadonlyMap<string, WebAssembly.Module>,
  name: string,
): WebAssembly.Module {
  const found = modules.get(name);
  if (found === undefined) throw new HostError(`the component has no core module ${name}`);
  return found;
}

/** What host code sees of a component under `getInstance()`. */
function shownInstance(exports: Exports): WebAssembly.Instance {
  return Object.create(WebAssembly.Instance.prototype, {
    exports: { value: exports, enumerable: true },
  }) as WebAssembly.Instance;
}

function findFunction(exports: Exports, { world }: Transpiled, named: string): GuestFunction {
  const found = findWitExport(world, named);
  if ("fault" in found) throw new HostError(found.fault);
  const { item, name, type } = found;
  const scope = item.isFunction ? exports : (exports[item.name] as Exports | undefined);
  const target = scope?.[toCamelCase(name)];
  if (typeof target !== "function") throw new HostError(`there is no exported function "${named}"`);
  const call = target as GuestFunction;
  const whole = isCommand(item.name)
    ? (...args: unknown[]): unknown => endNormally(() => call(...args))
    : call;
  return type.result?.kind === "result" ? telling(named, whole) : whole;
}

function toldAs(named: string, error: unknown): unknown {
  return error instanceof Error && "payload" in error
    ? new ErrorResult(named, { cause: error })
    : error;
}

/** The error of a `result` is thrown to JavaScript; as a result it is none that was to be measured. */
function telling(named: string, call: GuestFunction): GuestFunction {
  return (...args: unknown[]): unknown => {
    try {
      return call(...args);
    } catch (error) {
      throw toldAs(named, error);
    }
  };
}

/** A command that exits with 0 has succeeded. */
function endNormally(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof GuestExit && error.exitCode === 0) return undefined;
    throw error;
  }
}
