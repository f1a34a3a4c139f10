import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { componentEmbed, componentNew } from "@bytecodealliance/jco-transpile/wasm-tools";
import { ROOT } from "./project.mjs";

/** The interface xxhash-wasm gets as a component. */
const XXHASH = `package example:xxhash;
world xxhash {
  export xxh32: func(at: u32, length: u32, seed: u32) -> u32;
  export xxh64: func(at: u32, length: u32, seed: u64) -> u64;
}`;

/**
 * @typedef {object} GuestPackage
 * @property {string} component name of the component in fixtures/real/wasm-bench.yml
 * @property {string} package name on npm
 * @property {string} toolchain what made it, for people
 * @property {string} kind what it is measured as: `core module`, `WASI reactor`, `glue`, `component`
 */

/**
 * Puts the project of fixtures/real into a folder of its own, beside the installed packages, with a component made of one.
 *
 * @returns {Promise<string>} absolute path of the folder; the caller removes it
 */
export async function openGuestProject() {
  const folder = mkdtempSync(join(tmpdir(), "real-modules-"));
  cpSync(join(ROOT, "fixtures/real"), folder, { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const binary = readFileSync(join(ROOT, "node_modules/xxhash-wasm/workerd/xxhash.wasm"));
  const embedded = await componentEmbed({ binary, witSource: XXHASH });
  writeFileSync(join(folder, "xxhash.component.wasm"), await componentNew(embedded));
  return folder;
}

/**
 * The packages that are measured, in the order of the table.
 *
 * @returns {readonly GuestPackage[]} one entry per component
 */
export function guestPackages() {
  return JSON.parse(readFileSync(join(ROOT, "fixtures/real/packages.json"), "utf8"));
}

/**
 * The version of a package that is installed.
 *
 * @param {string} name - name on npm
 * @returns {string} as its package.json says
 */
export function installedVersion(name) {
  const path = join(ROOT, "node_modules", name, "package.json");
  return JSON.parse(readFileSync(path, "utf8")).version;
}

/**
 * Measures the project with a built command line.
 *
 * @param {string} folder - the project
 * @param {string} program - absolute path of the command line
 * @param {readonly string[]} options - further options of `run`
 * @returns {{ status: number | null, output: string, text: string }} how it ended, what it printed, and its result
 * @throws {Error} when it wrote no result
 */
export function measureGuests(folder, program, options = []) {
  const result = join(folder, "result.json");
  rmSync(result, { force: true });
  const args = [program, "run", "--baseline", "none", "--fail-on", "error", "--json", result];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...options], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { status, output: `${stdout}${stderr}`, text: readFileSync(result, "utf8") };
}
