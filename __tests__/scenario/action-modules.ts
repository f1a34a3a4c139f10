import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { withNonce } from "../../src/wasm/unique.ts";
import { assemble } from "../wasm/assemble.ts";

/** `work(n)` loops n times and returns the sum of 0 to n-1; `fail` traps. */
const TEXT = `(module
  (func (export "work") (param i32) (result i32) (local i32 i32)
    loop
      local.get 1 local.get 2 i32.add local.set 1
      local.get 2 i32.const 1 i32.add local.tee 2
      local.get 0 i32.lt_u br_if 0
    end
    local.get 1)
  (func (export "fail") (param i32) (result i32) unreachable))`;

/** Rounds of one call of the benchmark. */
export const LOOPS = 2000;

/** What one call must return. */
export const EXPECTED = (LOOPS * (LOOPS - 1)) / 2;

/** The module every test begins with. */
export const original: Uint8Array = assemble(TEXT);

/** Equal code in other bytes, as a rebuild gives. */
export const rebuilt: Uint8Array = withNonce(original, 7);

/** The same results after many times the work: seen at once even on a busy machine. */
export const slower: Uint8Array = injectWork(readModule(original), "work", 6 * LOOPS);

/** The same results after hardly more work: the count of instructions tells at once, no clock is asked a second time. */
export const heavier: Uint8Array = injectWork(readModule(original), "work", LOOPS / 50);

/** The same code, but a call traps. */
export const broken: Uint8Array = assemble(
  TEXT.replace("(local i32 i32)", "(local i32 i32) unreachable"),
);
