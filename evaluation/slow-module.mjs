import { injectWork } from "../src/wasm/inject-work.ts";
import { readModule } from "../src/wasm/read-module.ts";

/**
 * A module with extra work in one of its exports.
 *
 * @param {Uint8Array} bytes - the module
 * @param {{ exportName: string, steps: number }} work - exported function, and countdown steps before each of its calls
 * @returns {Uint8Array} the module itself where it has no such export, or where no step is wanted
 */
export function slowModule(bytes, { exportName, steps }) {
  if (steps === 0) return bytes;
  const facts = readModule(bytes);
  const isIn = facts.exports.some(({ kind, name }) => kind === "function" && name === exportName);
  return isIn ? injectWork(facts, exportName, steps) : bytes;
}
