// Copies of the reference components for the evaluation: other bytes and the same code, or true extra work of about 5 %.
import { readFile } from "node:fs/promises";
import { assembleText } from "../src/components/assemble-text.ts";
import { hashComponent } from "../src/components/identify.ts";
import { createModuleDecoder } from "../src/components/module-decoder.ts";
import { injectWork } from "../src/wasm/inject-work.ts";
import { withNonce } from "../src/wasm/unique.ts";

/** @typedef {import("../src/model/component.ts").Component} Component */

/**
 * A copy with other bytes and the same code.
 *
 * @param {Component} component - original
 * @param {number} nonce - different for every copy
 * @returns {Component} the copy
 */
export function pad(component, nonce) {
  return withBytes(component, withNonce(component.bytes, nonce));
}

/** Countdown steps that add about 5 % to one call of an export; a step takes about one cycle. */
const STEPS = {
  add: ["add_loop", 78],
  fill: ["fill_bytes", 3250],
  host_call: ["call_loop", 1050],
  host_call_async: ["call_loop", 16500],
};

/**
 * A copy that does about 5 % more work, where the component has a benchmark long enough to say so.
 *
 * @param {Component} component - original
 * @returns {Promise<Component | null>} the copy, or null when the component is not slowed
 */
export async function slow(component) {
  if (component.name === "fib") return withBytes(component, await slowFib());
  const [exportName, steps] = STEPS[component.name] ?? [];
  return exportName === undefined
    ? null
    : withBytes(component, injectWork(component.module, exportName, steps));
}

/** fib(n) and, thrown away, fib(n - 6): the calls of the second are 5.6 % of those of the first. */
async function slowFib() {
  const text = await readFile(new URL("../fixtures/wat/fib.wat", import.meta.url), "utf8");
  const inner = text.replace('(func $fib (export "fib")', "(func $fib").replace(/\)\s*$/, "");
  const outer = `(func (export "fib") (param $n i32) (result i32)
    (drop (call $fib (i32.sub (local.get $n) (i32.const 6)))) (call $fib (local.get $n))))`;
  return assembleText(`${inner}\n${outer}`, "slow fib");
}

/** @param {Component} component @param {Uint8Array} bytes @returns {Component} */
function withBytes(component, bytes) {
  const module = createModuleDecoder()(bytes);
  return { ...component, bytes, module, sha256: hashComponent(bytes, null) };
}
