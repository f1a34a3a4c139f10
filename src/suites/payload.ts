import type { Transpiled, WasiSetup } from "../model/component.ts";
import type { NativeEngine } from "../model/engine.ts";
import type { Side } from "../model/sample.ts";
import type { ModuleNeeds } from "../wasm/module-needs.ts";

/** What a guest finds through WASI, beside clocks, randomness and output. */
export type WasiInputs = WasiSetup["inputs"];

/** Where a workload module is imported from. */
export interface WorkloadAddress {
  /** File URL. */
  readonly url: string;
  /** Path as written in the configuration, for messages. */
  readonly shown: string;
}

/** Everything the measuring process needs of one component; sent as a message, so plain data only. */
export interface Payload {
  readonly name: string;
  readonly side: Exclude<Side, "native">;
  /** The module; empty for glue that loads its own. */
  readonly bytes: Uint8Array;
  /** `none`, `wasi`, or a file URL of an imports module. */
  readonly host: {
    readonly kind: "none" | "wasi" | "module";
    readonly url: string;
    readonly args: readonly string[];
  };
  /** JavaScript that wraps the module, or null. */
  readonly glue: { readonly url: string; readonly init: string | null } | null;
  /** What the host makes for a core module; absent where nothing is known of it. */
  readonly needs?: ModuleNeeds;
  /** Absent where the configuration gives none. */
  readonly wasi?: WasiInputs;
  /** What a Component Model binary is run as; absent for everything else. */
  readonly transpiled?: Transpiled;
  /** The workload module that drives it: the candidate's on both sides; absent where none is asked for. */
  readonly workload?: WorkloadAddress;
  /** The engine that runs it; absent for V8. */
  readonly engine?: NativeEngine;
  /** Folder its JavaScript reads relative to; absent for the one the process was started in. */
  readonly folder?: string;
}
