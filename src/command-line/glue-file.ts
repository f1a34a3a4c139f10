import { resolve } from "node:path";
import type { Component } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { LoadedConfig } from "../shell/prepare.ts";
import { readNamedFile } from "./module-file.ts";
import { plainEntry } from "./plain-entry.ts";

/** Glue named on the command line. */
export interface GlueFile {
  readonly component: Component;
  /** As the configuration names it, or as one would that names nothing but its path. */
  readonly entry: ComponentEntry;
}

/**
 * Reads glue named on the command line. It shows what it exports only when it runs; where the configuration names it, it
 * is handed its module as there.
 *
 * @param path - path of the JavaScript
 * @param loaded - the configuration
 * @returns the component, not observed yet, and its entry
 * @throws ActionError (`usage`) when it cannot be read
 */
export async function readGlueFile(
  path: string,
  { config, root }: LoadedConfig,
): Promise<GlueFile> {
  await readNamedFile(path);
  const configured = config.components.find((one) => resolve(root, one.path) === resolve(path));
  const entry = configured ?? { ...plainEntry("module", [], []), path };
  const closure = { root: "", folder: null, entry: "", files: [], links: [], compiled: [] };
  const component: Component = {
    name: entry.name,
    origin: "user",
    format: "glue",
    path,
    host: { kind: "none" },
    bytes: entry.wasm === null ? new Uint8Array() : await readNamedFile(resolve(root, entry.wasm)),
    module: null,
    sha256: "",
    glue: { path: resolve(path), init: entry.init, closure },
    fuelLimit: null,
  };
  return { component, entry };
}
