import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import picomatch from "picomatch";

/**
 * Finds the files below a folder that match globs; folders named node_modules and .git are passed over.
 *
 * @param patterns - globs relative to the folder, `/` between folders
 * @param root - the folder
 * @returns absolute paths in order; none without patterns
 */
export async function glob(patterns: readonly string[], root: string): Promise<string[]> {
  if (patterns.length === 0) return [];
  const matches = picomatch([...patterns]);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(^|[\\/])(node_modules|\.git)[\\/]/.test(relative(root, path)))
    .filter((path) => matches(relative(root, path).split(sep).join("/")))
    .sort();
}
