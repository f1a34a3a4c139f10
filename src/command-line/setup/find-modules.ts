import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname } from "node:path";
import { isJavaScript } from "../../files/is-javascript.ts";

/** Folders that hold other projects' modules, caches, or what this product wrote itself. */
const PASSED_OVER = new Set([
  "node_modules",
  "baselines",
  "deps",
  "build-script-build",
  "incremental",
]);
/** Modules lie this deep at most: `target/wasm32-unknown-unknown/release` is three. */
const DEEPEST = 6;
/** Entries looked at; a folder with more is named instead. */
const MOST_ENTRIES = 20_000;

const MODULES = new Set([".wasm", ".wat"]);

/** Files of a folder that may be, or load, WebAssembly. Paths are relative to it, with `/`. */
export interface FoundFiles {
  readonly modules: readonly string[];
  /** JavaScript in folders that hold a module, or beside one. */
  readonly scripts: readonly string[];
  /** True when the folder holds more than is looked at. */
  readonly isCut: boolean;
  /** JavaScript that was named itself, rather than its folder; absent otherwise. */
  readonly named?: string;
}

/**
 * Looks for modules, and for JavaScript beside them.
 *
 * @param folder - folder to search; or one module or glue, whose own folder is searched for the other
 * @returns paths as written from the working folder, sorted
 * @throws an error of the system when the folder cannot be read
 */
export async function findModules(folder: string): Promise<FoundFiles> {
  if ((await stat(folder)).isFile()) return besideOf(folder);
  const paths: string[] = [];
  const isCut = await walk({ folder, depth: 0 }, paths);
  const all = paths.toSorted();
  const modules = withoutTwins(all.filter((path) => MODULES.has(extname(path))));
  const folders = new Set(modules.map(folderOf));
  const scripts = all.filter((path) => isJavaScript(path) && folders.has(folderOf(path)));
  return { modules, scripts, isCut };
}

interface Place {
  readonly folder: string;
  readonly depth: number;
}

/** True when there was more than is looked at. */
async function walk({ folder, depth }: Place, paths: string[]): Promise<boolean> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (paths.length >= MOST_ENTRIES) return true;
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) paths.push(path);
    const isOpened = isWanted(entry) && depth < DEEPEST;
    if (isOpened && (await walk({ folder: path, depth: depth + 1 }, paths))) return true;
  }
  return false;
}

function isWanted(entry: Dirent): boolean {
  const { name } = entry;
  return entry.isDirectory() && !name.startsWith(".") && !PASSED_OVER.has(name);
}

/** One module with all JavaScript beside it, or glue with all modules beside it. */
async function besideOf(path: string): Promise<FoundFiles> {
  const folder = folderOf(path);
  const names = await readdir(folder === "" ? "." : folder);
  const paths = names.map((name) => (folder === "" ? name : `${folder}/${name}`)).toSorted();
  const isGlue = isJavaScript(path);
  return {
    modules: isGlue ? paths.filter((one) => MODULES.has(extname(one))) : [path],
    scripts: isGlue ? [path] : paths.filter(isJavaScript),
    isCut: false,
    ...(isGlue ? { named: path } : {}),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Of a debug and a release build the release is kept, and of a text and its binary the binary. */
function withoutTwins(modules: readonly string[]): string[] {
  const known = new Set(modules);
  return modules.filter((path) => {
    const release = path.replace(/(^|\/)debug\//, "$1release/");
    if (release !== path && known.has(release)) return false;
    return extname(path) !== ".wat" || !known.has(`${path.slice(0, -".wat".length)}.wasm`);
  });
}
