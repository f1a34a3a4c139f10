/**
 * What driving a native engine from JavaScript costs, and whether a guest runs there as in another host
 * (`node bench/engines.mjs [--library FILE] [--python FOLDER]`; the library of scripts/fetch-wasmtime.mjs by default, and
 * Python's package `wasmtime` from FOLDER or as it is installed). Each figure is the fastest of its rounds.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import wabtFactory from "wabt";
import { requireLibrary } from "../scripts/fetched-library.mjs";
import { openNative } from "../src/native.ts";

const ROUNDS = 200;
/** Rounds of each copy in both hosts. */
const FIB_ROUNDS = 40;
/** Long enough that crossing into the engine, which takes Python some microseconds, does not count. */
const FIB = 30;
/** Code of one module compiled twice differs by where it is placed: the median of these copies is compared. */
const COPIES = 7;
/** A loop in the guest must take the same time in both hosts within this share. */
const TARGET = 0.02;

const { values } = parseArgs({
  options: { library: { type: "string" }, python: { type: "string" } },
});
const library = requireLibrary(values.library);

const wabt = await wabtFactory();
const assemble = (name) => {
  const text = readFileSync(`fixtures/wat/${name}.wat`, "utf8");
  return new Uint8Array(wabt.parseWat(name, text, { bulk_memory: true }).toBinary({}).buffer);
};
const now = () => Number(process.hrtime.bigint());

/** Fastest time of one call, in ns. */
function fastest(calls, run, rounds = ROUNDS) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = now();
    for (let call = 0; call < calls; call += 1) run();
    least = Math.min(least, (now() - start) / calls);
  }
  return least;
}

const program = openNative({
  exit: (code) => new Error(`exit ${code}`),
  errorResult: (name) => new Error(`${name} returned an error`),
});
const opened = program.open({ name: "wasmtime", library, version: "49.0.0" });
const engine = opened.makeEngine({ fuel: false });
const host = { imports: { "wasm-bench": { increment: (value) => value + 1 } }, wasi: null };
const bytes = assemble("traps");
const module = engine.compile(bytes);
const guest = module.instantiate(host);
const hosted = engine.compile(assemble("host_call")).instantiate(host);

const ok = guest.find("ok");
const drive = guest.repeat("ok", [41]);
const loop = hosted.prepare("call_loop", [1000]);
const trap = guest.prepare("unreachable", []);
const held = guest.catchTrap("unreachable", []);

/** Time to delete what was made before, in ns each. */
function dropping(rounds = 100, each = 20) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const made = Array.from({ length: each }, () => module.instantiate(host));
    const start = now();
    for (const one of made) one.drop();
    least = Math.min(least, (now() - start) / each);
  }
  return least;
}

const rows = [
  ["call of an export, arguments prepared", fastest(1000, guest.prepare("ok", [41]))],
  ["call of an export, arguments encoded anew", fastest(1000, () => ok(41))],
  [
    "the same call inside the engine, by a driver module",
    fastest(1, () => drive(100_000), 50) / 1e5,
  ],
  ["host function called back, one argument, one result", fastest(1, loop) / 1000],
  ["trap: raised, returned, told, deleted", fastest(20, () => attempt(trap))],
  ["category of a trap that is held", fastest(1000, () => held?.categorize())],
  [
    "store, instance, first call and drop",
    fastest(20, () => {
      const one = module.instantiate(host);
      one.find("ok")(41);
      one.drop();
    }),
  ],
  ["drop of a store alone", dropping()],
  ["compile and let go, 0.5 KB", fastest(1, () => engine.compile(bytes).release(), 50)],
  ["engine made and let go", fastest(20, () => opened.makeEngine({ fuel: false }).release())],
];

function attempt(run) {
  try {
    run();
  } catch {
    // What it is does not matter here.
  }
}

console.log("on this machine, from JavaScript                        fastest");
for (const [name, ns] of rows) console.log(`${name.padEnd(52)}  ${shown(ns).padStart(9)}`);

function shown(ns) {
  return ns < 1000 ? `${ns.toFixed(1)} ns` : `${(ns / 1000).toFixed(1)} µs`;
}

/** Another host of the same library's release: it answers every line with the time of one call, in ns. */
const PYTHON = `
import sys, time, wasmtime
engine = wasmtime.Engine(); store = wasmtime.Store(engine)
copies = [
    wasmtime.Instance(store, wasmtime.Module(engine, bytes.fromhex(sys.argv[1])), []).exports(store)["fib"]
    for _ in range(${COPIES})
]
for line in sys.stdin:
    fib = copies[int(line)]
    start = time.perf_counter_ns(); fib(store, ${FIB}); print(time.perf_counter_ns() - start, flush=True)
`;

async function beside() {
  const code = Buffer.from(assemble("fib")).toString("hex");
  const env = { ...process.env, ...(values.python ? { PYTHONPATH: values.python } : {}) };
  const python = spawn("python3", ["-c", PYTHON, code], { env, stdio: ["pipe", "pipe", "ignore"] });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  python.stdin.on("error", () => undefined);
  const bytesOfFib = assemble("fib");
  const copies = Array.from({ length: COPIES }, () =>
    engine.compile(bytesOfFib).instantiate(host).prepare("fib", [FIB]),
  );
  const least = copies.map(() => ({
    here: Number.POSITIVE_INFINITY,
    there: Number.POSITIVE_INFINITY,
  }));
  for (let round = 0; round < FIB_ROUNDS; round += 1)
    for (const [index, run] of copies.entries()) {
      python.stdin.write(`${index}\n`);
      const { value, done } = await lines.next();
      const times = least[index];
      if (done || times === undefined) return null;
      times.there = Math.min(times.there, Number(value));
      times.here = Math.min(times.here, fastest(1, run, 1));
    }
  python.stdin.end();
  const median = (side) =>
    least.map((times) => times[side]).toSorted((left, right) => left - right)[COPIES >> 1] ?? 0;
  return { here: median("here"), there: median("there") };
}

const compared = await beside();
if (compared === null)
  console.log("\nPython's package wasmtime is not there: name its folder by --python");
else {
  const share = compared.here / compared.there - 1;
  console.log(
    `\nfib(${FIB}) inside the guest: ${shown(compared.here)} here, ${shown(compared.there)} from Python: ${(100 * share).toFixed(2)} %; target: within ${100 * TARGET} %, ${Math.abs(share) <= TARGET ? "met" : "not met"}`,
  );
}
held?.release();
program.releaseAll();
