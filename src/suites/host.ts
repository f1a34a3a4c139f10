import type { WASI as Wasi } from "node:wasi";
import { messageOf } from "../errors.ts";
import { type Elapsed, type Reading, startClocks, stopClocks } from "./clocks.ts";
import { GuestExit, HostError } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { loadFault } from "./load-fault.ts";
import type { Payload } from "./payload.ts";
import { type Pins, pinnedWasi } from "./pinned.ts";

/** Imports of one instance and what must happen around it. */
export interface HostSession {
  readonly imports: WebAssembly.Imports;
  /** Must be called once with the new instance before any export is. */
  readonly attach: (instance: WebAssembly.Instance) => void;
  /** Runs a WASI command to its end; null for other hosts. */
  readonly start: ((instance: WebAssembly.Instance) => number) | null;
  /** Time between the guest's own `bench.start` and `bench.end`; null when it did not call both in this order. */
  readonly marked: () => Elapsed | null;
}

/** Makes a fresh {@link HostSession} for every instance. */
export type SessionFactory = () => HostSession;

type ImportsFactory = (context: { getInstance: () => WebAssembly.Instance }) => WebAssembly.Imports;

/** Loaded when a component asks for it: every other process starts 10 ms sooner. */
function loadWasi(): typeof Wasi {
  return process.getBuiltinModule("node:wasi").WASI;
}

/**
 * Prepares the host a payload asks for; a user's imports module is loaded once.
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
  if (payload.host.kind === "module") {
    installFileFetch(payload.host.url);
    return createModuleFactory(await loadImports(payload.host.url, payload.side));
  }
  if (payload.host.kind === "wasi") return () => createWasiSession(payload.host.args, pinned);
  return createPlainSession;
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

function createPlainSession(): HostSession {
  const marks = createMarks();
  const imports = { ...referenceImports(), bench: marks.imports };
  return { imports, attach: () => {}, start: null, marked: marks.marked };
}

function createWasiSession(args: readonly string[], pinned: Pins | null): HostSession {
  let memory: WebAssembly.Memory | undefined;
  const wasi = new (loadWasi())({
    version: "preview1",
    args: ["component", ...args],
    env: {},
    preopens: {},
    returnOnExit: true,
  });
  const marks = createMarks();
  const pins = pinned === null ? {} : pinnedWasi(pinned, () => memory ?? noMemory());
  return {
    imports: { ...exitsAsErrors(wasi, pins), bench: marks.imports },
    attach: (instance: WebAssembly.Instance): void => {
      memory = instance.exports.memory as WebAssembly.Memory | undefined;
      if (!("_start" in instance.exports)) wasi.initialize(instance);
    },
    start: (instance: WebAssembly.Instance): number => {
      try {
        return wasi.start(instance);
      } catch (error) {
        if (error instanceof GuestExit) return error.exitCode;
        throw error;
      }
    },
    marked: marks.marked,
  };
}

/** Node ends a guest by throwing a symbol that only a command's start understands; other exports need a real error. */
function exitsAsErrors(wasi: Wasi, pins: WebAssembly.ModuleImports): WebAssembly.Imports {
  const imports = wasi.getImportObject() as Record<string, WebAssembly.ModuleImports>;
  const exit = (code: number): never => {
    throw new GuestExit(code);
  };
  return {
    ...imports,
    wasi_snapshot_preview1: { ...imports.wasi_snapshot_preview1, ...pins, proc_exit: exit },
  };
}

function noMemory(): never {
  throw new HostError("the guest exports no memory, or called its host before it was ready");
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

function createModuleFactory(factory: ImportsFactory): SessionFactory {
  return () => {
    let instance: WebAssembly.Instance | undefined;
    const getInstance = (): WebAssembly.Instance => {
      if (instance === undefined)
        throw new HostError("getInstance() was called before the instance existed");
      return instance;
    };
    const marks = createMarks();
    let imports: WebAssembly.Imports;
    try {
      imports = { bench: marks.imports, ...factory({ getInstance }) };
    } catch (cause) {
      throw new HostError(`createImports threw: ${messageOf(cause)}`, { cause });
    }
    return {
      imports,
      attach: (created: WebAssembly.Instance): void => {
        instance = created;
      },
      start: null,
      marked: marks.marked,
    };
  };
}
