import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** File in the built folder that says what it was built from. */
export const STAMP = "sources.json";

/** Everything that decides about the built folder but the packages. */
const SOURCES = [
  "src/**/*.ts",
  "fixtures/wat/**/*.wat",
  "lint/licences/*.txt",
  "scripts/{adapt-artifact,adapt-packages,build,bundle,licences,sources}.mjs",
  "tsconfig.json",
];

/** Development dependencies that make the bundle. */
const TOOLS = ["node_modules/typescript", "node_modules/@vercel/ncc"];

/**
 * @typedef {object} LockEntry
 * @property {string} [version] version of the package
 * @property {string} [integrity] hash of its archive
 * @property {boolean} [dev] whether only development needs it
 */

/**
 * What is bundled of the packages, and by which tools: other development dependencies change nothing.
 *
 * @param {Record<string, LockEntry>} packages - entries of the lock file by path
 * @returns {string[]} one line per package
 */
function packageLines(packages) {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && (dev !== true || TOOLS.includes(path)))
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity ?? ""}`)
    .sort();
}

/**
 * The version of the product.
 *
 * @param {string} root - folder of the project
 * @returns {string} as package.json says, the only place that says it
 */
export function productVersion(root) {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}

/**
 * Hashes what the built folder is made from: sources, version, bundled packages and the tools that bundle.
 *
 * @param {string} root - folder of the project
 * @returns {string} SHA-256, hex; the same on every machine for the same sources
 * @throws {Error} when there is nothing to hash
 */
export function hashSources(root) {
  const files = globSync(SOURCES, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  if (!files.some((path) => path.startsWith("src/"))) throw new Error("src: no sources");
  const hash = createHash("sha256");
  for (const path of files) {
    const text = readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${path} ${Buffer.byteLength(text)}\n${text}`);
  }
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  hash.update([productVersion(root), ...packageLines(packages)].join("\n"));
  return hash.digest("hex");
}

/**
 * Tells whether a built folder is what the sources give.
 *
 * @param {string} root - folder of the project
 * @param {string} built - folder with the built programs
 * @returns {string | null} what is wrong and the command that mends it; null when it is fresh
 */
export function stalenessOf(root, built) {
  const stamp = join(built, STAMP);
  if (!existsSync(stamp)) return "dist/ says not what it was built from: run npm run build";
  const { sources } = JSON.parse(readFileSync(stamp, "utf8"));
  if (sources === hashSources(root)) return null;
  return "dist/ was built from other sources than those that are here: run npm run build";
}
