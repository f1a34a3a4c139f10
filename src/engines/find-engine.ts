import { readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { faultWords, readRegularFile } from "../files/regular-file.ts";
import {
  type FoundEngine,
  LIBRARY_VARIABLE,
  type LibrarySource,
  type NativeEngineName,
} from "../model/engine.ts";
import type { Warning } from "../model/sample.ts";
import { NEWEST_WASMTIME, OLDEST_WASMTIME, wasmtimeMajor } from "../model/wasmtime-api.ts";
import { engineFault, THREE_WAYS } from "./engine-fault.ts";
import { hashOf } from "./library-cache.ts";
import { libraryFault } from "./library-header.ts";
import { libraryVersion } from "./library-version.ts";
import { type ReleaseContext, releasedLibrary } from "./released-library.ts";

/** Larger libraries are none of an engine, in bytes. */
const MAX_LIBRARY_BYTES = 1024 * 1024 * 1024;

/** The machine, its variables, and the folders that paths are relative to. */
export interface EngineContext extends ReleaseContext {
  /** Folder of the configuration. */
  readonly root: string;
  /** Folder that paths of inputs, options and variables are relative to. */
  readonly current: string;
}

/** An engine with its library. */
export interface EngineFinding {
  readonly engine: FoundEngine;
  readonly warnings: readonly Warning[];
}

/**
 * Finds the library of an engine, reads it and looks at what it is. Nothing of it is run.
 *
 * @param name - name of the engine
 * @param source - where its library comes from
 * @param context - machine, variables and folders
 * @returns path, version and hash, with what is to be told of them
 * @throws ActionError (`engine`) naming the library or archive, what is wrong and the remedy
 */
export async function findEngine(
  name: NativeEngineName,
  source: LibrarySource,
  context: EngineContext,
): Promise<EngineFinding> {
  requireMachine(context);
  if (source.kind === "version") {
    requireDriven(`Wasmtime ${source.version} is asked for`, source.version);
    const { path, warnings } = await releasedLibrary(source, context);
    const found = await inspect({ shown: `of ${name} ${source.version}`, path }, context);
    const engine = { name, ...found, version: source.version };
    return { engine, warnings: [...warnings, ...newer(engine)] };
  }
  const place = placeOf(source, context);
  const found = await inspect(place, context);
  if (source.kind === "path") requirePinned(source, found.sha256);
  requireDriven(`the library ${place.shown} is of Wasmtime ${found.version}`, found.version);
  const engine = { name, ...found };
  return { engine, warnings: newer(engine) };
}

/** Processors on which a pointer has eight bytes, the lowest first, as what passes to and from a library is laid out. */
const PROCESSORS = ["x64", "arm64", "riscv64", "loong64"];

function requireMachine({ arch }: EngineContext): void {
  if (PROCESSORS.includes(arch)) return;
  throw engineFault(
    `native engines run on 64-bit, little-endian processors (${PROCESSORS.join(", ")}), and this machine is ${arch}`,
    "Measure on V8 here (engine: v8), or on Wasmtime on another machine.",
  );
}

function requireDriven(what: string, version: string): void {
  const major = wasmtimeMajor(version);
  if (major === null || major >= OLDEST_WASMTIME) return;
  throw engineFault(
    `${what}, and ${OLDEST_WASMTIME} is the oldest version whose C API is spoken here`,
    THREE_WAYS,
  );
}

function newer({ version }: FoundEngine): Warning[] {
  const major = wasmtimeMajor(version);
  if (major === null || major <= NEWEST_WASMTIME) return [];
  const message = `Wasmtime ${version} is newer than ${NEWEST_WASMTIME}, the newest this release was run on: functions of its C API may mean something else by now; a newer wasm-bench-action may know`;
  return [{ code: "engine-newer", message }];
}

/** A library as it was named, and where it is. */
interface LibraryPlace {
  readonly shown: string;
  readonly path: string;
  /** What to add where nothing is there: where a relative path led; absent where it was whole. */
  readonly sought?: string;
}

function placeOf(
  source: Exclude<LibrarySource, { readonly kind: "version" }>,
  { root, current, variables }: EngineContext,
): LibraryPlace {
  if (source.kind === "path") {
    const base = source.base === "root" ? root : current;
    return placeFrom(base, source.path, source.path);
  }
  const named = variables[LIBRARY_VARIABLE] ?? "";
  if (named === "") throw engineFault("no library of Wasmtime is named", THREE_WAYS);
  return placeFrom(current, named, `${LIBRARY_VARIABLE}=${named}`);
}

/** Options, variables and configuration take relative paths from different folders: which one it was is told. */
function placeFrom(base: string, named: string, shown: string): LibraryPlace {
  const path = resolve(base, named);
  return isAbsolute(named) ? { shown, path } : { shown, path, sought: ` (looked for ${path})` };
}

function requirePinned(
  { path, sha256 }: Extract<LibrarySource, { readonly kind: "path" }>,
  hash: string,
): void {
  if (sha256.length === 0 || sha256.includes(hash)) return;
  throw engineFault(
    `the library ${path} has the SHA-256 ${hash}, and ${sha256.join(" or ")} is pinned: nothing of it was run`,
    "Correct sha256, or put the library there that it names.",
  );
}

async function inspect(
  place: LibraryPlace,
  { platform, arch }: EngineContext,
): Promise<Omit<FoundEngine, "name">> {
  const bytes = await readLibrary(place);
  const fault = libraryFault(bytes, { platform, arch });
  if (fault !== null) throw engineFault(`the library ${place.shown} ${fault}`, THREE_WAYS);
  const library = await realpath(place.path);
  const header = join(dirname(library), "..", "include", "wasmtime.h");
  const version = libraryVersion({
    path: library,
    header: await readFile(header, "utf8").catch(() => ""),
    bytes,
  });
  return { library, version, sha256: hashOf(bytes) };
}

async function readLibrary({ path, shown, sought = "" }: LibraryPlace): Promise<Uint8Array> {
  try {
    return await readRegularFile(path, { maxBytes: MAX_LIBRARY_BYTES, links: "follow" });
  } catch (cause) {
    const message = `the library ${shown} cannot be read: ${faultWords(cause)}${sought}`;
    throw engineFault(message, THREE_WAYS, cause);
  }
}
