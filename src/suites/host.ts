import { messageOf } from "../errors.ts";
import { type ModuleNeeds, WASI_MODULE } from "../wasm/module-needs.ts";
import { type Elapsed, type Reading, startClocks, stopClocks } from "./clocks.ts";
import { HostError } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { loadFault } from "./load-fault.ts";
import { importedMemories, makeImports } from "./make-imports.ts";
import type { Payload } from "./payload.ts";
import type { Pins } from "./pinned.ts";
import { type CreateWasiHost, createWasiHosts } from "./wasi-host.ts";

/** Imports of one instance and what must happen around it. */
export interface HostSession {
  readonly imports: WebAssembly.Imports;
  /** Must be called once with the new instance before any export is; a reactor is initialised by it. */
  readonly attach: (instance: WebAssembly.Instance) => void;
  /** Runs a WASI command to its end; null where the guest has no WASI of ours. */
  readonly start: (() => number) | null;
  /** Time between the guest's own `bench.start` and `bench.end`; null when it did not call both in this order. */
  readonly marked: () => Elapsed | null;
  /** Memories the instance imports, given or made, each once. */
  readonly memories: readonly WebAssembly.Memory[];
}

/** Makes a fresh {@link HostSession} for every instance. */
export type SessionFactory = () => HostSession;

type ImportsFactory = (context: { getInstance: () => WebAssembly.Instance }) => WebAssembly.Imports;

/** What a host gives to one instance besides what every host does. */
interface OwnHost {
  readonly imports: WebAssembly.Imports;
  readonly attach: (instance: WebAssembly.Instance) => void;
}

/** What of the host of one instance is JavaScript. */
export type OwnSession = OwnHost & Pick<HostSession, "marked">;

const NO_NEEDS: ModuleNeeds = { wasi: false, memories: [], tables: [] };

/**
 * Prepares the host a payload asks for; a user's imports module is loaded once.
 *
 * WASI is given to whoever imports it, and memories and tables are made as they are declared, unless the imports module
 * gives its own.
 *
 * @param payload - component with its host
 * @param pinned - clocks and randomness that repeat, for counting; null for the real ones
 * @returns a factory of sessions, one per instance
 * @throws HostError when the imports module cannot be loaded or exports neither `imports` nor `createImports`
 */
export async function createSessionFactory(
  payload: Payload,
  pinned: Pins | null = null,
): Promise<SessionFactory> {
  const { host, needs = NO_NEEDS, wasi } = payload;
  const own = await createOwnHosts(payload);
  const hosts = needs.wasi || host.kind === "wasi" ? createWasiHosts(wasi, pinned) : null;
  return () => openSession(own(), needs, hosts);
}

/**
 * Prepares what of a payload's host is JavaScript, whatever engine runs the guest; a user's imports module is loaded once.
 *
 * @param payload - component with its host
 * @returns makes it for an instance: the imports module, or what the reference components call, and the guest's own marks
 * @throws HostError as {@link createSessionFactory}
 */
export async function createOwnHosts({ host, side }: Payload): Promise<() => OwnSession> {
  let own: () => OwnHost = () => ({ imports: referenceImports(), attach: () => {} });
  if (host.kind === "module") {
    installFileFetch(host.url);
    own = moduleHost(await loadImports(host.url, side));
  }
  return () => {
    const marks = createMarks();
    const { imports, attach } = own();
    return { imports: { bench: marks.imports, ...imports }, attach, marked: marks.marked };
  };
}

function openSession(
  own: OwnSession,
  needs: ModuleNeeds,
  hosts: CreateWasiHost | null,
): HostSession {
  const given = own.imports;
  const wasi = WASI_MODULE in given ? null : (hosts?.() ?? null);
  const imports = makeImports(
    wasi === null ? given : { ...given, [WASI_MODULE]: wasi.imports },
    needs,
  );
  const memories = importedMemories(imports, needs);
  return {
    imports,
    attach: (instance: WebAssembly.Instance): void => {
      own.attach(instance);
      if (wasi === null) initialise(instance);
      else wasi.attach(instance, memories[0]);
    },
    start: wasi === null ? null : wasi.start,
    marked: own.marked,
    memories,
  };
}

/** A reactor must be initialised before any other export is called, with WASI or without. */
function initialise({ exports }: WebAssembly.Instance): void {
  const { _initialize: begin } = exports;
  if (typeof begin === "function" && !("_start" in exports)) begin();
}

/** The imports the shipped reference components call. */
function referenceImports(): WebAssembly.Imports {
  const increment = (value: number): number => (value + 1) | 0;
  const suspending = (WebAssembly as { Suspending?: new (f: unknown) => unknown }).Suspending;
  const asynchronous = async (value: number): Promise<number> => (value + 1) | 0;
  return {
    "wasm-bench": {
      increment,
      increment_async:
        suspending === undefined ? increment : (new suspending(asynchronous) as () => void),
    },
  };
}

/** The sightglass contract: the guest marks the measured part itself. */
function createMarks(): {
  imports: WebAssembly.ModuleImports;
  marked: () => Elapsed | null;
} {
  let start: Reading | null = null;
  let elapsed: Elapsed | null = null;
  return {
    imports: {
      start: () => {
        elapsed = null;
        start = startClocks();
      },
      end: () => {
        elapsed = start === null ? null : stopClocks(start);
      },
    },
    marked: () => elapsed,
  };
}

async function loadImports(url: string, side: Payload["side"]): Promise<ImportsFactory> {
  let loaded: { imports?: WebAssembly.Imports; createImports?: ImportsFactory };
  try {
    loaded = (await import(/* webpackIgnore: true */ url)) as typeof loaded;
  } catch (cause) {
    throw new HostError(`the imports module could not be loaded: ${loadFault(cause, url, side)}`, {
      cause,
    });
  }
  const { imports, createImports } = loaded;
  if (typeof createImports === "function") return createImports;
  if (typeof imports === "object" && imports !== null) return () => imports;
  throw new HostError(
    "the imports module exports neither `imports` (an object) nor `createImports` (a function)",
  );
}

function moduleHost(factory: ImportsFactory): () => OwnHost {
  return () => {
    let instance: WebAssembly.Instance | undefined;
    const getInstance = (): WebAssembly.Instance => {
      if (instance === undefined)
        throw new HostError("getInstance() was called before the instance existed");
      return instance;
    };
    let imports: WebAssembly.Imports;
    try {
      imports = factory({ getInstance });
    } catch (cause) {
      throw new HostError(`createImports threw: ${messageOf(cause)}`, { cause });
    }
    return {
      imports,
      attach: (created: WebAssembly.Instance): void => {
        instance = created;
      },
    };
  };
}
