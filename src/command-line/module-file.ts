import { extname } from "node:path";
import { assembleText } from "../components/assemble-text.ts";
import { engineFault } from "../components/engine-fault.ts";
import { readComponentFile } from "../components/read-file.ts";
import { ActionError } from "../errors.ts";
import { faultWords } from "../files/regular-file.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { readHeader } from "../wasm/header.ts";
import { readModule } from "../wasm/read-module.ts";

/** A core module, decoded. */
export interface ModuleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly module: ModuleFacts;
}

/**
 * Reads a module named on the command line.
 *
 * @param path - a `.wasm` or `.wat` file
 * @returns bytes of a core module, text assembled, and what they say of themselves
 * @throws ActionError (`usage`) when it cannot be read, is no core module or not valid for this engine
 */
export async function readModuleFile(path: string): Promise<ModuleFile> {
  const bytes = await readValid(path);
  return { bytes, module: readModule(bytes) };
}

async function readValid(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBytes(path);
  if (extname(path) === ".wat")
    return new Uint8Array(await assembleText(new TextDecoder().decode(bytes), path));
  const header = readHeader(bytes);
  if (header.kind === "module") return valid(path, bytes);
  throw new ActionError({
    code: "usage",
    message: `${path} is ${header.kind === "component" ? "a Component Model binary" : header.description}`,
    hint: "Name a core module: a .wasm or .wat file.",
  });
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readComponentFile(path));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be read: ${faultWords(cause)}`,
    hint: "Name a .wasm or .wat file.",
    cause,
  });
}

function valid(path: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const fault = engineFault(bytes);
  if (fault === null) return bytes;
  throw new ActionError({
    code: "usage",
    message: `${path} is not valid for this engine: ${fault}`,
    hint: "Build the module again; the file may be truncated.",
  });
}
