import { resolve } from "node:path";
import { describe } from "vitest";
import { findFetched } from "../../scripts/fetched-library.mjs";

function findLibrary(): string | null {
  const named = process.env.WASM_BENCH_WASMTIME ?? "";
  return named === "" ? (findFetched()?.library ?? null) : resolve(named);
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
