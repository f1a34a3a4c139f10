import { createHash } from "node:crypto";
import type {
  StoredClosure,
  StoredComponent,
  StoredFile,
  StoredLayout,
} from "../model/baseline.ts";
import type { Closure } from "../model/closure.ts";
import type { Component, Host } from "../model/component.ts";

/** Components ready to be stored. */
export interface PackedComponents {
  /** Entries of the document, in the order given. */
  readonly components: readonly StoredComponent[];
  /** Binaries by SHA-256, lower-case hex. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
}

/** SHA-256 of each definition by benchmark id. */
export type Definitions = Readonly<Record<string, string>>;

/**
 * Takes components apart into entries of a baseline document and content-addressed binaries.
 *
 * @param components - components with their bytes and closures
 * @param definitionsOf - gives the definitions of the benchmarks of a component by its name
 * @returns entries and binaries; equal binaries once. Files too large to be stored are named and not among the binaries
 */
export function packComponents(
  components: readonly Component[],
  definitionsOf: (name: string) => Definitions,
): PackedComponents {
  const objects = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): string => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    objects.set(sha256, bytes);
    return sha256;
  };
  const keepFiles = ({ files }: Closure): StoredFile[] =>
    files.map(({ name, sha256, sizeBytes, bytes }) => {
      if (bytes !== null) objects.set(sha256, bytes);
      return { name, sha256, sizeBytes };
    });
  const stored = components.map((component): StoredComponent => {
    const { name, path, format, host, sha256, bytes, glue, hostClosure } = component;
    return {
      name,
      path,
      format,
      host: labelOf(host, hostClosure),
      sha256,
      moduleSha256: bytes.length === 0 ? null : keep(bytes),
      sizeBytes: bytes.length,
      files: glue === null ? [] : keepFiles(glue.closure),
      entry: glue?.closure.entry ?? null,
      init: glue?.init ?? null,
      definitions: definitionsOf(name),
      ...(glue === null ? {} : { layout: layoutOf(glue.closure) }),
      ...(hostClosure === undefined
        ? {}
        : { hostClosure: closureOf(hostClosure, keepFiles(hostClosure)) }),
    };
  });
  return { components: stored, objects };
}

/** A folder of this machine means nothing elsewhere: the label is the name in the closure. */
function labelOf(host: Host, closure: Closure | undefined): Host {
  return host.kind === "module" && closure !== undefined ? { ...host, path: closure.entry } : host;
}

function layoutOf({ root, folder, links, compiled }: Closure): StoredLayout {
  return { root, folder, links, compiled };
}

function closureOf(closure: Closure, files: readonly StoredFile[]): StoredClosure {
  return { ...layoutOf(closure), entry: closure.entry, files };
}
