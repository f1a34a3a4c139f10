/**
 * Whether wrapping the engine disturbs calls of glue (`node --expose-gc bench/glue-wrapper.mjs [PAIRS]`): copies that were
 * loaded while it was wrapped against copies that were not, block by block in random order in one process. Both kinds are
 * handed bytes of their own, as in a visit. Printed are ratios with their 95 % intervals over the pairs of copies; a row of
 * pairs of which neither was wrapped shows what such a ratio is worth.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assembleText } from "../src/components/assemble-text.ts";
import { mean, median, quantile, standardDeviation } from "../src/stats/descriptive.ts";
import { studentQuantile } from "../src/stats/student.ts";
import { createGuestFactory } from "../src/suites/guest.ts";
import { createCaller } from "../src/suites/trampoline.ts";
import { UNIQUE_MODULES } from "../src/suites/wrapped/unique-modules.ts";
import { wrapEngine } from "../src/suites/wrapped/wrap-engine.ts";

const PAIRS = Number(process.argv[2] ?? 40);
const BLOCKS = 40;
const BLOCK_NS = 1e6;
const WARM_NS = 30e6;

const MODULE = `(module (import "env" "step" (func $step (param i32) (result i32)))
  (func (export "spin") (param i32) (result i32)
    (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (local.get 0))
  (func (export "cross") (param i32) (result i32)
    (loop $l (br_if $l (local.tee 0 (call $step (local.get 0))))) (local.get 0)))`;
const GLUE = `export default async ({ wasmBinary }) => {
  const { instance } = await WebAssembly.instantiate(wasmBinary, { env: { step: (x) => (x - 1) | 0 } });
  return { spin: (n) => instance.exports.spin(n), cross: (n) => instance.exports.cross(n) };
};`;
/** Arguments by what the calls take on a machine of today. */
const CALLS = [
  ["a call of 1 µs", "spin", 4_000],
  ["a call of 100 µs", "spin", 400_000],
  ["a call that imports 1,000 times", "cross", 1_000],
];

const now = () => Number(process.hrtime.bigint());
let nonce = 0;

async function loadCopy(payload, isWrapped, [, name, argument]) {
  const engine = isWrapped ? wrapEngine(UNIQUE_MODULES) : null;
  nonce += 1;
  try {
    const guest = (await createGuestFactory(payload, nonce)).create();
    return createCaller(guest.find(name), [argument], nonce);
  } finally {
    engine?.release();
  }
}

function block(run, calls) {
  const start = now();
  for (let made = 0; made < calls; made += 1) run();
  return (now() - start) / calls;
}

function warm(run) {
  const end = now() + WARM_NS;
  while (now() < end) run();
}

/** Log ratio of two copies, loaded in random order. */
async function comparePair(payload, call, isWrapped) {
  const first = Math.random() < 0.5;
  const one = await loadCopy(payload, first && isWrapped, call);
  const other = await loadCopy(payload, !first && isWrapped, call);
  const [subject, plain] = first ? [one, other] : [other, one];
  // As in a visit: it stays wrapped while calls are timed.
  const engine = isWrapped ? wrapEngine(UNIQUE_MODULES) : null;
  const compared = timePair(subject, plain);
  engine?.release();
  return compared;
}

function timePair(subject, plain) {
  warm(subject);
  warm(plain);
  const calls = Math.max(1, Math.round(BLOCK_NS / block(plain, 10)));
  const times = { subject: [], plain: [] };
  const take = { subject: () => block(subject, calls), plain: () => block(plain, calls) };
  for (let round = 0; round < BLOCKS; round += 1) {
    const order = Math.random() < 0.5 ? ["subject", "plain"] : ["plain", "subject"];
    for (const arm of order) times[arm].push(take[arm]());
  }
  // As the product joins blocks: what interrupts some of them is none of the call's.
  const [subjectNs, plainNs] = [times.subject, times.plain].map((all) => quantile(all, 0.25));
  return { ratio: Math.log(subjectNs / plainNs), ns: plainNs };
}

async function compare(payload, call, isWrapped) {
  const found = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    globalThis.gc?.();
    found.push(await comparePair(payload, call, isWrapped));
  }
  const ratios = found.map(({ ratio }) => ratio);
  const margin = (studentQuantile(0.975, PAIRS - 1) * standardDeviation(ratios)) / Math.sqrt(PAIRS);
  const [low, center, high] = [-margin, 0, margin].map((by) => Math.exp(mean(ratios) + by));
  return { low, center, high, ns: median(found.map(({ ns }) => ns)) };
}

const folder = mkdtempSync(join(tmpdir(), "glue-wrapper-"));
try {
  const path = join(folder, "glue.mjs");
  writeFileSync(path, GLUE);
  const payload = {
    name: "bench",
    side: "candidate",
    bytes: await assembleText(MODULE, "bench.wat"),
    host: { kind: "none", url: "", args: [] },
    glue: { url: pathToFileURL(path).href, init: "default" },
  };
  console.log(`${PAIRS} pairs of copies; ratio with its 95 % interval`);
  for (const call of CALLS) {
    for (const isWrapped of [true, false]) {
      const { low, center, high, ns } = await compare(payload, call, isWrapped);
      const what = isWrapped ? "wrapped ÷ not" : "neither";
      console.log(
        `${call[0].padEnd(34)} ${`${(ns / 1e3).toFixed(2)} µs`.padStart(10)}   ${what.padEnd(14)} ${center.toFixed(4)}   ${low.toFixed(4)} to ${high.toFixed(4)}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
