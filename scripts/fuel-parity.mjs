/**
 * Counts the fuel of random modules, for comparison with a real Wasmtime: `node scripts/fuel-parity.mjs FILE [FROM] [TO]`
 * writes modules and counts of the seeds from FROM up to TO; `python scripts/fuel-parity.py FILE` compares them.
 */
import { writeFileSync } from "node:fs";
import { instrumentFuel } from "../src/wasm/fuel.ts";
import { createFuelMeter } from "../src/wasm/fuel-meter.ts";
import { countOperators } from "../src/wasm/histogram.ts";
import { readModule } from "../src/wasm/read-module.ts";
import { exportedSignatures } from "../src/wasm/signatures.ts";
import { categorizeTrap } from "../src/wasm/traps.ts";
import { generateRandomModule } from "./fuzz-generate.mjs";

/** @typedef {{ name: string, params: readonly string[] }} Call */
/** @typedef {{ module: WebAssembly.Module, instrumented: import("../src/wasm/fuel.ts").InstrumentedModule }} Target */

const { validate } = WebAssembly;
const BUDGET = 50_000;
/** @type {import("../src/wasm/fuel.ts").FuelOptions} */
const OPTIONS = { profile: "wasmtime-49", mode: "wasmtime", cost: {}, validate };
/** @type {Record<string, number | bigint>} */
const ARGUMENTS = { i32: 7, i64: 12345678901n, f64: -2.25 };

/**
 * One call in a fresh instance: fuel that remains (-1: exhausted) and the trap.
 * @param {Target} target
 * @param {Call} call
 * @param {number} budget
 */
function run({ module, instrumented }, { name, params }, budget) {
  const meter = createFuelMeter(new WebAssembly.Instance(module), instrumented);
  const args = params.map((type) => ARGUMENTS[type]);
  const { fuel, error } = meter.count(
    (exports) => /** @type {(...values: unknown[]) => unknown} */ (exports[name])(...args),
    BigInt(budget),
  );
  const trap = error === null ? null : categorizeTrap(error);
  return { trap, remaining: trap === "fuel exhausted" ? -1 : budget - Number(fuel) };
}

/**
 * @param {Target} target
 * @param {Call} call
 */
function measureCall(target, call) {
  const { trap, remaining } = run(target, call, BUDGET);
  const need = BUDGET - Math.max(remaining, 0);
  const budgets = new Set(
    [1, 2, 3, need >> 2, need >> 1, need - 1, need, need + 1, need + 2].filter(
      (budget) => budget > 0,
    ),
  );
  const swept = [...budgets].map((budget) => [budget, run(target, call, budget).remaining]);
  return {
    ...call,
    budget: BUDGET,
    trap,
    remaining,
    swept: trap === "stack exhausted" ? [] : swept,
  };
}

/**
 * @param {number} seed
 */
function measure(seed) {
  const bytes = generateRandomModule(seed);
  const facts = readModule(bytes);
  // Wasmtime does not have the legacy exception operators.
  if (countOperators(facts).has("try")) return [];
  const instrumented = instrumentFuel(bytes, OPTIONS);
  const target = { instrumented, module: new WebAssembly.Module(instrumented.bytes) };
  const calls = [...exportedSignatures(facts)].map(([name, { params }]) =>
    measureCall(target, { name, params }),
  );
  return [{ seed, base64: Buffer.from(bytes).toString("base64"), calls }];
}

const [file, from = "0", to = "1000"] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node scripts/fuel-parity.mjs FILE [FROM] [TO]");
const seeds = Array.from({ length: Number(to) - Number(from) }, (_, index) => Number(from) + index);
writeFileSync(file, JSON.stringify(seeds.flatMap(measure)));
