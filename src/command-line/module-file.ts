import { extname } from "node:path";
import { assembleText } from "../components/assemble-text.ts";
import { assembleComponent, isComponentText } from "../components/component-tools.ts";
import { type EngineFault, engineFault } from "../components/engine-fault.ts";
import { readComponentFile } from "../components/read-file.ts";
import { ActionError, messageOf } from "../errors.ts";
import { decodeText, hintOf } from "../files/decode-text.ts";
import { faultWords } from "../files/regular-file.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { measureComponent } from "../wasm/component/component-size.ts";
import { readHeader } from "../wasm/header.ts";
import { readModule } from "../wasm/read-module.ts";

/** A core module, decoded, or a Component Model binary. */
export interface ModuleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null for a component. */
  readonly module: ModuleFacts | null;
}

/**
 * Reads a module named on the command line, to look at it: this engine need not know what it uses.
 *
 * @param path - a `.wasm` or `.wat` file
 * @param componentTools - the program that knows Component Model binaries, an absolute path
 * @returns bytes of a core module or a component, text assembled, and what they say of themselves
 * @throws ActionError (`usage`) when it cannot be read, is neither or is damaged
 */
export async function readModuleFile(path: string, componentTools: string): Promise<ModuleFile> {
  return readAs(path, componentTools, ({ isNewer }) => isNewer);
}

/**
 * Reads a module named on the command line, to run it.
 *
 * @param path - a `.wasm` or `.wat` file
 * @param componentTools - the program that knows Component Model binaries, an absolute path
 * @returns bytes of a core module or a component, text assembled, and what they say of themselves
 * @throws ActionError (`usage`) when it cannot be read, is neither or not valid for this engine
 */
export async function readRunnableFile(path: string, componentTools: string): Promise<ModuleFile> {
  return readAs(path, componentTools, () => false);
}

/** What an engine refuses is damaged, unless the engine is only too old and nothing is to be run. */
async function readAs(
  path: string,
  componentTools: string,
  mayPass: (fault: EngineFault) => boolean,
): Promise<ModuleFile> {
  const bytes = await readBinary(path, componentTools);
  if (readHeader(bytes).kind === "component") {
    requireComponent(path, bytes);
    return { bytes, module: null };
  }
  const fault = engineFault(bytes);
  if (fault !== null && !mayPass(fault)) throw invalid(path, fault);
  return { bytes, module: decoded(path, bytes) };
}

function decoded(path: string, bytes: Uint8Array): ModuleFacts {
  try {
    return readModule(bytes);
  } catch (cause) {
    throw undecodable(path, cause);
  }
}

function undecodable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be decoded: ${messageOf(cause)}`,
    hint: "Build the module again; the file may be truncated, or use a proposal newer than this product.",
    cause,
  });
}

/**
 * Decodes a module that a file named on the command line compiles.
 *
 * @param bytes - a core module
 * @returns what it says of itself
 * @throws WasmFormatError naming the offset when it is damaged
 */
export function decodeModule(bytes: Uint8Array): ModuleFacts {
  return readModule(bytes);
}

function requireComponent(path: string, bytes: Uint8Array): void {
  try {
    measureComponent(bytes);
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function damaged(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `the component ${path} cannot be read: ${messageOf(cause)}`,
    hint: "Build it again; the file may be truncated.",
    cause,
  });
}

async function readBinary(path: string, componentTools: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readNamedFile(path);
  if (extname(path) === ".wat") {
    const text = textOf(path, bytes);
    const assembled = isComponentText(text)
      ? await assembleComponent(text, path, componentTools)
      : await assembleText(text, path);
    return new Uint8Array(assembled);
  }
  const header = readHeader(bytes);
  if (header.kind === "module" || header.kind === "component") return bytes;
  throw new ActionError({
    code: "usage",
    message: `${path} is ${header.description}`,
    hint: "Name a core module or a component: a .wasm or .wat file.",
  });
}

/**
 * Reads a file named on the command line.
 *
 * @param path - a module or glue
 * @returns its bytes
 * @throws ActionError (`usage`) when it cannot be read
 */
export async function readNamedFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readComponentFile(path));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/**
 * Checks that JavaScript named on the command line is text an engine reads.
 *
 * @param path - glue or an imports module
 * @throws ActionError (`usage`) when it cannot be read, or is of another encoding
 */
export async function requireText(path: string): Promise<void> {
  textOf(path, await readNamedFile(path));
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be read: ${faultWords(cause)}`,
    hint: hintOf(cause, "Name a .wasm or .wat file, or glue (.js, .mjs, .cjs)."),
    cause,
  });
}

function invalid(path: string, fault: EngineFault): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} is not valid for this engine: ${fault.message}`,
    hint: fault.hint,
  });
}
