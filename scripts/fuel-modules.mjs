/**
 * Instruments the modules of real packages and runs them: same results as plain, same fuel in every process and tier, and
 * the same by function.
 *
 * Install into an empty folder: xxhash-wasm brotli-wasm @bokuweb/zstd-wasm source-map vscode-oniguruma sql.js
 * @resvg/resvg-wasm @jsquash/oxipng hash-wasm es-module-lexer @dqbd/tiktoken; then `node scripts/fuel-modules.mjs FOLDER`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { instrumentFuel, UNLIMITED_FUEL } from "../src/wasm/fuel.ts";
import { createFuelMeter } from "../src/wasm/fuel-meter.ts";
import { PACKAGES, runWorkload } from "./fuel-workloads.mjs";

const TIERS = [[], [], [], ["--no-liftoff"], ["--liftoff-only"]];

/**
 * Replaces the engine's entry points so that everything compiled from here on is instrumented; returns a reader of the
 * sum, and of that of all functions.
 * @param {boolean} functions
 */
function instrumentEverything(functions) {
  const { Module, Instance, compile, instantiate, validate } = WebAssembly;
  /** @type {import("../src/wasm/fuel-meter.ts").FuelMeter[]} */
  const meters = [];
  /** @type {WeakMap<WebAssembly.Module, import("../src/wasm/fuel.ts").InstrumentedModule>} */
  const known = new WeakMap();
  /** @type {import("../src/wasm/fuel.ts").FuelOptions} */
  const options = { profile: "wasmtime-49", mode: "wasmtime", cost: {}, validate, functions };
  /** @type {(source: any) => import("../src/wasm/fuel.ts").InstrumentedModule} */
  const rewrite = (source) => {
    const view = ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
    return instrumentFuel(view.slice(), options);
  };
  /** @type {(module: any, instance: WebAssembly.Instance) => WebAssembly.Instance} */
  const note = (module, instance) => {
    const made = known.get(module);
    if (made === undefined) throw new Error("a module was not instrumented");
    meters.push(createFuelMeter(instance, made));
    return instance;
  };
  /** @type {(made: import("../src/wasm/fuel.ts").InstrumentedModule, module: WebAssembly.Module) => WebAssembly.Module} */
  const keep = (made, module) => {
    known.set(module, made);
    return module;
  };
  /** @type {(target: any, change: (inner: any, args: any[]) => object) => any} */
  const construct = (target, change) =>
    new Proxy(target, { construct: (inner, args) => change(inner, args) });
  WebAssembly.Module = construct(Module, (inner, [source]) => {
    const made = rewrite(source);
    return keep(made, new inner(made.bytes));
  });
  WebAssembly.Instance = construct(Instance, (inner, args) => note(args[0], new inner(...args)));
  WebAssembly.compile = async (/** @type {any} */ source) => {
    const made = rewrite(source);
    return keep(made, await compile(made.bytes));
  };
  /** @type {any} */ (WebAssembly).instantiate = async (
    /** @type {any} */ source,
    /** @type {any} */ imports,
  ) => {
    if (source instanceof Module) return note(source, await instantiate(source, imports));
    const made = rewrite(source);
    const both = await instantiate(made.bytes, imports);
    note(keep(made, both.module), both.instance);
    return both;
  };
  return () => ({
    fuel: meters.reduce((sum, meter) => sum + UNLIMITED_FUEL - meter.remaining(), 0n),
    byFunction: meters
      .flatMap((meter) => meter.tree())
      .reduce((sum, { self }) => sum + BigInt(self), 0n),
  });
}

/** What a guest could take from its host and that differs between runs. */
function pinHost() {
  const fixed = 1_700_000_000_000;
  Date.now = () => fixed;
  performance.now = () => 0;
  Math.random = () => 0.5;
  crypto.getRandomValues = (/** @type {any} */ array) => array.fill(7);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} mode
 */
async function runOne(folder, name, mode) {
  pinHost();
  const readFuel = mode === "plain" ? null : instrumentEverything(mode === "functions");
  const result = await runWorkload(folder, name);
  const { fuel, byFunction } = readFuel === null ? { fuel: 0n, byFunction: 0n } : readFuel();
  console.log(JSON.stringify({ result, fuel: String(fuel), byFunction: String(byFunction) }));
}

/**
 * @param {string[]} flags
 * @param {string[]} args
 * @returns {{ result: string, fuel: string, byFunction: string }}
 */
function spawn(flags, args) {
  const child = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url), ...args], {
    encoding: "utf8",
  });
  const line = child.stdout.trim().split("\n").at(-1) ?? "";
  if (child.status !== 0 || line === "")
    throw new Error(`${args.join(" ")}: ${child.stderr.slice(0, 2000)}`);
  return JSON.parse(line);
}

/**
 * @param {string} folder
 * @param {string} name
 */
function compare(folder, name) {
  const plain = spawn([], [folder, name, "plain"]);
  const counted = TIERS.map((flags) => spawn(flags, [folder, name, "instrumented"]));
  const followed = spawn([], [folder, name, "functions"]);
  const sameResult = [...counted, followed].every(({ result }) => result === plain.result);
  const isSum = followed.fuel === counted[0].fuel && followed.byFunction === followed.fuel;
  const sameFuel = counted.every(({ fuel }) => fuel === counted[0].fuel && fuel !== "0");
  if (!sameResult || !sameFuel || !isSum) process.exitCode = 1;
  const words = `${sameResult ? "same results" : "OTHER RESULTS"}, ${sameFuel ? "same fuel" : "OTHER FUEL"}`;
  console.log(
    `${name.padEnd(20)} ${counted[0].fuel.padStart(14)} fuel: ${words} in ${TIERS.length} processes, ${isSum ? "the same" : "OTHERWISE"} by function`,
  );
}

/** @param {(string | undefined)[]} args */
async function main([folder, name, mode]) {
  if (folder === undefined) throw new Error("usage: node scripts/fuel-modules.mjs FOLDER");
  if (name !== undefined) await runOne(folder, name, mode ?? "plain");
  else for (const each of PACKAGES) compare(folder, each);
}

await main(process.argv.slice(2));
