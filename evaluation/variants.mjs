// Copies of components for the evaluation: other bytes and the same code, or true extra work of a wanted percentage.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assembleText } from "../src/components/assemble-text.ts";
import { hashComponent } from "../src/components/identify.ts";
import { createModuleDecoder } from "../src/components/module-decoder.ts";
import { toPayload, withEngine } from "../src/measure/parent/to-payload.ts";
import { withNonce } from "../src/wasm/unique.ts";
import { slowModule } from "./slow-module.mjs";
import { countFuel, stepsFor } from "./tune.mjs";

/** @typedef {import("../src/model/component.ts").Component} Component */
/** @typedef {import("../src/model/benchmark.ts").Benchmark} Benchmark */
/** @typedef {{ share: number, engines: readonly import("../src/model/engine.ts").NativeEngine[] }} Work extra time wanted, as a fraction */
/** @typedef {{ baseline: Component, candidate: Component, changes: string[] }} Slowed a component on both sides, and what was verified */

/** Reference components with a benchmark long enough to be slowed by steps; fib calls itself and is slowed by its own work. */
const SLOWED_REFERENCES = new Set(["add", "fill", "host_call", "host_call_async"]);

/** The export that each glue component's call goes through. */
const GLUE_EXPORTS = {
  oniguruma: "findNextOnigScannerMatch",
  "es-module-lexer": "parse",
  "hash-crc32": "Hash_Update",
  "hash-blake3": "Hash_Update",
  lodepng: "lodepng_decode32",
  secp256k1: "signSchnorr",
  "source-map": "by_generated_location",
  "dprint-json": "format",
  "one-ini": "parse_to_json",
  gofmt: "format",
  "zig-fmt": "format",
  oxipng: "optimise_raw",
};

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-variants-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/**
 * A copy with other bytes and the same code.
 *
 * @param {Component} component - original
 * @param {number} nonce - different for every copy
 * @returns {Component} the copy; glue that carries its own module differs by name only
 */
export function pad(component, nonce) {
  if (component.bytes.length > 0 && component.glue === null)
    return withBytes(component, withNonce(component.bytes, nonce));
  return { ...component, sha256: hashComponent(Buffer.from(`copy ${nonce}`), component.glue) };
}

/**
 * A component beside a copy that does more work, where a benchmark is long enough to say so.
 *
 * @param {Component} component - original
 * @param {readonly Benchmark[]} benchmarks - benchmarks of the component
 * @param {Work} work - extra time wanted, and engines beside V8
 * @returns {Promise<Slowed | null>} both sides, with the fuel that the change adds; null when the component is not slowed
 */
export async function slow(component, benchmarks, work) {
  const calls = benchmarks.filter(
    ({ procedure, unsupported }) =>
      unsupported === null && "call" in procedure && procedure.call !== null,
  );
  const candidate = await slowedCopy(component, calls, work);
  if (candidate === null) return null;
  const { baseline, slowed, steps } = candidate;
  const changes = [];
  for (const { id, procedure } of calls.filter(isCall)) {
    const ownSteps = steps.get(id) ?? 0;
    changes.push(await fuelChange(id, { component, slowed, procedure, ownSteps }));
  }
  return { baseline, candidate: slowed, changes };
}

const isCall = ({ procedure }) => procedure.kind === "call" || procedure.kind === "async_call";

/** One sentence: how much more fuel the slowed call takes. */
async function fuelChange(id, { component, slowed, procedure, ownSteps }) {
  const call = { ...procedure.call, suspends: procedure.kind === "async_call" };
  const count = (one, steps) =>
    countFuel({ payload: payloadOf(one), call, exportName: exportOf(component, call) }, steps);
  const before = await count(component, 0);
  const after = component.glue === null ? await count(slowed, 0) : await count(component, ownSteps);
  if (!(after > before)) throw new Error(`${id}: no extra work is done`);
  return `${id}: fuel +${(100 * (after / before - 1)).toFixed(2)} %`;
}

/** Both sides, with the steps by benchmark; null when the component is not slowed. */
async function slowedCopy(component, calls, { share, engines }) {
  if (component.name === "fib")
    return plain(component, withBytes(component, await slowFib(share)), new Map());
  const isReference = component.origin === "reference";
  if (calls.length === 0 || (isReference && !SLOWED_REFERENCES.has(component.name))) return null;
  const steps = new Map();
  for (const benchmark of calls) {
    const { id, procedure } = benchmark;
    const call = { ...procedure.call, suspends: procedure.kind === "async_call" };
    const payload = withEngine(payloadOf(component), benchmark, engines);
    const tuned = { payload, call, exportName: exportOf(component, call) };
    steps.set(id, await stepsFor(id, tuned, share));
  }
  return component.glue === null
    ? plain(component, slowRaw(component, calls, steps), steps)
    : slowGlue(component, calls, steps);
}

function plain(baseline, slowed, steps) {
  return { baseline, slowed, steps };
}

function slowRaw(component, calls, steps) {
  let { bytes } = component;
  for (const { id, procedure } of calls)
    bytes = slowModule(bytes, { exportName: procedure.call.export, steps: steps.get(id) });
  return withBytes(component, bytes);
}

/** Glue behind a file that patches the engine first, on both sides, so that only the steps differ. */
function slowGlue(component, calls, steps) {
  const [{ id }] = calls;
  const exportName = GLUE_EXPORTS[component.name];
  const side = (name, ownSteps) => {
    const engine = pathToFileURL(join(import.meta.dirname, "slow-engine.mjs"));
    const glue = pathToFileURL(component.glue.path).href;
    const names = calls.map(({ procedure }) => procedure.call.export);
    const text = [
      `import { loadSlowed } from ${JSON.stringify(engine.href)};`,
      `const work = ${JSON.stringify({ exportName, steps: ownSteps })};`,
      `const load = () => import(${JSON.stringify(glue)} + new URL(import.meta.url).search);`,
      "const module = await loadSlowed(work, load);",
      ...names.map((one) => `export const ${one} = module.${one};`),
    ].join("\n");
    const path = join(folder, `${component.name}-${name}-${ownSteps}.mjs`);
    writeFileSync(path, text);
    const sha256 = hashComponent(Buffer.from(text), component.glue);
    return { ...component, sha256, glue: { ...component.glue, path } };
  };
  return plain(side("baseline", 0), side("candidate", steps.get(id)), steps);
}

function exportOf(component, call) {
  return component.glue === null ? call.export : GLUE_EXPORTS[component.name];
}

function payloadOf(component) {
  return toPayload(component, component, "candidate");
}

/** The ratio of the calls of fib(n + 1) to those of fib(n). */
const GOLDEN = (1 + Math.sqrt(5)) / 2;
/** Further fib(n - k) cost less than a thousandth of fib(n). */
const LAST_DISTANCE = 14;

/** fib(n) and, thrown away, those fib(n - k) whose calls add up to the wanted share: every one costs GOLDEN^-k of it. */
async function slowFib(share) {
  const distances = [];
  let left = share;
  for (let distance = 1; distance <= LAST_DISTANCE; distance += 1) {
    const cost = GOLDEN ** -distance;
    if (cost > left) continue;
    distances.push(distance);
    left -= cost;
  }
  const text = await readFile(new URL("../fixtures/wat/fib.wat", import.meta.url), "utf8");
  const inner = text.replace('(func $fib (export "fib")', "(func $fib").replace(/\)\s*$/, "");
  const thrown = distances.map(
    (distance) => `(drop (call $fib (i32.sub (local.get $n) (i32.const ${distance}))))`,
  );
  const outer = `(func (export "fib") (param $n i32) (result i32)
    ${thrown.join(" ")} (call $fib (local.get $n))))`;
  return assembleText(`${inner}\n${outer}`, "slow fib");
}

/** @param {Component} component @param {Uint8Array} bytes @returns {Component} */
function withBytes(component, bytes) {
  const module = createModuleDecoder()(bytes);
  return { ...component, bytes, module, sha256: hashComponent(bytes, null) };
}
