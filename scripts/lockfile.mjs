/**
 * Checks that package-lock.json names every optional package of its packages; with `--write`, adds the missing ones.
 *
 * `npm install` leaves out platform packages that its registry does not offer, and `npm ci` then refuses the file.
 * An entry with version, os and cpu is enough: other platforms skip it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { enterProject, finish } from "./project.mjs";

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
];

/**
 * Reads the platform from the name of a platform package.
 *
 * @param {string} name - such as `@scope/binding-linux-x64-musl`
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | null} null when the name is not that of a platform package
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (os.length !== 1 || cpu.length !== 1) return null;
  if (words.some((word) => word.startsWith("musl"))) return { os, cpu, libc: ["musl"] };
  return words.some((word) => word.startsWith("gnu")) ? { os, cpu, libc: ["glibc"] } : { os, cpu };
}

/**
 * Finds optional packages that the lock file does not know.
 *
 * @param {Record<string, LockEntry>} packages - the entries of the lock file by path
 * @returns {[path: string, entry: LockEntry][]} the entries to add
 */
function missingEntries(packages) {
  /** @type {[string, LockEntry][]} */
  const missing = [];
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOf(name);
      const known =
        `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages;
      if (platform === null || known) continue;
      const flag = dev === true ? { dev } : {};
      missing.push([`node_modules/${name}`, { version, ...flag, optional: true, ...platform }]);
    }
  }
  return missing;
}

enterProject();
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const missing = missingEntries(lock.packages);
if (values.write && missing.length > 0) {
  const entries = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
}
finish(
  "package-lock.json",
  values.write
    ? []
    : missing.map(([path]) => `${path}: not in package-lock.json; run npm run lock`),
);
