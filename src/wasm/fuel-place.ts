import type { ByteWriter } from "./encoder.ts";

/** The appended globals, by index. */
export interface FuelGlobals {
  /** Remaining fuel, i64. */
  readonly fuel: number;
  /** Set to 1 when the budget is exhausted, i32. */
  readonly exhausted: number;
  /** Holds the counter of a function while it waits, i64. */
  readonly stash: number;
}

/** Where an emitter writes, and what it may use. */
export interface EmitterPlace {
  readonly out: ByteWriter;
  readonly globals: FuelGlobals;
  /** Index of the first local after the function's own. */
  readonly firstLocal: number;
  /** Whether a local caches the counter. */
  readonly cached: boolean;
}

/** A literal length, or the type of one that is on top of the stack. */
export type Length =
  | { readonly literal: number }
  | { readonly literal: null; readonly is64: boolean };
