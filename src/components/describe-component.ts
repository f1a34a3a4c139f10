import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BROTLI_BEST_BYTES, type Component, type ComponentFacts } from "../model/component.ts";
import { measureComponent } from "../wasm/component/component-size.ts";
import { type ModuleSize, measureSize } from "../wasm/size.ts";

/**
 * Facts about a component that need no measuring.
 *
 * @param component - loaded component
 * @returns exact sizes; sections and counts are empty for glue without a module
 */
export function describeComponent(component: Component): ComponentFacts {
  const { name, path, format, sha256, bytes } = component;
  const size = sizeOf(component);
  return {
    name,
    path,
    format,
    sha256,
    sizeBytes: bytes.length,
    ...compressedSizes(bytes),
    sections: size?.sections ?? [],
    functions: size?.functions ?? 0,
    imports: size?.imports ?? 0,
    exports: size?.exports ?? 0,
  };
}

type CompressedSizes = Pick<ComponentFacts, "gzipBytes" | "brotliBytes">;

/** By the hash of the bytes: one file often serves several components, or both sides. */
const known = new Map<string, CompressedSizes>();

function compressedSizes(bytes: Uint8Array): CompressedSizes {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const sizes = known.get(hash) ?? {
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
    brotliBytes: brotliSize(bytes),
  };
  known.set(hash, sizes);
  return sizes;
}

/**
 * What a component's bytes are spent on.
 *
 * @param component - loaded component
 * @returns sizes of its module, or of a Component Model binary with the modules inside; null for glue without a module
 */
export function sizeOf({ format, bytes, module }: Component): ModuleSize | null {
  if (format === "component") return measureComponent(bytes);
  return module === null ? null : measureSize(module);
}

/** Quality 11 takes a second per MiB. */
function brotliSize(bytes: Uint8Array): number {
  const quality = bytes.length > BROTLI_BEST_BYTES ? 9 : 11;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}
