import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ImportedModule } from "../model/load-record.ts";

/** What Node adds to a required path that is no file. */
const ENDINGS = [".js", ".json", ".node", ".cjs", ".mjs"];

/** Paths at which Node looked for a module. */
export interface LookedUp {
  /** The module itself, under the names it may have been found by; some lead nowhere. */
  readonly paths: readonly string[];
  /** Folders of packages that may hold it; some lead nowhere. */
  readonly packages: readonly string[];
}

/**
 * The paths by which a module may have been found: those that hold a link must be rebuilt for it to be found again.
 *
 * @param module - an import that was observed
 * @returns candidates, each an absolute path
 */
export async function lookedUpPaths({
  specifier,
  parent,
  path,
}: ImportedModule): Promise<LookedUp> {
  if (parent === null) return { paths: [path], packages: [] };
  if (isPath(specifier)) {
    const asked = pathsOf(specifier, parent);
    const ended = asked.flatMap((one) => ENDINGS.map((ending) => `${one}${ending}`));
    return { paths: [path, ...asked, ...ended], packages: asked };
  }
  const folders = foldersAbove(dirname(parent));
  if (specifier.startsWith("#")) {
    const linked = await Promise.all(folders.map(linkedPackages));
    return { paths: [path], packages: linked.flat() };
  }
  const name = packageName(specifier);
  return { paths: [path], packages: folders.map((folder) => join(folder, name)) };
}

/**
 * The folders in which Node looks for the package.json that says what a file is.
 *
 * @param path - absolute path of a module
 * @returns folders from the nearest on, up to the package it belongs to or the root
 */
export function packageScopes(path: string): string[] {
  const scopes: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (basename(folder) === "node_modules") return scopes;
    scopes.push(folder);
    if (dirname(folder) === folder) return scopes;
  }
}

function isPath(specifier: string): boolean {
  return (
    /^\.{1,2}([\\/]|$)/.test(specifier) || /^[a-z]{2,}:/i.test(specifier) || isAbsolute(specifier)
  );
}

/** An address in ES modules, a path in CommonJS: `./a%20b.mjs` may be either. */
function pathsOf(specifier: string, parent: string): string[] {
  const literal = specifier.startsWith("file:") ? [] : [resolve(dirname(parent), specifier)];
  try {
    const url = new URL(specifier, pathToFileURL(parent));
    return url.protocol === "file:" ? [...new Set([...literal, fileURLToPath(url)])] : literal;
  } catch {
    return literal;
  }
}

function foldersAbove(start: string): string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    if (basename(folder) !== "node_modules") folders.push(join(folder, "node_modules"));
    if (dirname(folder) === folder) return folders;
  }
}

/** The package a name of `imports` stands for is not in the name: every package that is a link may be the one. */
async function linkedPackages(folder: string): Promise<string[]> {
  const entries = await listed(folder);
  const scopes = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith("@"));
  const scoped = await Promise.all(scopes.map(({ name }) => listed(join(folder, name))));
  return [...entries, ...scoped.flat()]
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name));
}

function listed(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

function packageName(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? join(first, second) : first;
}
