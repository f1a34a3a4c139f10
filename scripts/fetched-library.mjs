import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where `node scripts/fetch-wasmtime.mjs` puts libraries, each in a folder named after its version. */
export const FETCHED = ".wasmtime";
/** Folders of versions; a download that was broken off has left others. */
const VERSION = /^wasmtime-(\d+)\.(\d+)\.(\d+)$/;
/** Libraries as their packages name them. */
const LIBRARY = /\.(?:so|dylib|dll)$/;

/**
 * Finds the newest library that was fetched: by the numbers of its version, of which 100 is newer than 49.
 *
 * @param {string} [folder] - where libraries are put
 * @returns {{ library: string, version: string } | null} its absolute path and version; null where there is none
 */
export function findFetched(folder = FETCHED) {
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder).filter((name) => VERSION.test(name));
  for (const name of versions.toSorted(newestFirst)) {
    const file = readdirSync(join(folder, name)).find((one) => LIBRARY.test(one));
    const version = name.slice(name.indexOf("-") + 1);
    if (file !== undefined) return { library: resolve(folder, name, file), version };
  }
  return null;
}

/**
 * The library a bench runs on: the one that is named, else that of `WASM_BENCH_WASMTIME`, else the newest that was fetched.
 *
 * @param {string | undefined} named - path; undefined where none was given
 * @returns {string} absolute path
 * @throws {Error} naming what to do, where there is none
 */
export function requireLibrary(named) {
  const given = named ?? process.env.WASM_BENCH_WASMTIME ?? "";
  if (given !== "" && !existsSync(given)) throw new Error(`there is no library ${given}`);
  const library = given === "" ? findFetched()?.library : resolve(given);
  if (library === undefined)
    throw new Error(
      "no library: run node scripts/fetch-wasmtime.mjs, or name one by --library FILE",
    );
  return library;
}

/** @type {(left: string, right: string) => number} */
function newestFirst(left, right) {
  const [one, other] = [left, right].map((name) => (VERSION.exec(name) ?? []).slice(1).map(Number));
  const at = (one ?? []).findIndex((number, index) => number !== other?.[index]);
  return at === -1 ? 0 : (other?.[at] ?? 0) - (one?.[at] ?? 0);
}
