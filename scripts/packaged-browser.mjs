import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./project.mjs";

/** What the tools of this project keep between runs, with the packages: `npm ci` removes it with them. */
export const CACHE = join(ROOT, "node_modules", ".cache", "wasm-bench");
const PACKAGE = "@sparticuz/chromium";

const require = createRequire(import.meta.url);

/** @typedef {{ executablePath: string, libraries: string, letters: string }} PackagedBrowser */

/**
 * Moves what was made aside into its place, unless another process was faster.
 *
 * @param {string} aside - folder that is complete
 * @param {string} target - where it belongs
 * @returns {void}
 */
function publish(aside, target) {
  try {
    renameSync(aside, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

/**
 * Unpacks browser, libraries and letters; the package unpacks into the folder for temporary files.
 *
 * @param {string} folder - empty folder
 * @returns {Promise<void>}
 */
async function unpackInto(folder) {
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await chromium.executablePath();
    await inflate(join(dirname(require.resolve(PACKAGE)), "..", "bin", "al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * The browser that comes with the development dependencies; unpacked once, which takes a second or two.
 *
 * @param {string} [cache] - folder to unpack into; within node_modules when absent
 * @returns {Promise<PackagedBrowser>} where it is, with folders of libraries and letters that a machine without a browser may lack
 * @throws {Error} when the package cannot be read or unpacked
 */
export async function unpackBrowser(cache = CACHE) {
  const manifest = JSON.parse(
    readFileSync(join(dirname(require.resolve(PACKAGE)), "..", "package.json"), "utf8"),
  );
  const target = join(cache, `chromium-${manifest.version}`);
  if (!existsSync(target)) {
    mkdirSync(cache, { recursive: true });
    const aside = mkdtempSync(join(cache, "unpacking-"));
    try {
      await unpackInto(aside);
      publish(aside, target);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  return {
    executablePath: join(target, "chromium"),
    libraries: join(target, "al2023", "lib"),
    letters: join(target, "fonts"),
  };
}
