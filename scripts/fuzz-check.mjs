/**
 * Checks one module: valid stays valid, instrumented code gives the results and traps of the plain one, and where calls
 * are followed the same fuel is counted and that of all functions adds up to it.
 */

import { REFUND_NODE } from "../src/model/function-profile.ts";
import { instrumentFuel } from "../src/wasm/fuel.ts";
import { createFuelMeter } from "../src/wasm/fuel-meter.ts";
import { countOperators } from "../src/wasm/histogram.ts";
import { readModule } from "../src/wasm/read-module.ts";
import { exportedSignatures } from "../src/wasm/signatures.ts";
import { categorizeTrap } from "../src/wasm/traps.ts";

/** @typedef {import("../src/model/module-facts.ts").ModuleFacts} ModuleFacts */
/** @typedef {import("../src/wasm/fuel.ts").InstrumentedModule} InstrumentedModule */
/** @typedef {import("../src/wasm/fuel-meter.ts").FuelMeter} FuelMeter */
/** @typedef {{ value: unknown, trap: string | null }} Outcome */
/** @typedef {{ name: string, args: (number | bigint)[] }} Call */
/**
 * @typedef {object} Versions
 * @property {InstrumentedModule} complete
 * @property {InstrumentedModule} instrumented
 * @property {InstrumentedModule} followed
 * @property {InstrumentedModule} followedCompletely
 * @property {Call[]} calls
 * @property {boolean} refunds
 */
/** @typedef {Record<string, (...args: (number | bigint)[]) => unknown>} Callable */

const { validate } = WebAssembly;
/** Charges lengths before the work is done, which bounds the time a module can take. */
const BOUNDING_PROFILE = "wasmtime-48";
const RUN_BUDGET = 20_000n;
const LARGEST_MEMORY_PAGES = 512;
const LARGEST_TABLE = 10_000;
/** @type {import("../src/wasm/fuel-rules.ts").FuelProfile[]} */
const PROFILES = ["wasmtime-24", "wasmtime-46", "wasmtime-48", "wasmtime-49"];
/** Operators after which Wasmtime refunds what was burnt, so that the modes differ. */
const REFUNDING = ["call_ref", "try", "try_table"];
const STOPPED = Symbol("stopped");
/** @type {Record<string, number | bigint>} */
const ARGUMENTS = { i32: 7, i64: 12345678901n, f32: 1.5, f64: -2.25 };

/**
 * Whether a module may be run here: nothing imported, nothing shared, bounded memory, numbers only at its boundary.
 * @param {ModuleFacts} facts
 */
function isRunnable(facts) {
  /** @type {(limits: import("../src/model/module-facts.ts").Limits, most: number) => boolean} */
  const bounded = ({ max, min, shared, is64 }, most) =>
    !shared && !is64 && (max ?? Number.POSITIVE_INFINITY) <= most && min <= most;
  return (
    facts.imports.length === 0 &&
    facts.start === null &&
    facts.memories.every((memory) => bounded(memory, LARGEST_MEMORY_PAGES)) &&
    facts.tables.every((table) => bounded(table, LARGEST_TABLE))
  );
}

/**
 * Exported functions that take and give numbers only.
 * @param {ModuleFacts} facts
 * @returns {Call[]}
 */
function callsOf(facts) {
  /** @type {(types: readonly string[]) => boolean} */
  const numeric = (types) => types.every((type) => type in ARGUMENTS);
  return [...exportedSignatures(facts)].flatMap(([name, { params, results }]) =>
    numeric(params) && numeric(results)
      ? [{ name, args: params.map((param) => ARGUMENTS[param]) }]
      : [],
  );
}

/**
 * @param {() => unknown} call
 * @returns {Outcome}
 */
function outcomeOf(call) {
  try {
    return { value: call(), trap: null };
  } catch (error) {
    const trap = categorizeTrap(error);
    if (trap === null) throw error;
    return { value: undefined, trap };
  }
}

/**
 * @param {unknown} memory
 */
function digest(memory) {
  if (!(memory instanceof WebAssembly.Memory)) return 0;
  const words = new Int32Array(memory.buffer, 0, memory.buffer.byteLength >> 2);
  let hash = words.length;
  for (let index = 0; index < words.length; index += 1)
    hash = Math.imul(hash ^ words[index], 16777619);
  return hash;
}

/**
 * @param {WebAssembly.Exports} exports
 */
function stateOf(exports) {
  const numbers = Object.values(exports)
    .filter((item) => item instanceof WebAssembly.Global)
    .map(({ value }) => String(value));
  return [...Object.values(exports).map(digest), ...numbers].join();
}

/** @type {(left: unknown, right: unknown) => boolean} */
const same = (left, right) =>
  Object.is(left, right) ||
  (Array.isArray(left) &&
    Array.isArray(right) &&
    left.length === right.length &&
    left.every((item, index) => Object.is(item, right[index])));

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function compile(bytes) {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes));
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function instantiate(bytes) {
  try {
    return compile(bytes);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Checks one module; returns how far it got ("invalid", "valid", "run") and the calls compared,
 * or throws an error that describes the finding.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} seed
 */
export function checkModule(bytes, seed) {
  if (!validate(bytes)) return { kind: "invalid", calls: 0, traps: 0 };
  const profile = PROFILES[seed % PROFILES.length];
  /** @type {import("../src/wasm/fuel.ts").FuelOptions} */
  const options = { profile, mode: "wasmtime", cost: {}, validate };
  const instrumented = instrumentFuel(bytes, options);
  const complete = instrumentFuel(bytes, {
    ...options,
    profile: BOUNDING_PROFILE,
    mode: "complete",
  });
  const followed = instrumentFuel(bytes, { ...options, functions: true });
  const followedCompletely = instrumentFuel(bytes, {
    ...options,
    mode: "complete",
    functions: true,
  });
  for (const module of [instrumented, complete, followed, followedCompletely]) {
    if (!validate(module.bytes)) throw new Error(`instrumented module is invalid (${profile})`);
  }
  const facts = readModule(bytes);
  if (!isRunnable(facts)) return { kind: "valid", calls: 0, traps: 0 };
  const operators = countOperators(facts);
  const refunds = profile !== BOUNDING_PROFILE || REFUNDING.some((name) => operators.has(name));
  const versions = { instrumented, complete, followed, followedCompletely };
  return compareRuns(bytes, { ...versions, calls: callsOf(facts), refunds });
}

/**
 * Plain code runs only after the complete count has shown that every call ends.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Versions} versions
 */
function compareRuns(bytes, { calls, refunds, ...versions }) {
  const { complete, instrumented, followed, followedCompletely } = versions;
  const modules = [complete, instrumented, followed, followedCompletely];
  const plain = instantiate(bytes);
  const instances = modules.map((module) => instantiate(module.bytes));
  const done = { kind: "run", calls: 0, traps: 0 };
  if (plain === null) {
    if (instances.some((instance) => instance !== null)) throw new Error("instantiation differs");
    return done;
  }
  const meters = instances.map((instance, index) => {
    if (instance === null) throw new Error("instantiation differs");
    return createFuelMeter(instance, modules[index]);
  });
  for (const call of calls) {
    const trap = compareCall(call, { meters, plain, refunds });
    if (trap === STOPPED) return done;
    done.calls += 1;
    done.traps += trap === null ? 0 : 1;
  }
  const expected = stateOf(plain.exports);
  if (meters.some((meter) => stateOf(meter.exports) !== expected))
    throw new Error("memory or globals differ");
  return done;
}

/**
 * One call on all instances; returns its trap, or STOPPED when it must not run without a bound.
 * @param {Call} call
 * @param {{ meters: FuelMeter[], plain: WebAssembly.Instance, refunds: boolean }} sides
 */
function compareCall({ name, args }, { meters, plain, refunds }) {
  for (const meter of meters) {
    meter.refill(RUN_BUDGET);
    meter.clearTree();
  }
  /** @type {(meter: FuelMeter) => Outcome} */
  const run = (meter) =>
    outcomeOf(() => meter.guard((exports) => /** @type {Callable} */ (exports)[name](...args)));
  const [bounding, ...counting] = meters;
  const bounded = run(bounding);
  if (bounded.trap === "fuel exhausted" && bounding.remaining() > 0n)
    throw new Error(`${name}: exhausted with fuel left`);
  if (bounded.trap === "fuel exhausted" || bounded.trap === "stack exhausted") return STOPPED;
  const counted = counting.map(run);
  const expected = outcomeOf(() => /** @type {Callable} */ (plain.exports)[name](...args));
  compareOutcomes(name, [bounded, ...counted], expected);
  const [complete, other, ...followed] = meters.map((meter) => meter.remaining());
  if (followed[0] !== other)
    throw new Error(`${name}: ${followed[0]} fuel left with calls followed, ${other} otherwise`);
  for (const meter of counting.slice(1)) compareTree(name, meter);
  if (expected.trap === null && !refunds && complete !== other) {
    throw new Error(`${name}: ${complete} fuel left when counted completely, ${other} otherwise`);
  }
  return expected.trap;
}

/**
 * What the functions spent adds up to what was spent, and nothing but a refund is negative.
 * @param {string} name
 * @param {FuelMeter} meter
 */
function compareTree(name, meter) {
  const nodes = meter.tree();
  const spent = RUN_BUDGET - meter.remaining();
  const sum = nodes.reduce((total, { self }) => total + self, 0);
  if (BigInt(sum) !== spent) throw new Error(`${name}: functions spent ${sum} fuel of ${spent}`);
  const below = nodes.find((node) => node.self < 0 && node.function !== REFUND_NODE);
  if (below !== undefined)
    throw new Error(`${name}: function ${below.function} spent ${below.self}`);
}

/**
 * @param {string} name
 * @param {Outcome[]} instrumented
 * @param {Outcome} plain
 */
function compareOutcomes(name, instrumented, plain) {
  for (const outcome of instrumented) {
    if (outcome.trap !== plain.trap || !same(outcome.value, plain.value)) {
      throw new Error(`${name}: plain ${describe(plain)}, instrumented ${describe(outcome)}`);
    }
  }
}

/**
 * @param {Outcome} outcome
 */
function describe({ value, trap }) {
  return trap === null ? `returned ${String(value)}` : `trapped: ${trap}`;
}
