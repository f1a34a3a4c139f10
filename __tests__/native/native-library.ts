import { resolve } from "node:path";
import { describe } from "vitest";
import { findFetched } from "../../scripts/fetched-library.mjs";
import type { NativeEngine } from "../../src/model/engine.ts";
import { openNative } from "../../src/native.ts";
import type {
  NativeErrors,
  NativeHost,
  NativeInstance,
  NativeProgram,
} from "../../src/suites/native-program.ts";
import { assemble } from "../wasm/assemble.ts";

function findLibrary(): NativeEngine | null {
  const named = process.env.WASM_BENCH_WASMTIME;
  if (named !== undefined && named !== "")
    return { name: "wasmtime", library: resolve(named), version: "49.0.0" };
  const fetched = findFetched();
  return fetched === null ? null : { name: "wasmtime", ...fetched };
}

/** The library that tests of the native engine run on; null where there is none. */
export const LIBRARY: NativeEngine | null = findLibrary();

/** Groups tests that need a real library. Where there is none they are skipped under a name that tells how to get one. */
export function describeNative(name: string, tests: (engine: NativeEngine) => void): void {
  if (LIBRARY === null)
    describe.skip(`${name} (no library of Wasmtime: run node scripts/fetch-wasmtime.mjs)`, () => {
      tests({ name: "wasmtime", library: "", version: "" });
    });
  else describe(name, () => tests(LIBRARY));
}

/** A guest that ended itself, as tests see it. */
export class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/** A component's function that returned the error of its result, as tests see it. */
export class Returned extends Error {
  readonly payload: unknown;
  constructor(name: string, payload: unknown) {
    super(`${name} returned an error`);
    this.payload = payload;
  }
}

/** Errors that tests know by their classes. */
export const ERRORS: NativeErrors = {
  exit: (code) => new Exit(code),
  errorResult: (name, payload) => new Returned(name, payload),
};

/** The program for native engines, in this process. */
export const PROGRAM: NativeProgram = openNative(ERRORS);

/** A host that gives nothing. */
export const NOTHING: NativeHost = { imports: {}, wasi: null };

/** Compiles text and makes an instance of it. */
export function instantiate(
  engine: NativeEngine,
  text: string,
  host: NativeHost = NOTHING,
): NativeInstance {
  return PROGRAM.open(engine).makeEngine({ fuel: false }).compile(assemble(text)).instantiate(host);
}
