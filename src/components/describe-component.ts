import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BROTLI_BEST_BYTES, type Component, type ComponentFacts } from "../model/component.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import {
  measureBinary,
  measureComponent,
  readCoreModules,
} from "../wasm/component/component-size.ts";
import { readProducers } from "../wasm/producers.ts";
import { type ModuleSize, measureSize } from "../wasm/size.ts";

/**
 * Facts about a component that need no measuring. Of glue that loads its modules itself, sizes are those of the modules
 * among the files it was seen to need, added up.
 *
 * @param component - loaded component
 * @returns exact sizes, 0 where nothing is known; sections and counts are empty for glue without a module
 */
export function describeComponent(component: Component): ComponentFacts {
  const { name, path, format, sha256, bytes } = component;
  const modules = bytes.length === 0 ? modulesOf(component) : [bytes];
  const size = sizeOf(component) ?? sizeTogether(modules);
  const compressed = modules.map(compressedSizes);
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);
  return {
    name,
    path,
    format,
    sha256,
    sizeBytes: sum(modules.map(({ length }) => length)),
    gzipBytes: sum(compressed.map(({ gzipBytes }) => gzipBytes)),
    brotliBytes: sum(compressed.map(({ brotliBytes }) => brotliBytes)),
    sections: size?.sections ?? [],
    functions: size?.functions ?? 0,
    imports: size?.imports ?? 0,
    exports: size?.exports ?? 0,
    ...producersOf(component),
  };
}

/**
 * Whether the size of a component is known.
 *
 * @param component - loaded component, its JavaScript observed
 * @returns false for glue without a module file that was seen to need none that is kept
 */
export function hasKnownSize(component: Component): boolean {
  return component.bytes.length > 0 || modulesOf(component).length > 0;
}

function producersOf(component: Component): Pick<ComponentFacts, "producers"> {
  const all = factsOf(component).flatMap(readProducers);
  const unique = [...new Map(all.map((one) => [one.name, one])).values()];
  return unique.length === 0 ? {} : { producers: unique };
}

/**
 * Facts of the modules of a component.
 *
 * @param component - loaded component
 * @returns its module, or the core modules of a Component Model binary; empty for glue without a module
 */
export function factsOf({ format, bytes, module }: Component): readonly ModuleFacts[] {
  if (format === "component") return readCoreModules(bytes);
  return module === null ? [] : [module];
}

/** None where one of them was too large to be kept: a part is no size. */
function modulesOf({ glue }: Component): readonly Uint8Array[] {
  const files = (glue?.closure.files ?? []).filter(({ name }) => name.endsWith(".wasm"));
  const kept = files.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  return kept.length === files.length ? kept : [];
}

/** None where one of them cannot be read: JavaScript may keep anything under that name. */
function sizeTogether(
  modules: readonly Uint8Array[],
): Pick<ModuleSize, "sections" | "functions" | "imports" | "exports"> | null {
  try {
    const sizes = modules.map(measureBinary);
    const sum = (pick: (size: ModuleSize) => number): number =>
      sizes.reduce((all, one) => all + pick(one), 0);
    return {
      sections: sizes.flatMap(({ sections }, index) =>
        sizes.length === 1
          ? sections
          : sections.map(({ name, bytes }) => ({ name: `module ${index}: ${name}`, bytes })),
      ),
      functions: sum(({ functions }) => functions),
      imports: sum(({ imports }) => imports),
      exports: sum(({ exports }) => exports),
    };
  } catch {
    return null;
  }
}

/** What bytes become when they are compressed as servers do. */
export type CompressedSizes = Pick<ComponentFacts, "gzipBytes" | "brotliBytes">;

/** By the hash of the bytes: one file often serves several components, or both sides. */
const known = new Map<string, CompressedSizes>();

/**
 * Compresses bytes to tell their sizes; each only once.
 *
 * @param bytes - a module
 * @returns bytes after gzip and Brotli
 */
export function compressedSizes(bytes: Uint8Array): CompressedSizes {
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
