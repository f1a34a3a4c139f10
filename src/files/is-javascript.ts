import { extname } from "node:path";

const ENDINGS: ReadonlySet<string> = new Set([".js", ".mjs", ".cjs"]);

/**
 * Whether a file is JavaScript: glue, a workload, an imports module.
 *
 * @param path - its path
 * @returns true for `.js`, `.mjs` and `.cjs`
 */
export function isJavaScript(path: string): boolean {
  return ENDINGS.has(extname(path));
}
