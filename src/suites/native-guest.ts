import { readFileSync } from "node:fs";
import { WASI_MODULE } from "../wasm/module-needs.ts";
import { whyNotNativeFormat } from "./catalog/native-support.ts";
import { HostError } from "./errors.ts";
import { createOwnHosts, type HostSession, type OwnSession } from "./host.ts";
import type {
  GuestMemory,
  NativeHost,
  NativeInstance,
  NativeModule,
  NativeWasi,
  NativeWasmEngine,
} from "./native-program.ts";
import { sharedNativeEngine } from "./open-native.ts";
import type { Payload } from "./payload.ts";

/** Nothing but clocks, randomness and output. */
const NO_INPUTS: NonNullable<Payload["wasi"]> = { args: [], env: {}, preopens: {}, stdin: null };

/** A live instance on a native engine, with its host. */
export interface NativeGuest {
  readonly instance: null;
  readonly session: HostSession;
  readonly find: NativeInstance["find"];
  readonly memories: readonly GuestMemory[];
  readonly native: NativeInstance;
  /** Deletes its store. */
  readonly drop: () => void;
}

/** Makes guests of one compilation. */
export interface NativeMaker {
  (): NativeGuest;
  /** Lets the compiled code go, where no guest was made of it. */
  readonly drop: () => void;
}

/** One copy's own compiled module, from which guests are made. */
export interface NativeFactory {
  readonly module: null;
  readonly importsFrom: ReadonlySet<string>;
  readonly create: () => NativeGuest;
  /** Compiles everything anew. */
  readonly recompile: () => NativeMaker;
}

/** What makes guests on a native engine. */
export interface NativeHosts {
  readonly own: () => OwnSession;
  readonly wasi: NativeWasi | null;
}

/**
 * A copy of a core module on a native engine. Compiled code does not change while it runs, so that a copy of it at a
 * place of its own is all that compiling again would give; it is made when its first guest is.
 *
 * @param payload - the component, with its engine
 * @param settings - whether its code consumes fuel
 * @returns a factory of instances, each in a store of its own
 * @throws HostError for glue and components; its guests throw WebAssembly.CompileError
 */
export async function createNativeFactory(
  payload: Payload,
  settings: { readonly fuel: boolean } = { fuel: false },
): Promise<NativeFactory> {
  const hosts = await prepareNativeHosts(payload);
  const engine = await sharedNativeEngine(engineOf(payload), settings);
  let placed: NativeModule | null = null;
  const own = (): NativeModule => {
    placed ??= engine.place(payload.bytes);
    return placed;
  };
  return {
    module: null,
    get importsFrom(): ReadonlySet<string> {
      return own().importsFrom;
    },
    create: () => instantiateNative(own(), hosts),
    recompile: (): NativeMaker => compileNative(engine, payload.bytes, hosts),
  };
}

/**
 * The native engine of a payload.
 *
 * @param payload - the component
 * @returns its engine
 * @throws HostError when it names none
 */
export function engineOf({ engine, name }: Payload): NonNullable<Payload["engine"]> {
  if (engine === undefined) throw new HostError(`${name} names no native engine`);
  return engine;
}

/**
 * Prepares what a payload's guests find on a native engine; what is their input is read once.
 *
 * @param payload - the component, with its engine and host
 * @returns makes the host of an instance
 * @throws HostError for glue and components, and when the imports module cannot be loaded
 */
export async function prepareNativeHosts(payload: Payload): Promise<NativeHosts> {
  const { glue, transpiled, host, needs, wasi = NO_INPUTS, engine } = payload;
  const format = transpiled === undefined ? "wasm" : "component";
  const obstacle = whyNotNativeFormat(glue === null ? format : "glue");
  if (obstacle !== null) throw new HostError(`on ${engine?.name}: ${obstacle}`);
  const own = await createOwnHosts(payload);
  if (needs?.wasi !== true && host.kind !== "wasi") return { own, wasi: null };
  const { args, env, preopens, stdin } = wasi;
  const input = stdin === null ? null : readFileSync(stdin);
  return { own, wasi: { args: ["component", ...args], env, preopens, stdin: input } };
}

/**
 * Compiles a module anew.
 *
 * @param engine - the engine
 * @param bytes - the module
 * @param hosts - what makes the host of an instance
 * @returns makes an instance; its code goes with the instance, or with the maker where none was made
 * @throws WebAssembly.CompileError
 */
export function compileNative(
  engine: NativeWasmEngine,
  bytes: Uint8Array,
  hosts: NativeHosts,
): NativeMaker {
  const module = engine.compile(bytes);
  const drop = (): void => module.release();
  return Object.assign((): NativeGuest => instantiateNative(module, hosts, drop), { drop });
}

/**
 * Makes a live instance of a compiled module.
 *
 * @param module - the compiled module
 * @param hosts - what makes its host
 * @param after - called when it has been let go
 * @returns the guest, attached to its host; a reactor is initialised
 * @throws WebAssembly.LinkError naming every import that nobody provides; WebAssembly.RuntimeError
 */
export function instantiateNative(
  module: NativeModule,
  { own, wasi }: NativeHosts,
  after: () => void = () => {},
): NativeGuest {
  const session = own();
  const host: NativeHost = {
    imports: session.imports,
    wasi: WASI_MODULE in session.imports ? null : wasi,
  };
  const instance = module.instantiate(host);
  const guest = guestOf(instance, { session, hasWasi: host.wasi !== null, after });
  session.attach(shownInstance(instance));
  if (instance.has("_initialize") && !instance.has("_start")) instance.find("_initialize")();
  return guest;
}

interface GuestParts {
  readonly session: OwnSession;
  readonly hasWasi: boolean;
  readonly after: () => void;
}

function guestOf(native: NativeInstance, { session, hasWasi, after }: GuestParts): NativeGuest {
  const { imports, marked } = session;
  const own: HostSession = {
    imports,
    attach: () => {},
    start: hasWasi ? (): number => native.start() : null,
    marked,
    memories: [],
  };
  return {
    instance: null,
    session: own,
    find: (name: string) => native.find(name),
    native,
    drop: () => {
      native.drop();
      after();
    },
    get memories(): readonly GuestMemory[] {
      return native.memories;
    },
  };
}

/** What an imports module sees of an instance: its functions and memories, found when they are asked for. */
function shownInstance(native: NativeInstance): WebAssembly.Instance {
  return {
    get exports(): NativeInstance["exports"] {
      return native.exports;
    },
  } as unknown as WebAssembly.Instance;
}
