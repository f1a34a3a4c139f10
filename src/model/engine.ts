/** Engines that run guest code. */
export const ENGINES = ["v8", "wasmtime"] as const;

/** Name of an engine. */
export type EngineName = (typeof ENGINES)[number];

/** A native engine in a shared library that the measuring process loads: it speaks the standard C API, `wasm.h`. */
export interface NativeEngine {
  readonly name: Exclude<EngineName, "v8">;
  /** Absolute path of the shared library. */
  readonly library: string;
  /** Version as the library, its path or the configuration tells, for example `49.0.0`. */
  readonly version: string;
}
