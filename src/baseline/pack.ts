import { createHash } from "node:crypto";
import type { StoredComponent } from "../model/baseline.ts";
import type { Component, Glue } from "../model/component.ts";

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
 * @param components - components with their bytes and glue files
 * @param definitionsOf - gives the definitions of the benchmarks of a component by its name
 * @returns entries and binaries; equal binaries once
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
  const stored = components.map((component) => ({
    ...describe(component),
    moduleSha256: component.bytes.length === 0 ? null : keep(component.bytes),
    files: (component.glue?.files ?? []).map(({ name, bytes }) => ({
      name,
      sha256: keep(bytes),
      sizeBytes: bytes.length,
    })),
    definitions: definitionsOf(component.name),
  }));
  return { components: stored, objects };
}

function describe(
  component: Component,
): Omit<StoredComponent, "moduleSha256" | "files" | "definitions"> {
  const { name, path, format, host, sha256, bytes, glue } = component;
  return {
    name,
    path,
    format,
    host,
    sha256,
    sizeBytes: bytes.length,
    entry: glue === null ? null : entryOf(glue),
    init: glue?.init ?? null,
  };
}

/** The file whose name is the end of the path that is imported; the longest when several are. */
function entryOf({ path, files }: Glue): string {
  const slashed = `/${path.replaceAll("\\", "/")}`;
  const names = files.map(({ name }) => name).filter((name) => slashed.endsWith(`/${name}`));
  const entry = names.sort((a, b) => b.length - a.length)[0];
  if (entry === undefined) throw new RangeError(`${path} is not among the files of its glue`);
  return entry;
}
