import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";

/** Folders nobody means by a star: a pattern must name them. */
const PASSED_OVER = ["node_modules", ".git"];

/**
 * Finds the files that match globs. Folders named node_modules and .git are passed over unless a pattern names them.
 *
 * @param patterns - globs relative to the folder, `/` between folders; they may begin with `../`
 * @param root - the folder
 * @returns absolute paths in order, by pattern; none where a pattern matches nothing
 */
export async function matchFiles(
  patterns: readonly string[],
  root: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await Promise.all(
    patterns.map(async (pattern): Promise<[string, string[]]> => {
      return [pattern, await matchOne(pattern, root)];
    }),
  );
  return new Map(found);
}

async function matchOne(pattern: string, root: string): Promise<string[]> {
  const plain = pattern.replace(/^(\.\/)+/, "");
  const { base, glob } = picomatch.scan(plain);
  if (glob === "") {
    const path = resolve(root, plain);
    return (await isFile(path)) ? [path] : [];
  }
  const folder = resolve(root, base);
  const named = plain.split("/");
  const enters = (name: string): boolean => named.includes(name) || !PASSED_OVER.includes(name);
  const matches = picomatch(glob);
  const files = await filesBelow(folder, enters);
  return files.filter((path) => matches(relative(folder, path).split(sep).join("/"))).sort();
}

async function filesBelow(folder: string, enters: (name: string) => boolean): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return enters(entry.name) ? filesBelow(path, enters) : [];
      return (await isFile(path)) ? [path] : [];
    }),
  );
  return below.flat();
}

async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts?.isFile() ?? false;
}
