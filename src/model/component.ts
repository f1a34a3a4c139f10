import type { Closure } from "./closure.ts";
import type { DataFiles } from "./data.ts";
import type { ModuleFacts } from "./module-facts.ts";
import type { WitWorld } from "./wit.ts";

/** Where a component's imports come from. */
export type Host =
  | { readonly kind: "none" }
  | { readonly kind: "wasi"; readonly args: readonly string[] }
  /** `path` is absolute; in a baseline it is a label. */
  | { readonly kind: "module"; readonly path: string };

/** Whose imports module serves the sides of a comparison: the candidate's serves both, or each side has its own. */
export type HostCodeChoice = "candidate" | "each";

/** Raw bytes, WebAssembly text assembled to bytes, a JavaScript module that wraps a module, or a Component Model binary. */
export type ComponentFormat = "wasm" | "wat" | "glue" | "component";

/** What a guest finds through WASI, as the configuration gives it. */
export interface WasiSetup {
  /** SHA-256 of all of it, files included, lower-case hex. */
  readonly sha256: string;
  readonly inputs: {
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    /** Absolute path of a folder of this run by the name the guest has for it: a copy, which the guest may write to. */
    readonly preopens: Readonly<Record<string, string>>;
    /** Absolute path of a file of this run; null without input. */
    readonly stdin: string | null;
  };
}

/** JavaScript that exports functions and loads its own module, as wasm-bindgen or a component transpiler emits. */
export interface Glue {
  /** Absolute path of the module to import. */
  readonly path: string;
  /** Export called once with the module's bytes before use (`initSync`), or null. */
  readonly init: string | null;
  /** Everything it was seen to need, itself included. Saved with the baseline. */
  readonly closure: Closure;
}

/** A Component Model binary as it is run: core modules, and JavaScript between them and their host. */
export interface Transpiled {
  /** An ES module that exports `instantiate`; made by this product, never written anywhere. */
  readonly source: string;
  /** Core modules by the name the JavaScript asks for. */
  readonly modules: readonly CoreModule[];
  /** What it imports and exports, with types. */
  readonly world: WitWorld;
}

/** A core module inside a component. */
export interface CoreModule {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** JavaScript of the user's that holds benchmarks, with set-up of their own. */
export interface WorkloadModule {
  /** Absolute path of the module. */
  readonly path: string;
  /** Path as written in the configuration, for messages. */
  readonly shown: string;
  /** SHA-256 of everything it was seen to need, itself included; null before it was observed. */
  readonly sha256: string | null;
}

/** A WebAssembly module with its host, ready to be sent to a measuring process. */
export interface Component {
  readonly name: string;
  /** `reference` ships with this product; `user` comes from a configuration. */
  readonly origin: "reference" | "user";
  readonly format: ComponentFormat;
  /** Path as written in the configuration, for messages. */
  readonly path: string;
  readonly host: Host;
  /** The module; empty for glue without a module file. */
  readonly bytes: Uint8Array;
  /** What the bytes say of themselves, decoded once; null for glue without a module file and Component Model binaries. */
  readonly module: ModuleFacts | null;
  /** SHA-256, lower-case hex: of the bytes; with glue, over bytes and all that the glue needs. */
  readonly sha256: string;
  readonly glue: Glue | null;
  /** Present exactly for Component Model binaries; made from their bytes alone. */
  readonly transpiled?: Transpiled;
  /**
   * Everything its imports module was seen to need, itself included; absent without one, or in a baseline that has it
   * not.
   */
  readonly hostClosure?: Closure;
  /** Whose imports module serves the sides; absent for the candidate's. */
  readonly hostCode?: HostCodeChoice;
  /** Absent where the configuration gives it nothing, and in a baseline: the candidate's serves both sides. */
  readonly wasi?: WasiSetup;
  /** Contents of the files that arguments of its calls name; absent without any, and in a baseline. */
  readonly data?: DataFiles;
  /** Its workload module; absent without one, and in a baseline: the candidate's serves both sides. */
  readonly workload?: WorkloadModule;
  /** Absolute path of the folder its JavaScript reads relative to; absent for that of this process. */
  readonly folder?: string;
  /** Upper bound on fuel for one call, or null. */
  readonly fuelLimit: number | null;
}

/** Larger modules are compressed by brotli at a lower quality, which takes seconds less, in bytes. */
export const BROTLI_BEST_BYTES = 4_000_000;

/** A language or tool that made a module, with its version. */
export interface Producer {
  readonly name: string;
  /** As the tool wrote it; empty where it wrote none. */
  readonly version: string;
}

/** Facts about a component that need no measuring, as they stand in a result. */
export interface ComponentFacts {
  readonly name: string;
  readonly path: string;
  readonly format: ComponentFormat;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
  /** Bytes by section name (`code`, `data`, `custom:name`, …), in module order. Empty for glue without a module. */
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
  readonly functions: number;
  readonly imports: number;
  readonly exports: number;
  /** Where its bytes differ from the baseline's, largest change first; names are the guest's and hostile until escaped. */
  readonly sizeChange?: readonly string[];
  /** Languages and tools that made it, as its modules say; absent in older documents, and where they say nothing. */
  readonly producers?: readonly Producer[];
}
