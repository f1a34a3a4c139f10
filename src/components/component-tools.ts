import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { ActionError, messageOf } from "../errors.ts";
import type { Transpiled } from "../model/component.ts";
import type { WitWorld } from "../model/wit.ts";
import type { ComponentTools } from "../ports.ts";
import { measureComponent } from "../wasm/component/component-size.ts";
import { readWorld } from "../wasm/component/read-world.ts";
import { engineFault } from "./engine-fault.ts";

/** Components transpiled so far, by SHA-256: both sides of most runs hold the same ones. */
const known = new Map<string, Promise<Transpiled>>();

/**
 * Assembles the text of a Component Model component.
 *
 * @param text - text that begins with `(component`
 * @param path - file it comes from, for messages
 * @param entry - the program that knows components, an absolute path
 * @returns the binary
 * @throws ActionError (`component`) with line, column and fault
 */
export async function assembleComponent(
  text: string,
  path: string,
  entry: string,
): Promise<Uint8Array> {
  const tools = await loadTools(entry);
  try {
    return await tools.assemble(text);
  } catch (cause) {
    throw toolFault({
      code: "component",
      message: `${path} is not valid component text: ${textFault(wordsOf(cause))}`,
      hint: "Mend the text at the line and column named.",
      cause,
    });
  }
}

/**
 * Whether text is that of a Component Model component rather than that of a core module.
 *
 * @param text - WebAssembly text
 * @returns true when its first word, comments passed over, is `component`
 */
export function isComponentText(text: string): boolean {
  return /^(?:\s|;;[^\n]*(?:\n|$)|\(;[\s\S]*?;\))*\(\s*component\b/.test(text);
}

/**
 * Makes of a component what is run of it. Equal bytes are transpiled once.
 *
 * @param bytes - a Component Model binary
 * @param path - file it comes from, for messages
 * @param entry - the program that knows components, an absolute path
 * @returns core modules, the JavaScript between them, and the world
 * @throws ActionError (`component`) naming what is wrong with it
 */
export async function transpileComponent(
  bytes: Uint8Array,
  path: string,
  entry: string,
): Promise<Transpiled> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const transpiling = known.get(sha256) ?? transpile(bytes, path, entry);
  known.set(sha256, transpiling);
  return transpiling;
}

async function transpile(bytes: Uint8Array, path: string, entry: string): Promise<Transpiled> {
  const world = worldOf(bytes, path);
  const tools = await loadTools(entry);
  const transpiled = await attemptTranspile(tools, bytes, path);
  requireValid(transpiled, path);
  return { ...transpiled, world };
}

type Made = Pick<Transpiled, "source" | "modules">;

async function attemptTranspile(
  tools: ComponentTools,
  bytes: Uint8Array,
  path: string,
): Promise<Made> {
  try {
    return await tools.transpile(bytes);
  } catch (cause) {
    throw toolFault({
      code: "component",
      message: `the component ${path} cannot be transpiled: ${wordsOf(cause)}`,
      hint: "Build it again; it may be truncated, or use a proposal that is newer than this product.",
      cause,
    });
  }
}

/** A core module this Node does not run is named, before anything is measured. */
function requireValid({ modules }: Made, path: string): void {
  for (const [index, { bytes }] of modules.entries()) {
    const fault = engineFault(bytes);
    if (fault === null) continue;
    throw new ActionError({
      code: "component",
      message: `core module ${index} of the component ${path} is not valid for this engine: ${fault.message}`,
      hint: fault.hint,
    });
  }
}

/** Its size is measured too: what cannot be decoded is told here. */
function worldOf(bytes: Uint8Array, path: string): WitWorld {
  try {
    measureComponent(bytes);
    return readWorld(bytes);
  } catch (cause) {
    throw toolFault({
      code: "component",
      message: `the component ${path} cannot be read: ${messageOf(cause)}`,
      hint: "Build it again, for WASI 0.2 and without async functions; it may also be truncated.",
      cause,
    });
  }
}

async function loadTools(entry: string): Promise<ComponentTools> {
  try {
    return (await import(/* webpackIgnore: true */ pathToFileURL(entry).href)) as ComponentTools;
  } catch (cause) {
    throw toolFault({
      code: "environment",
      message: `the part that knows components cannot be loaded: ${messageOf(cause)}`,
      hint: "Copy the whole dist folder; dist/transpiler belongs to it.",
      cause,
    });
  }
}

/** The parser shows its own data, with lines and columns from 0. */
function textFault(words: string): string {
  const place = /\bline: (\d+), col: (\d+)/.exec(words);
  if (place === null) return words;
  const [line, column] = [Number(place[1]) + 1, Number(place[2]) + 1];
  const told = /\bkind: \w+\((.*)\) \} \}\) \}$/.exec(words.slice(place.index))?.[1] ?? "a fault";
  return `${line}:${column}: ${told.replace(/^"(.*)"$/, "$1").replaceAll('\\"', '"')}`;
}

function toolFault(parts: ConstructorParameters<typeof ActionError>[0]): ActionError {
  return new ActionError(parts);
}

/** The tools tell some faults as data. */
function wordsOf(thrown: unknown): string {
  const { payload } = (thrown ?? {}) as { readonly payload?: unknown };
  const text = typeof payload === "string" ? payload : messageOf(thrown);
  return text
    .replace(/\s+/g, " ")
    .replace(/^ComponentError: /, "")
    .trim();
}
