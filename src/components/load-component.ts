import { extname, normalize, resolve } from "node:path";
import { messageOf } from "../errors.ts";
import { decodeText, hintOf } from "../files/decode-text.ts";
import { isJavaScript } from "../files/is-javascript.ts";
import { faultWords } from "../files/regular-file.ts";
import type { Component, ComponentFormat, Glue, Host } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { DataFiles } from "../model/data.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { readHeader } from "../wasm/header.ts";
import { assembleText } from "./assemble-text.ts";
import { checkCalls } from "./check-calls.ts";
import { checkComponent } from "./check-component.ts";
import { refuseIdlePlaces } from "./check-data.ts";
import { componentFault } from "./component-fault.ts";
import { assembleComponent, isComponentText, transpileComponent } from "./component-tools.ts";
import { createClosure } from "./create-closure.ts";
import { engineFault } from "./engine-fault.ts";
import { findWorkload } from "./find-workload.ts";
import { hashComponent } from "./identify.ts";
import { matchFiles } from "./match-files.ts";
import type { DecodeModule } from "./module-decoder.ts";
import { readDataFiles } from "./read-data.ts";
import { readComponentFile } from "./read-file.ts";
import { resolveHost, resolveWasi } from "./resolve-host.ts";

/** A component as it is configured. */
export interface LoadedComponent {
  readonly component: Component;
  /** Absolute paths of the files its `files:` name. */
  readonly files: readonly string[];
}

/**
 * Loads a component a configuration names and checks all that can be checked before it is measured.
 *
 * What its JavaScript needs is not known before it is observed: until then its closure holds its entry and its
 * `files:`.
 *
 * @param entry - the component as configured
 * @param root - folder its paths are relative to
 * @param decode - decoder of the run
 * @param componentTools - the program that knows Component Model binaries, an absolute path
 * @returns the component, its module decoded
 * @throws ActionError (`component`) naming the component, the file and the fault
 */
export async function loadComponent(
  entry: ComponentEntry,
  root: string,
  decode: DecodeModule,
  componentTools: string,
): Promise<LoadedComponent> {
  const path = resolve(root, entry.path);
  const isGlue = isJavaScript(path);
  if (isGlue) refuseHost(entry);
  else refuseGlueKeys(entry);
  const data = await readDataFiles(entry, root);
  const modulePath = isGlue ? (entry.wasm === null ? null : resolve(root, entry.wasm)) : path;
  const binary =
    modulePath === null
      ? { bytes: new Uint8Array(), module: null }
      : await loadBinary(entry, modulePath, { isGlue, decode, componentTools, data });
  const { bytes } = binary;
  refuseIdlePlaces(entry, !isGlue && !("transpiled" in binary));
  const hosted = { ...binary, isGlue };
  const host = await resolveHost(entry, root, hosted);
  const wasi = await resolveWasi(entry, root, hosted);
  const hasOwn = isGlue || host.kind === "module";
  const hasJavaScript = hasOwn || entry.workload !== undefined;
  const files = await namedFiles(entry, { root, hasJavaScript });
  const glue = isGlue ? await loadGlue(entry, path, { root, files }) : null;
  const component: Component = {
    name: entry.name,
    origin: "user",
    format: formatOf(path, bytes),
    path: entry.path,
    host,
    ...binary,
    sha256: hashComponent(bytes, glue),
    glue,
    fuelLimit: entry.limits.fuel,
    ...(await drivenBy(entry, root, { wasi, data })),
    ...(entry.hostCode === "each" ? { hostCode: ownHost(entry, host, glue) } : {}),
  };
  return { component, files };
}

/** What is given to a component, and drives it, where there is some. */
async function drivenBy(
  entry: ComponentEntry,
  root: string,
  { wasi, data }: { readonly wasi: Component["wasi"] | null; readonly data: DataFiles },
): Promise<Pick<Component, "wasi" | "data" | "workload">> {
  return {
    ...(wasi === null || wasi === undefined ? {} : { wasi }),
    ...(data.size === 0 ? {} : { data }),
    ...(entry.workload === undefined ? {} : { workload: await findWorkload(entry, root) }),
  };
}

interface BinaryContext {
  readonly isGlue: boolean;
  readonly decode: DecodeModule;
  readonly componentTools: string;
  readonly data: DataFiles;
}

/** Reads what is compiled, and checks the calls that can be checked by it; glue shows its own only when it runs. */
async function loadBinary(
  entry: ComponentEntry,
  path: string,
  { isGlue, decode, componentTools, data }: BinaryContext,
): Promise<Pick<Component, "bytes" | "module" | "transpiled">> {
  const bytes = await readModuleBytes(entry, path, componentTools);
  if (!isGlue && readHeader(bytes).kind === "component") {
    const transpiled = await transpileComponent(bytes, entry.path, componentTools);
    checkComponent(entry, transpiled, data);
    return { bytes, module: null, transpiled };
  }
  const module = decoded(entry, bytes, decode);
  if (module !== null && !isGlue) checkCalls(entry, module);
  return { bytes, module };
}

function formatOf(path: string, bytes: Uint8Array): ComponentFormat {
  if (isJavaScript(path)) return "glue";
  if (readHeader(bytes).kind === "component") return "component";
  return extname(path) === ".wat" ? "wat" : "wasm";
}

async function readModuleBytes(
  entry: ComponentEntry,
  path: string,
  componentTools: string,
): Promise<Uint8Array> {
  const bytes = await readBytes(entry, path);
  if (extname(path) === ".wat") {
    const text = textOf(entry, bytes);
    return isComponentText(text)
      ? assembleComponent(text, entry.path, componentTools)
      : assembleText(text, entry.path);
  }
  const header = readHeader(bytes);
  if (header.kind === "module" || header.kind === "component") return bytes;
  throw componentFault(entry, {
    message: `${entry.path} is ${header.description}`,
    hint: "Name a .wasm or .wat file, or the JavaScript that loads one.",
  });
}

function textOf(entry: ComponentEntry, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw componentFault(entry, {
      message: `${entry.path} cannot be read: ${faultWords(cause)}`,
      hint: hintOf(cause, "Write the module as text again."),
      cause,
    });
  }
}

function decoded(
  entry: ComponentEntry,
  bytes: Uint8Array,
  decode: DecodeModule,
): ModuleFacts | null {
  let facts: ModuleFacts | null;
  try {
    facts = decode(bytes);
  } catch (cause) {
    throw componentFault(entry, {
      message: `${entry.path} cannot be decoded: ${messageOf(cause)}`,
      hint: "Build the module again; the file may be truncated.",
      cause,
    });
  }
  const fault = engineFault(bytes);
  if (fault === null) return facts;
  throw componentFault(entry, {
    message: `${entry.path} is not valid for this engine: ${fault.message}`,
    hint: fault.hint,
  });
}

async function readBytes(entry: ComponentEntry, path: string): Promise<Uint8Array> {
  const isWasm = entry.wasm !== null && path.endsWith(normalize(entry.wasm));
  const shown = isWasm ? entry.wasm : entry.path;
  try {
    return new Uint8Array(await readComponentFile(path));
  } catch (cause) {
    throw componentFault(entry, {
      message: `${shown} cannot be read: ${faultWords(cause)}`,
      hint: `Build the module before this step, or correct \`${isWasm ? "wasm" : "path"}\` (it is relative to the configuration's folder).`,
      cause,
    });
  }
}

interface GluePlace {
  readonly root: string;
  readonly files: readonly string[];
}

async function loadGlue(
  entry: ComponentEntry,
  path: string,
  { root, files }: GluePlace,
): Promise<Glue> {
  await readBytes(entry, path);
  const closure = await createClosure({
    root,
    entry: path,
    files,
    record: null,
    workingFolder: root,
    known: new Set(),
  });
  return { path, init: entry.init, closure };
}

/** What would be ignored is refused: its author means another `path`. */
function refuseGlueKeys(entry: ComponentEntry): void {
  const key = (["wasm", "init"] as const).find((one) => entry[one] !== null);
  if (key === undefined) return;
  throw componentFault(entry, {
    message: `\`${key}\` belongs to glue, and ${entry.path} is none`,
    hint: `Name the glue (.js, .mjs, .cjs) under \`path\`, or leave \`${key}\` away.`,
  });
}

/** Glue hands its module what that imports: nothing would ask the module of `host`. */
function refuseHost(entry: ComponentEntry): void {
  if (entry.host === "none") return;
  throw componentFault(entry, {
    message: `\`host\` provides what a module imports, and ${entry.path} is glue, which provides it itself`,
    hint: "Leave `host` away; let the glue import what it needs, or name the .wasm file under `path` to measure it with this host.",
  });
}

/** The files of `files:`; a pattern that matches none would leave out what its author means to keep. */
async function namedFiles(
  entry: ComponentEntry,
  { root, hasJavaScript }: { readonly root: string; readonly hasJavaScript: boolean },
): Promise<string[]> {
  if (entry.files.length > 0 && !hasJavaScript)
    throw componentFault(entry, {
      message: "`files` names what JavaScript needs, and it has none",
      hint: "Leave `files` away: the module is all there is to it.",
    });
  const matched = await matchFiles(entry.files, root);
  for (const [pattern, files] of matched) {
    if (files.length > 0) continue;
    throw componentFault(entry, {
      message: `\`files\`: ${JSON.stringify(pattern)} matches no file`,
      hint: "Correct the pattern; it is relative to the configuration, and a folder is written `folder/**`.",
    });
  }
  return [...new Set([...matched.values()].flat())];
}

function ownHost(entry: ComponentEntry, host: Host, glue: Glue | null): "each" {
  if (host.kind === "module" && glue === null) return "each";
  throw componentFault(entry, {
    message: "`host-code: each` compares imports modules, and it has none",
    hint: "Name an imports module under `host`, or leave `host-code` away.",
  });
}
