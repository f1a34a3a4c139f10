import type { NativeEngine } from "../model/engine.ts";
import type { WitWorld } from "../model/wit.ts";
import type { ProbedComponent } from "../wasm/component/memory-probe.ts";
import type { TrapCategory } from "../wasm/traps.ts";

/** An exported or imported memory, as procedures use it: V8's own memories fit. */
export interface GuestMemory {
  /** Its bytes now; a view of them holds until the memory grows or its instance is let go. */
  readonly buffer: ArrayBufferLike;
  /** Grows it by pages and returns how many it had; throws RangeError where that is refused. */
  readonly grow: (pages: number) => number;
}

/** Memories that a guest keeps to itself, as it tells them. */
export interface Residence {
  /** Pages of all of them; NaN where one of them is not reached. */
  readonly pages: () => number;
  /** Writes to every page of the operating system, and leaves what is there as it was. */
  readonly touch: () => void;
}

/** A function of a guest. */
export type NativeFunction = (...args: unknown[]) => unknown;

/** What a host gives to one instance. */
export interface NativeHost {
  /** JavaScript that is called back, by module and name; of a component by interface without version, and by its own names. */
  readonly imports: WebAssembly.Imports;
  /** What the guest finds through the engine's own WASI; null for a guest that has none. */
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
  /** Whether a trap ends all of it, so that nothing of it can be called afterwards: true of components. */
  readonly endsByTrap: boolean;
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
  /** Whether {@link NativeInstance.repeat} makes its calls inside of the engine; else every one crosses into it. */
  readonly repeatsInside: boolean;
  /** The same call made again and again, at least once. */
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

/** The one function of a component that does nothing. */
export const NOTHING = "nothing";

/** One engine: a compiler with its settings. */
export interface NativeWasmEngine {
  /** Compiles a core module, or a component with what it imports and exports. */
  readonly compile: (bytes: Uint8Array, world?: WitWorld) => NativeModule;
  /** Code of a core module without compiling it again: of what was compiled in this process before, a copy of its own. */
  readonly place: (bytes: Uint8Array) => NativeModule;
  /** Adds to a component what tells its memories and writes to them, which the engine does not reach. */
  readonly probe: (bytes: Uint8Array, world: WitWorld) => ProbedComponent;
  /** Compiles a component whose one function, {@link NOTHING}, takes, does and returns nothing. */
  readonly compileNothing: () => NativeModule;
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
  /** Finds out what is asked of the bytes of a module or a component, so that compiling them later is all that is timed. */
  readonly prepare: (bytes: Uint8Array, world?: WitWorld) => void;
  /** Why it runs no components, in one sentence; null where it does. */
  readonly componentObstacle: string | null;
}

/** Errors of the program that drives native engines: it knows its own by their classes. */
export interface NativeErrors {
  /** Of a guest that ended itself, from its exit code. */
  readonly exit: (code: number) => Error;
  /** Of a component's function that returned the error of its result. */
  readonly errorResult: (name: string, payload: unknown) => Error;
}

/** What the program for native engines gives a measuring process. */
export interface NativeProgram {
  /** Loads the library of an engine, once for each path. */
  readonly open: (engine: NativeEngine) => NativeLibrary;
  /** Deletes whatever has not been let go. */
  readonly releaseAll: () => void;
}
