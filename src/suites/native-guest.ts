import { readFileSync } from "node:fs";
import type { WitWorld } from "../model/wit.ts";
import type { MemoryProbe } from "../wasm/component/memory-probe.ts";
import { isProvidedInterface } from "../wasm/component/provided.ts";
import { WASI_MODULE } from "../wasm/module-needs.ts";
import { whyNotNativeFormat } from "./catalog/native-support.ts";
import { HostError } from "./errors.ts";
import { createOwnHosts, type HostSession, type OwnSession } from "./host.ts";
import type {
  EngineSettings,
  GuestMemory,
  NativeHost,
  NativeInstance,
  NativeModule,
  NativeWasi,
  NativeWasmEngine,
  Residence,
} from "./native-program.ts";
import { sharedNativeEngine } from "./open-native.ts";
import type { Payload } from "./payload.ts";
import { provideImports } from "./transpiled/provide-imports.ts";

/** Nothing but clocks, randomness and output. */
const NO_INPUTS: NonNullable<Payload["wasi"]> = { args: [], env: {}, preopens: {}, stdin: null };

/** A live instance on a native engine, with its host. */
export interface NativeGuest {
  readonly instance: null;
  readonly session: HostSession;
  readonly find: NativeInstance["find"];
  readonly memories: readonly GuestMemory[];
  readonly native: NativeInstance;
  readonly residence?: Residence;
  /** Deletes its store. */
  readonly drop: () => void;
}

/** How guests are compiled. */
export interface FactorySettings extends EngineSettings {
  /** Whether a component gets what tells its memories and writes to them. */
  readonly isProbed?: boolean;
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
  /** What a component imports and exports; null for a core module. */
  readonly world: WitWorld | null;
}

/**
 * A copy of a core module or a component on a native engine. Compiled code does not change while it runs, so that a
 * copy of it at a place of its own is all that compiling a core module again would give; components are compiled for
 * every copy. It is made when its first guest is.
 *
 * @param payload - the component, with its engine
 * @param settings - whether its code consumes fuel, and its memories are to be told
 * @returns a factory of instances, each in a store of its own
 * @throws HostError for glue, and for a component on a library that runs none; its guests throw WebAssembly.CompileError
 */
export async function createNativeFactory(
  payload: Payload,
  { fuel, isProbed = false }: FactorySettings = { fuel: false },
): Promise<NativeFactory> {
  const hosts = await prepareNativeHosts(payload);
  const engine = await sharedNativeEngine(engineOf(payload), { fuel });
  const { world } = hosts;
  if (isProbed && world !== null) return probedFactory(engine, payload.bytes, { ...hosts, world });
  let placed: NativeModule | null = null;
  const own = (): NativeModule => {
    placed ??= world === null ? engine.place(payload.bytes) : engine.compile(payload.bytes, world);
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

/** The API of an engine does not reach into a component: it is asked itself. */
function probedFactory(
  engine: NativeWasmEngine,
  bytes: Uint8Array,
  hosts: NativeHosts & { readonly world: WitWorld },
): NativeFactory {
  const { probes, isWhole, ...probed } = engine.probe(bytes, hosts.world);
  const own = { ...hosts, world: probed.world };
  const module = engine.compile(probed.bytes, probed.world);
  return {
    module: null,
    importsFrom: module.importsFrom,
    create: (): NativeGuest => {
      const guest = instantiateNative(module, own);
      return { ...guest, residence: residenceOf(guest.native, probes, isWhole) };
    },
    recompile: (): NativeMaker => compileNative(engine, probed.bytes, own),
  };
}

function residenceOf(
  native: NativeInstance,
  probes: readonly MemoryProbe[],
  isWhole: boolean,
): Residence {
  return {
    pages: (): number =>
      isWhole
        ? probes.reduce((sum, { pages }) => sum + Number(native.find(pages)()), 0)
        : Number.NaN,
    touch: (): void => {
      for (const { touch } of probes) native.find(touch)();
    },
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
 * @throws HostError for glue, and when the imports module cannot be loaded
 */
export async function prepareNativeHosts(payload: Payload): Promise<NativeHosts> {
  const { glue, transpiled, host, needs, wasi = NO_INPUTS, engine } = payload;
  const format = transpiled === undefined ? "wasm" : "component";
  const obstacle = whyNotNativeFormat(glue === null ? format : "glue");
  if (obstacle !== null) throw new HostError(`on ${engine?.name}: ${obstacle}`);
  const own = await createOwnHosts(payload);
  const world = transpiled?.world ?? null;
  const hasWasi =
    world === null
      ? needs?.wasi === true || host.kind === "wasi"
      : world.imports.some(({ name }) => isProvidedInterface(name));
  if (!hasWasi) return { own, wasi: null, world };
  const { args, env, preopens, stdin } = wasi;
  const input = stdin === null ? null : readFileSync(stdin);
  return { own, wasi: { args: ["component", ...args], env, preopens, stdin: input }, world };
}

/**
 * Compiles a module or a component anew.
 *
 * @param engine - the engine
 * @param bytes - its bytes
 * @param hosts - what makes the host of an instance
 * @returns makes an instance; its code goes with the instance, or with the maker where none was made
 * @throws WebAssembly.CompileError
 */
export function compileNative(
  engine: NativeWasmEngine,
  bytes: Uint8Array,
  hosts: NativeHosts,
): NativeMaker {
  const module = engine.compile(bytes, hosts.world ?? undefined);
  const drop = (): void => module.release();
  return Object.assign((): NativeGuest => instantiateNative(module, hosts, drop), { drop });
}

/**
 * Makes a live instance of a compiled module or component.
 *
 * @param module - what was compiled
 * @param hosts - what makes its host
 * @param after - called when it has been let go
 * @returns the guest, attached to its host; a reactor is initialised
 * @throws WebAssembly.LinkError or HostError naming every import that nobody provides; WebAssembly.RuntimeError
 */
export function instantiateNative(
  module: NativeModule,
  hosts: NativeHosts,
  after: () => void = () => {},
): NativeGuest {
  const { world } = hosts;
  const session = hosts.own();
  const host =
    world === null ? hostOfModule(session, hosts) : hostOfComponent(session, world, hosts);
  const instance = module.instantiate(host);
  const hasWasi = world === null && host.wasi !== null;
  const guest = guestOf(instance, { session, hasWasi, after });
  session.attach(shownInstance(instance));
  if (world === null && instance.has("_initialize") && !instance.has("_start"))
    instance.find("_initialize")();
  return guest;
}

function hostOfModule({ imports }: OwnSession, { wasi }: NativeHosts): NativeHost {
  return { imports, wasi: WASI_MODULE in imports ? null : wasi };
}

/** The engine gives WASI 0.2 where JavaScript does not. */
function hostOfComponent(
  { imports }: OwnSession,
  world: WitWorld,
  { wasi }: NativeHosts,
): NativeHost {
  const own = provideImports(world, { host: imports, wasi: null });
  return { imports: own as WebAssembly.Imports, wasi };
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
