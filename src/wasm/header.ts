/** What the first eight bytes of a file say it is. */
export type WasmKind = "module" | "component" | "truncated" | "not-wasm";

/** A file's kind with the sentence that explains it. */
export interface WasmHeader {
  readonly kind: WasmKind;
  /** Version of the binary format; null when there is none to read. */
  readonly version: number | null;
  /** One sentence for people, such as "a core WebAssembly module". */
  readonly description: string;
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const HEADER_BYTES = 8;
const MODULE_VERSION = 1;
const COMPONENT_VERSION = 0x0d;
const COMPONENT_LAYER = 1;

/**
 * Tells a core module from a Component Model binary and from anything else by its header.
 *
 * @param bytes - the file's bytes; only the first eight are read
 * @returns kind, version and a sentence; an unknown version or layer is `not-wasm` and named
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
export function readHeader(bytes: Uint8Array): WasmHeader {
  const length = Math.min(bytes.length, MAGIC.length);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== MAGIC[index])
      return unknown("no WebAssembly binary (it does not begin with \\0asm)", null);
  }
  if (bytes.length < HEADER_BYTES) {
    return {
      kind: "truncated",
      version: null,
      description: `truncated: ${bytes.length} bytes, a header has ${HEADER_BYTES}`,
    };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const version = view.getUint16(4, true);
  const layer = view.getUint16(6, true);
  if (layer === 0 && version === MODULE_VERSION)
    return { kind: "module", version, description: "a core WebAssembly module" };
  if (layer === COMPONENT_LAYER && version === COMPONENT_VERSION) {
    return { kind: "component", version, description: "a Component Model binary" };
  }
  return unknown(`WebAssembly of an unknown version (layer ${layer}, version ${version})`, version);
}

function unknown(description: string, version: number | null): WasmHeader {
  return { kind: "not-wasm", version, description };
}
