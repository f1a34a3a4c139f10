import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Component, Host, WasiSetup } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import { isProvidedInterface } from "../wasm/component/provided.ts";
import { needsOf, unprovidedImports } from "../wasm/module-needs.ts";
import { componentFault } from "./component-fault.ts";
import { loadWasi, WasiFault } from "./load-wasi.ts";
import { missingImports } from "./missing-imports.ts";

/** What is known of a component before its host is. */
export type Hosted = Pick<Component, "module" | "transpiled"> & { readonly isGlue: boolean };

/**
 * Finds out where a component's imports come from. WASI is recognised by them, and needs no word of the configuration.
 *
 * @param entry - the component as configured
 * @param root - folder its paths are relative to
 * @param hosted - what it is
 * @returns its host
 * @throws ActionError (`component`) when the imports module is not there, or naming every import that nobody provides
 */
export async function resolveHost(
  entry: ComponentEntry,
  root: string,
  hosted: Hosted,
): Promise<Host> {
  if (entry.host !== "none" && entry.host !== "wasi") return moduleHost(entry, root);
  const { module, isGlue } = hosted;
  if (module === null || isGlue) return entry.host === "wasi" ? WASI : { kind: "none" };
  const missing = unprovidedImports(module);
  if (missing.length > 0) throw componentFault(entry, missingImports(missing));
  return entry.host === "wasi" || needsOf(module).wasi ? WASI : { kind: "none" };
}

const WASI: Host = { kind: "wasi", args: [] };

async function moduleHost(entry: ComponentEntry, root: string): Promise<Host> {
  const path = resolve(root, entry.host);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true) return { kind: "module", path };
  throw componentFault(entry, {
    message: `the imports module ${entry.host} cannot be found`,
    hint: "Name the path of a module that exports `imports` or `createImports`; WASI needs no `host`.",
  });
}

/**
 * Reads what a configuration gives a component through WASI.
 *
 * @param entry - the component as configured
 * @param root - folder its paths are relative to
 * @param hosted - what it is
 * @returns where the files lie, and their hash; null where nothing is given
 * @throws ActionError (`component`) when a path is at fault, or nobody would see what is given
 */
export async function resolveWasi(
  entry: ComponentEntry,
  root: string,
  hosted: Hosted,
): Promise<WasiSetup | null> {
  if (entry.wasi === undefined) return null;
  if (hosted.isGlue)
    throw componentFault(entry, {
      message: "`wasi` is for guests that get WASI from this product, and glue brings its own",
      hint: "Give files, variables and arguments where the glue makes its WASI; name the files it reads under `files`.",
    });
  if (!importsWasi(hosted))
    throw componentFault(entry, {
      message: "`wasi` names what a guest finds through WASI, and it imports none",
      hint: "Leave `wasi` away, or build the module for wasm32-wasip1 or wasm32-wasip2.",
    });
  try {
    return await loadWasi(entry.wasi, root);
  } catch (cause) {
    if (!(cause instanceof WasiFault)) throw cause;
    throw componentFault(entry, {
      message: cause.message,
      hint: "Paths under `wasi` are relative to the configuration, and everything lies below its folder.",
      cause,
    });
  }
}

function importsWasi({ module, transpiled }: Hosted): boolean {
  const world = transpiled?.world.imports ?? [];
  return (
    world.some(({ name }) => isProvidedInterface(name)) || (module !== null && needsOf(module).wasi)
  );
}
