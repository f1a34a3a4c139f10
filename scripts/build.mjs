/** Builds dist/. With `--check`, builds elsewhere and compares with the committed dist/ byte by byte. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildDistribution } from "./bundle.mjs";
import { enterProject, finish } from "./project.mjs";

/**
 * Lists the files below a folder.
 *
 * @param {string} folder - folder to look into; may be absent
 * @returns {string[]} paths relative to it, sorted
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/**
 * Compares two folders byte by byte.
 *
 * @param {string} committed - folder in the repository
 * @param {string} fresh - folder just built
 * @returns {string[]} one line per file that is missing, left over or different
 */
function compareFolders(committed, fresh) {
  const before = filesBelow(committed);
  const after = filesBelow(fresh);
  const missing = after.filter((path) => !before.includes(path));
  const stale = before.filter((path) => !after.includes(path));
  const different = after.filter(
    (path) =>
      before.includes(path) &&
      !readFileSync(join(committed, path)).equals(readFileSync(join(fresh, path))),
  );
  return [
    ...missing.map((path) => `${join(committed, path)}: missing; run npm run build`),
    ...stale.map((path) => `${join(committed, path)}: left over; run npm run build`),
    ...different.map((path) => `${join(committed, path)}: differs; run npm run build`),
  ];
}

/**
 * Builds into a temporary folder and compares.
 *
 * @returns {string[]} faults of the build and differences from the committed dist/
 */
function checkDistribution() {
  const scratch = mkdtempSync(join(tmpdir(), "wasm-bench-dist-"));
  try {
    const fresh = join(scratch, "dist");
    const faults = buildDistribution(fresh).map((fault) => fault.replaceAll(fresh, "dist"));
    return [...faults, ...compareFolders("dist", fresh)];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

enterProject();
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
try {
  finish("dist", values.check ? checkDistribution() : buildDistribution("dist"));
} catch (error) {
  finish("dist", [error instanceof Error ? error.message : String(error)]);
}
