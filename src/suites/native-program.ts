import type { NativeEngine } from "../model/engine.ts";
import type { TrapCategory } from "../wasm/traps.ts";

/** An exported or imported memory, as procedures use it: V8's own memories fit. */
export interface GuestMemory {
  /** Its bytes now; a view of them holds until the memory grows or its instance is let go. */
  readonly buffer: ArrayBufferLike;
  /** Grows it by pages and returns how many it had; throws RangeError where that is refused. */
  readonly grow: (pages: number) => number;
}

/** A function of a guest. */
export type NativeFunction = (...args: unknown[]) => unknown;

/** What a host gives to one instance. */
export interface NativeHost {
  /** JavaScript that is called back, by module and name. */
  readonly imports: WebAssembly.Imports;
  /** What the guest finds through the engine's own WASI preview 1; null for a guest that has none. */
  readonly wasi: NativeWasi | null;
}

/** What a guest finds through WASI. */
export interface NativeWasi {
  /** Its own name first. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Absolute paths of folders by the names the guest has for them. */
  readonly preopens: Readonly<Record<string, string>>;
  /** All of its input; null for none. */
  readonly stdin: Uint8Array | null;
}

/** A trap that is kept as the engine gave it. */
export interface HeldTrap {
  /** Asks the engine for its code, and tells its category. */
  readonly categorize: () => TrapCategory;
  readonly release: () => void;
}

/** A live instance in a store of its own. */
export interface NativeInstance {
  /** Functions and memories by name. */
  readonly exports: Readonly<Record<string, NativeFunction | GuestMemory>>;
  /** All memories it exports or imports, each once. */
  readonly memories: readonly GuestMemory[];
  /** Whether it exports a function of that name. */
  readonly has: (name: string) => boolean;
  /** Finds an exported function; throws where there is none, or JavaScript has no values of its types. */
  readonly find: (name: string) => NativeFunction;
  /** A call with arguments that are encoded once. */
  readonly prepare: (name: string, args: readonly unknown[]) => () => unknown;
  /** The same call made inside the engine, at least once. */
  readonly repeat: (name: string, args: readonly unknown[]) => (times: number) => void;
  /** Makes a call that must trap, and keeps the trap; null where it returned. */
  readonly catchTrap: (name: string, args: readonly unknown[]) => HeldTrap | null;
  /** Runs a WASI command to its end and returns its exit code. */
  readonly start: () => number;
  /** Budget of what it consumes from now on; only on an engine that counts. */
  readonly setFuel: (fuel: bigint) => void;
  /** What is left of the budget. */
  readonly fuelLeft: () => bigint;
  /** Deletes the store with all that is in it; nothing of the instance may be used afterwards. */
  readonly drop: () => void;
}

/** A compiled module. */
export interface NativeModule {
  /** Names of the modules it imports from. */
  readonly importsFrom: ReadonlySet<string>;
  /** Prepares its instances: what a host must give is checked here. */
  readonly instantiate: (host: NativeHost) => NativeInstance;
  /** Deletes the compiled code, once its instances are gone. */
  readonly release: () => void;
}

/** One engine: a compiler with its settings. */
export interface NativeWasmEngine {
  readonly compile: (bytes: Uint8Array) => NativeModule;
  readonly release: () => void;
}

/** How an engine is made. */
export interface EngineSettings {
  /** Whether its code consumes fuel. */
  readonly fuel: boolean;
}

/** A loaded library. */
export interface NativeLibrary {
  readonly makeEngine: (settings: EngineSettings) => NativeWasmEngine;
  /** Puts questions with known answers to an engine of it, and throws what was answered otherwise. */
  readonly question: () => void;
  /** Finds out what is asked of a module's bytes, so that compiling them later is all that is timed. */
  readonly prepare: (bytes: Uint8Array) => void;
}

/** What the program for native engines gives a measuring process. */
export interface NativeProgram {
  /** Loads the library of an engine, once for each path. */
  readonly open: (engine: NativeEngine) => NativeLibrary;
  /** Deletes whatever has not been let go. */
  readonly releaseAll: () => void;
}
