import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe } from "vitest";

/** Where `node scripts/fetch-wasmtime.mjs` puts a library, in a folder for each version. */
const FOLDER = ".wasmtime";

function findLibrary(): string | null {
  const named = process.env.WASM_BENCH_WASMTIME ?? "";
  if (named !== "") return resolve(named);
  const [version] = existsSync(FOLDER) ? readdirSync(FOLDER).sort().reverse() : [];
  if (version === undefined) return null;
  const [file = ""] = readdirSync(join(FOLDER, version));
  return resolve(FOLDER, version, file);
}

const LIBRARY = findLibrary();

/**
 * Groups tests that need a library of Wasmtime. Where there is none they are skipped under a name that tells how to get one.
 *
 * @param name - what is tested
 * @param tests - the tests, with the absolute path of the library
 */
export function describeWithLibrary(name: string, tests: (library: string) => void): void {
  if (LIBRARY === null)
    describe.skip(`${name} (no library of Wasmtime: run node scripts/fetch-wasmtime.mjs)`, () => {
      tests("");
    });
  else describe(name, () => tests(LIBRARY));
}
