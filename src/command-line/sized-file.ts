import { createHash } from "node:crypto";
import { relative, sep } from "node:path";
import { type CompressedSizes, compressedSizes } from "../components/describe-component.ts";
import { engineFault } from "../components/engine-fault.ts";
import { readComponentFile } from "../components/read-file.ts";
import { ActionError } from "../errors.ts";
import { isJavaScript } from "../files/is-javascript.ts";
import type { LoadRecord } from "../model/load-record.ts";
import { OBSERVED_NONCE } from "../model/load-record.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { logText } from "../report/clean-text.ts";
import { callsOf } from "../shell/close-workload.ts";
import type { Locations } from "../shell/locations.ts";
import { observerOf } from "../shell/observing.ts";
import { loadConfig } from "../shell/prepare.ts";
import { requireInitialised } from "../shell/require-initialised.ts";
import { measureComponent, readCoreModules } from "../wasm/component/component-size.ts";
import { readHeader } from "../wasm/header.ts";
import { joinSizes, type ModuleSize, measureSize } from "../wasm/size.ts";
import { prepareUnique, rewriteNonce } from "../wasm/unique.ts";
import { type GlueFile, readGlueFile } from "./glue-file.ts";
import { decodeModule, readModuleFile } from "./module-file.ts";

/** Longest text of glue that is quoted. */
const QUOTED = 200;

/** A module of a file, with its own sizes. */
export interface SizedModule extends CompressedSizes {
  /** Its path relative to the working folder, or where else it is. */
  readonly name: string;
  readonly size: ModuleSize;
}

/** What a file's bytes of WebAssembly are spent on. */
export interface SizedFile extends CompressedSizes {
  readonly path: string;
  /** Of all modules together. */
  readonly size: ModuleSize;
  /** One for a module or a component; of glue all that it was seen to compile. */
  readonly modules: readonly SizedModule[];
  /** Decoded core modules. */
  readonly facts: readonly ModuleFacts[];
}

/** What reading a file takes. */
export interface SizeContext {
  /** Configuration as it was named; null for the usual names. */
  readonly config: string | null;
  readonly locations: Locations;
}

/**
 * Reads a file named on the command line and measures its WebAssembly. Glue is loaded once to see what it compiles, and
 * calls that the configuration names are made.
 *
 * @param path - a core module, a component or glue
 * @param context - configuration and places
 * @returns exact sizes
 * @throws ActionError when it cannot be read or loaded, or compiles nothing
 */
export async function readSizedFile(path: string, context: SizeContext): Promise<SizedFile> {
  if (isJavaScript(path)) return readGlueModules(path, context);
  const { bytes, module } = await readModuleFile(path, context.locations.componentTools);
  const size = module === null ? measureComponent(bytes) : measureSize(module);
  const own = compressedSizes(bytes);
  const facts = module === null ? readCoreModules(bytes) : [module];
  return { path, size, ...own, modules: [{ name: path, size, ...own }], facts };
}

async function readGlueModules(path: string, context: SizeContext): Promise<SizedFile> {
  const loaded = await loadConfig(".", context.config);
  const glue = await readGlueFile(path, loaded);
  const { sampling } = loaded.config;
  const observer = observerOf({ sampling, root: loaded.root, locations: context.locations });
  const seen = await observer.observeModules(glue.component, callsOf(glue.entry));
  await requireInitialised(glue.entry, glue.component, seen.record);
  if (seen.record.failure !== null) throw notLoaded(path, seen.record.failure.message);
  const found = await modulesOf(glue, seen);
  if (found.length === 0) throw noModule(path, seen.record);
  const modules = found.map(({ name, bytes }): SizedModule & { facts: ModuleFacts } => {
    const facts = decodeModule(bytes);
    return { name, size: measureSize(facts), ...compressedSizes(bytes), facts };
  });
  const sum = (pick: (module: SizedModule) => number): number =>
    modules.reduce((total, module) => total + pick(module), 0);
  return {
    path,
    size: joinSizes(modules.map(({ size }) => size)),
    gzipBytes: sum(({ gzipBytes }) => gzipBytes),
    brotliBytes: sum(({ brotliBytes }) => brotliBytes),
    modules,
    facts: modules.map(({ facts }) => facts),
  };
}

interface NamedModule {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** By their hashes: what it compiled comes from files it read, from the configuration, or from its JavaScript. */
async function modulesOf(
  { component, entry }: GlueFile,
  { record, modules }: { readonly record: LoadRecord; readonly modules: readonly Uint8Array[] },
): Promise<NamedModule[]> {
  const files = await moduleFiles(record);
  const handed = handedModule(component.bytes, entry.wasm ?? "");
  // Glue may try what the engine takes.
  const valid = modules.filter((bytes) => engineFault(bytes) === null);
  const compiled = valid.map((bytes, index): NamedModule => {
    const sha256 = hashOf(bytes);
    const inText = { name: `in its JavaScript (${index})`, bytes };
    return handed.get(sha256) ?? files.read.get(sha256) ?? inText;
  });
  return [
    ...new Map([...files.imported, ...compiled].map((one) => [hashOf(one.bytes), one])).values(),
  ];
}

/** Glue is handed a copy that is told apart by its nonce. */
function handedModule(bytes: Uint8Array, name: string): ReadonlyMap<string, NamedModule> {
  if (bytes.length === 0) return new Map();
  const copy = rewriteNonce(prepareUnique(bytes), OBSERVED_NONCE);
  return new Map([
    [hashOf(copy), { name, bytes }],
    [hashOf(bytes), { name, bytes }],
  ]);
}

/** Modules among the files: those it read by their hash, and those it imported, which Node compiles. */
async function moduleFiles(record: LoadRecord): Promise<{
  readonly read: ReadonlyMap<string, NamedModule>;
  readonly imported: readonly NamedModule[];
}> {
  const paths = record.reads.filter(({ isRead }) => isRead).map(({ path }) => path);
  const imported = record.modules.map(({ path }) => path).filter((path) => path.endsWith(".wasm"));
  const read = await Promise.all([...new Set(paths)].map(moduleIn));
  const asked = await Promise.all([...new Set(imported)].map(moduleIn));
  return {
    read: new Map(read.flatMap((one) => (one === null ? [] : [[hashOf(one.bytes), one]]))),
    imported: asked.filter((one) => one !== null),
  };
}

async function moduleIn(path: string): Promise<NamedModule | null> {
  const bytes = await readComponentFile(path).catch(() => null);
  if (bytes === null || readHeader(bytes).kind !== "module") return null;
  const name = relative(process.cwd(), path).split(sep).join("/");
  return { name, bytes: new Uint8Array(bytes) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function notLoaded(path: string, said: string): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} could not be loaded, so its modules are not known: ${logText(said, QUOTED)}`,
    hint: "Where it is handed its module, name it in wasm-bench.yml with `wasm` and `init`.",
  });
}

function noModule(path: string, { failedCalls }: LoadRecord): ActionError {
  const [failed] = failedCalls;
  const why =
    failed === undefined
      ? ""
      : `; ${logText(failed.name, QUOTED)} failed: ${logText(failed.message, QUOTED)}`;
  return new ActionError({
    code: "usage",
    message: `${path} compiled no module when it was loaded${why}`,
    hint: "Name it in wasm-bench.yml with a call that makes it compile one, or with `wasm` and `init`.",
  });
}
