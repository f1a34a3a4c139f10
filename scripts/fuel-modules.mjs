/**
 * Instruments the modules of real packages and runs them: same results as plain, same fuel in every process and tier.
 *
 * Install into an empty folder: xxhash-wasm brotli-wasm @bokuweb/zstd-wasm source-map vscode-oniguruma sql.js
 * @resvg/resvg-wasm @jsquash/oxipng hash-wasm es-module-lexer @dqbd/tiktoken; then `node scripts/fuel-modules.mjs FOLDER`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { instrumentFuel, UNLIMITED_FUEL } from "../src/wasm/fuel.ts";
import { PACKAGES, runWorkload } from "./fuel-workloads.mjs";

const TIERS = [[], [], [], ["--no-liftoff"], ["--liftoff-only"]];

/** Replaces the engine's entry points so that everything compiled from here on is instrumented; returns a reader of the sum. */
function instrumentEverything() {
  const { Module, Instance, compile, instantiate, validate } = WebAssembly;
  /** @type {WebAssembly.Global[]} */
  const counters = [];
  /** @type {import("../src/wasm/fuel.ts").FuelOptions} */
  const options = { profile: "wasmtime-49", mode: "wasmtime", cost: {}, validate };
  /** @type {(source: any) => Uint8Array<ArrayBuffer>} */
  const rewrite = (source) => {
    const view = ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
    return instrumentFuel(view, options).bytes;
  };
  /** @type {(instance: WebAssembly.Instance) => WebAssembly.Instance} */
  const note = (instance) => {
    const counter = instance.exports["wasm-bench.fuel"];
    if (!(counter instanceof WebAssembly.Global)) throw new Error("a module was not instrumented");
    counters.push(counter);
    return instance;
  };
  /** @type {(target: any, change: (inner: any, args: any[]) => object) => any} */
  const construct = (target, change) =>
    new Proxy(target, { construct: (inner, args) => change(inner, args) });
  WebAssembly.Module = construct(Module, (inner, [source]) => new inner(rewrite(source)));
  WebAssembly.Instance = construct(Instance, (inner, args) => note(new inner(...args)));
  WebAssembly.compile = (/** @type {any} */ source) => compile(rewrite(source));
  /** @type {any} */ (WebAssembly).instantiate = async (
    /** @type {any} */ source,
    /** @type {any} */ imports,
  ) => {
    if (source instanceof Module) return note(await instantiate(source, imports));
    const both = await instantiate(rewrite(source), imports);
    note(both.instance);
    return both;
  };
  return () => counters.reduce((sum, counter) => sum + UNLIMITED_FUEL - counter.value, 0n);
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
 * @param {boolean} instrumented
 */
async function runOne(folder, name, instrumented) {
  pinHost();
  const readFuel = instrumented ? instrumentEverything() : () => 0n;
  const result = await runWorkload(folder, name);
  console.log(JSON.stringify({ result, fuel: String(readFuel()) }));
}

/**
 * @param {string[]} flags
 * @param {string[]} args
 * @returns {{ result: string, fuel: string }}
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
  const sameResult = counted.every(({ result }) => result === plain.result);
  const sameFuel = counted.every(({ fuel }) => fuel === counted[0].fuel && fuel !== "0");
  if (!sameResult || !sameFuel) process.exitCode = 1;
  const words = `${sameResult ? "same results" : "OTHER RESULTS"}, ${sameFuel ? "same fuel" : "OTHER FUEL"}`;
  console.log(
    `${name.padEnd(20)} ${counted[0].fuel.padStart(14)} fuel: ${words} in ${TIERS.length} processes`,
  );
}

/** @param {(string | undefined)[]} args */
async function main([folder, name, mode]) {
  if (folder === undefined) throw new Error("usage: node scripts/fuel-modules.mjs FOLDER");
  if (name !== undefined) await runOne(folder, name, mode === "instrumented");
  else for (const each of PACKAGES) compare(folder, each);
}

await main(process.argv.slice(2));
