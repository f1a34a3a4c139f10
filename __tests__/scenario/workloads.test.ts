import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 2, rounds: 2, copies: 2, warmup: 1ms, block: 500us, time: 100ms, samples: 1, timeout: 10s }\ngate: { regression: 60% }\n";

/** Adds up bytes, of memory it hands out from 1024 on. */
const CORE = `(memory (export "memory") 2) (global $next (mut i32) (i32.const 1024))
  (func (export "alloc") (param i32) (result i32) global.get $next
    global.get $next local.get 0 i32.add global.set $next)
  (func (export "sum") (param i32 i32) (result i32) (local i32 i32)
    loop
      local.get 3 local.get 0 local.get 2 i32.add i32.load8_u i32.add local.set 3
      local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
    end local.get 3)`;

/** A counter as a resource: its handle is the number it begins with, 7 more a step. */
const RESOURCE = `(component
  (core module $m
    (func (export "step") (param i32 i32) (result i32) local.get 0 local.get 1 i32.const 7 i32.mul i32.add))
  (core instance $i (instantiate $m))
  (type $counter' (resource (rep i32)))
  (core func $new (canon resource.new $counter'))
  (core module $w (import "h" "new" (func $new (param i32) (result i32)))
    (func (export "make") (param i32) (result i32) local.get 0 call $new))
  (core instance $wi (instantiate $w (with "h" (instance (export "new" (func $new))))))
  (func $make (param "start" u32) (result (own $counter')) (canon lift (core func $wi "make")))
  (func $step (param "self" (borrow $counter')) (param "times" u32) (result u32) (canon lift (core func $i "step")))
  (component $shape
    (import "counter" (type $c (sub resource)))
    (import "make" (func $make (param "start" u32) (result (own $c))))
    (import "step" (func $step (param "self" (borrow $c)) (param "times" u32) (result u32)))
    (export $counter "counter" (type $c))
    (export "[constructor]counter" (func $make) (func (param "start" u32) (result (own $counter))))
    (export "[method]counter.step" (func $step)
      (func (param "self" (borrow $counter)) (param "times" u32) (result u32))))
  (instance $counters (instantiate $shape
    (with "counter" (type $counter')) (with "make" (func $make)) (with "step" (func $step))))
  (export "docs:counting/counters@1.0.0" (instance $counters)))`;

const FILES = {
  "core.wat": `(module ${CORE})`,
  "resource.wat": RESOURCE,
  // A library that wants set-up once, and hands out classes and promises.
  "store.mjs": `import { readFileSync } from "node:fs";
    let instance;
    export async function init() {
      if (instance) throw new Error("already initialised");
      const bytes = readFileSync(new URL("./core.wasm", import.meta.url));
      instance = (await WebAssembly.instantiate(bytes, {})).instance;
    }
    export class Store {
      #bytes = [];
      constructor() { if (!instance) throw new Error("not initialised"); this.at = instance.exports.alloc(64); }
      put(byte) { this.#bytes.push(byte); new Uint8Array(instance.exports.memory.buffer).set(this.#bytes, this.at); }
      sum() { return instance.exports.sum(this.at, this.#bytes.length); }
      async later() { await null; return this.sum(); }
    }`,
  "extra.mjs": "export const factor = 3;",
  "bench/core.mjs": `import { LENGTH } from "./length.mjs";
    /** @param {import("wasm-bench-action").Guest} guest */
    export function setup({ exports, memory }) {
      const at = exports.alloc(LENGTH);
      new Uint8Array(memory.buffer, at, LENGTH).fill(2);
      return { at };
    }
    export const benchmarks = {
      add_up: { run: ({ exports }, { at }) => exports.sum(at, LENGTH), expect: 2 * LENGTH, operations: LENGTH },
    };
    export function teardown({ exports }, { at }) { if (exports.sum(at, 1) !== 2) throw new Error("lost"); }`,
  "bench/length.mjs": "export const LENGTH = 1000;",
  "bench/store.cjs": `module.exports = {
      async setup(guest) {
        await guest.exports.init();
        const store = new guest.exports.Store();
        for (let i = 0; i < 30; i += 1) store.put(i);
        const { factor } = await guest.load("./extra.mjs");
        return { store, factor };
      },
      benchmarks: {
        sum: { run: (guest, { store, factor }) => factor * store.sum(), expect: 3 * 435 },
        async later(guest, { store }) { return store.later(); },
      },
    };`,
  "bench/resource.mjs": `export const setup = ({ exports }) => {
      const { Counter } = exports["docs:counting/counters@1.0.0"];
      return new Counter(5);
    };
    export const benchmarks = { step: { run: (_, counter) => counter.step(3), expect: 26 } };`,
};

const component = (name: string, path: string, workload: string): string =>
  `  - { name: ${name}, path: ${path}, suites: [execution], workload: ${workload} }\n`;
const COMPONENTS = `components:
${component("core", "core.wasm", "bench/core.mjs")}${component("store", "store.mjs", "bench/store.cjs")}${component("resource", "resource.wat", "./bench/resource.mjs")}`;

const IDS = [
  "execution/add_up/core",
  "execution/sum/store",
  "execution/later/store",
  "execution/step/resource",
];

let folder = "";

interface Ran {
  readonly said: string;
  readonly code: number | null;
  readonly verdict: (id: string) => string | undefined;
  readonly of: (id: string) => BenchmarkResult | undefined;
}

function run(...args: readonly string[]): Ran {
  const { code, out, err } = wasmBench(folder, "run", "--json", "result.json", ...args);
  const result = parseResult(readFileSync(join(folder, "result.json"), "utf8"), "result.json");
  return {
    said: out + err,
    code,
    verdict: (id) => result.judgement.benchmarks.find((one) => one.id === id)?.verdict,
    of: (id) => result.benchmarks.find(({ benchmark }) => benchmark.id === id),
  };
}

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

const core = assemble(`(module ${CORE})`);
const heavier = injectWork(readModule(core), "sum", 200);

beforeAll(() => {
  folder = folderWith({ ...FILES, "wasm-bench.yml": THIN + COMPONENTS });
  write({ "core.wasm": core });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a workload module", () => {
  it("has its benchmarks listed", () => {
    const { out, err } = wasmBench(folder, "run", "--list");
    expect(out.trim().split("\n"), err).toEqual(IDS);
  });

  it("drives core modules, classes of glue and resources, both sides by the candidate's", () => {
    const saved = wasmBench(folder, "save", "main", "--json", "result.json");
    expect(saved.code, saved.out + saved.err).toBe(0);
    const first = parseResult(readFileSync(join(folder, "result.json"), "utf8"), "result.json");
    const facts = first.benchmarks.map(({ benchmark, exact, visits }) => ({
      id: benchmark.id,
      failures: visits.map(({ failure }) => failure),
      isTimed: visits.every(({ series }) => series.some(({ metric }) => metric === "time")),
      fuel: exact.find(({ metric }) => metric === "fuel"),
    }));
    for (const { id, failures, isTimed, fuel } of facts) {
      expect([id, failures, isTimed]).toEqual([id, [null, null], true]);
      expect(fuel, id).toMatchObject({ note: null, candidate: expect.any(Number) });
    }
    expect(facts.map(({ id }) => id)).toEqual(IDS);
    // Of the call alone: 14 operators a byte, and what is around them.
    const fuelOf = (id: string): number => facts.find((one) => one.id === id)?.fuel?.candidate ?? 0;
    expect(Math.floor(fuelOf(IDS[0] ?? "") / 1000)).toBe(14);
    expect(fuelOf(IDS[1] ?? "")).toBe(fuelOf(IDS[2] ?? ""));

    const same = run();
    expect(IDS.map(same.verdict), same.said).toEqual(IDS.map(() => "identical"));

    write({ "bench/length.mjs": "export const LENGTH = 900;", "core.wasm": heavier });
    const slowed = run();
    expect(slowed.code, slowed.said).toBe(1);
    expect(IDS.slice(0, 3).map(slowed.verdict)).toEqual(["regression", "regression", "regression"]);
    expect(slowed.of(IDS[0] ?? "")).toMatchObject({
      pairing: "paired",
      definitionChange: "redefined",
    });
    expect(slowed.of(IDS[1] ?? "")).toMatchObject({ pairing: "alternated" });
    expect(slowed.of(IDS[1] ?? "")?.definitionChange).toBeUndefined();
    expect(slowed.verdict(IDS[3] ?? "")).toBe("identical");
  });
});

describe("a workload that cannot be one", () => {
  const configured = (name: string, path: string, code: string): string => {
    const own = `faulty-${name}.mjs`;
    write({ [own]: code });
    return `${THIN}components:\n  - { name: ${name}, path: ${path}, suites: [execution], workload: ${own}, execution: [{ name: taken, export: alloc, args: [8] }] }\n`;
  };

  function told(config: string): string {
    write({ "wasm-bench.yml": config });
    const { code, err } = wasmBench(folder, "run");
    expect(code, err).toBe(2);
    return err;
  }

  it.each([
    ["export const other = 1;", "faulty-core.mjs exports no `benchmarks`"],
    ["export const benchmarks = { a: 5 };", 'the benchmark "a", which is no function'],
    ["throw new Error('no licence');", "could not be loaded: no licence"],
    [
      "export const benchmarks = { taken() {} };",
      'has the benchmark "taken", and so has `execution`',
    ],
    [
      "import { readFileSync } from 'node:fs'; const bytes = readFileSync(new URL('core.wasm', import.meta.url)); const { instance } = await WebAssembly.instantiate(bytes); export const benchmarks = { a: () => instance.exports.alloc(1) };",
      "loads the component itself: both sides would run this one",
    ],
  ])("is refused with the reason: %s", (code, words) => {
    const said = told(configured("core", "core.wasm", code));
    expect(said).toContain('component "core"');
    expect(said).toContain(words);
    expect(said).toMatch(/workload|guest\.exports/);
  });

  it("is refused where it imports the glue it drives, or is not there", () => {
    const imports =
      "import { Store } from './store.mjs'; export const benchmarks = { a: () => new Store() };";
    const glue = `${THIN}components:\n  - { name: store, path: store.mjs, suites: [execution], workload: faulty-store.mjs }\n`;
    write({ "faulty-store.mjs": imports });
    expect(told(glue)).toContain("loads the component itself");
    write({
      "whole.mjs": "export { Store } from './store.mjs';\nimport './store-helper.mjs';",
      "store-helper.mjs": "export const steps = 100;",
      "faulty-store.mjs":
        "import { steps } from './store-helper.mjs'; export const benchmarks = { a: (g) => steps };",
    });
    // A part of the glue would be the candidate's on both sides, too.
    expect(told(glue.replace("path: store.mjs", "path: whole.mjs"))).toContain(
      "loads the component itself",
    );
    expect(told(glue.replace("faulty-store", "absent"))).toContain(
      "the workload absent.mjs cannot be read: it is missing",
    );
  });

  it("is told by doctor, which runs every benchmark once", () => {
    const code =
      "export const benchmarks = { good() {}, bad: async () => { throw new Error('gone'); } };";
    write({ "wasm-bench.yml": configured("core", "core.wasm", code) });
    const { out } = wasmBench(folder, "doctor");
    expect(out).toContain("workload bad fails: benchmark bad of the workload failed: gone");
  });
});

describe("a workload that fails when it runs", () => {
  it("fails its benchmark, whoever's side it is, and says which part", () => {
    const faulty = `export const benchmarks = {
        waits: () => new Promise(() => {}),
        throws: () => { throw new Error("no data"); },
        differs: { run: () => 1, expect: 2 },
        fine: () => 1,
      };`;
    write({
      "faulty.mjs": faulty,
      "wasm-bench.yml": `${THIN.replace("timeout: 10s", "timeout: 2s")}components:\n${component("core", "core.wasm", "faulty.mjs")}`,
    });
    const { code, said, verdict, of } = run("--baseline", "none");
    expect(code, said).toBe(1);
    const failureOf = (name: string): string =>
      of(`execution/${name}/core`)?.visits.at(-1)?.failure?.message ?? "";
    expect(verdict("execution/waits/core")).toBe("failed");
    expect(failureOf("waits")).toContain("a promise of it never settles");
    expect(verdict("execution/throws/core")).toBe("failed");
    expect(failureOf("throws")).toBe("benchmark throws of the workload failed: no data");
    expect(verdict("execution/differs/core")).toBe("failed");
    expect(failureOf("differs")).toBe("differs returned 1, expected 2");
    expect(verdict("execution/fine/core")).toBe("new");
  });
});
