/** Where a component's imports come from. */
export type Host =
  | { readonly kind: "none" }
  | { readonly kind: "wasi"; readonly args: readonly string[] }
  /** `source` is the module's text, so that a baseline needs no file; `path` is for messages and relative imports. */
  | { readonly kind: "module"; readonly path: string };

/** Raw bytes, WebAssembly text assembled to bytes, a JavaScript module that wraps a module, or a Component Model binary. */
export type ComponentFormat = "wasm" | "wat" | "glue" | "component";

/** JavaScript that exports functions and loads its own module, as wasm-bindgen or a component transpiler emits. */
export interface Glue {
  /** Absolute path of the module to import. */
  readonly path: string;
  /** Export called once with the module's bytes before use (`initSync`), or null. */
  readonly init: string | null;
  /** Every file that belongs to it: name relative to the glue's folder, and bytes. Saved with the baseline. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
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
  /** SHA-256 over bytes and glue files, lower-case hex. */
  readonly sha256: string;
  readonly glue: Glue | null;
  /** Upper bound on fuel for one call, or null. */
  readonly fuelLimit: number | null;
}

/** Larger modules are compressed by brotli at a lower quality, which takes seconds less, in bytes. */
export const BROTLI_BEST_BYTES = 4_000_000;

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
}
