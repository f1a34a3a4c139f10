import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

/** Counts down from its parameter, then answers 0. */
const MODULE = `(module (memory (export "memory") 2) (func (export "work") (param i32) (result i32)
  (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
  (local.get 0)))`;

const FILES = {
  // As wasm-bindgen and AssemblyScript write for the web.
  "web.mjs": `const url = new URL("./work.wasm", import.meta.url);
    const { instance } = await WebAssembly.instantiateStreaming(fetch(url), {});
    export const work = (n) => instance.exports.work(n);`,
  // As wasm-bindgen writes for Node, behind a package.
  "node_modules/work/package.json": `{ "main": "index.js" }`,
  "node_modules/work/index.js": `module.exports = require("./inner.js");`,
  "node_modules/work/inner.js": `const bytes = require("fs").readFileSync(require("path").join(__dirname, "../../work.wasm"));
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    exports.work = (n) => instance.exports.work(n);`,
  "package.mjs": `import inner from "work"; export const { work } = inner;`,
  // As wasm-bindgen writes for bundlers, and Node 24 loads.
  "bundler.mjs": `export * from "./work.wasm";`,
  // As Emscripten writes with MODULARIZE.
  "handed.mjs": `export default async ({ wasmBinary }) => {
      const module = await WebAssembly.compile(wasmBinary);
      const instance = await WebAssembly.instantiate(module, {});
      return { work: (n) => instance.exports.work(n) };
    };`,
  "plain.mjs": "export const work = (n) => n - n;",
  "takes-over.mjs": `import inner from "work"; const own = WebAssembly.Instance;
    WebAssembly.Instance = class extends own {}; export const { work } = inner;`,
};

const THIN =
  "sampling: { processes: 2, rounds: 2, copies: 2, warmup: 1ms, block: 500us, time: 100ms, samples: 1 }\n";
const call = "execution: [{ name: work, export: work, args: [2000], expect: 0 }]";
const COUNTED = ["web", "package", "handed", "bundler"];
const FAR = "targets: [{ benchmark: instantiation/cold_start/*, metric: time, max: 10min }]\n";
const CONFIG = `${THIN}${FAR}gate: { regression: 60% }
components:
  - { name: web, path: web.mjs, suites: [instantiation, execution], ${call} }
  - { name: package, path: package.mjs, suites: [execution], ${call} }
  - { name: bundler, path: bundler.mjs, suites: [execution], ${call} }
  - { name: handed, path: handed.mjs, wasm: work.wasm, init: default, suites: [execution], ${call} }
`;
let folder = "";

interface Benchmarked {
  readonly said: string;
  readonly verdict: (id: string) => string | undefined;
  readonly of: (id: string) => BenchmarkResult | undefined;
}

function benchmarked(...args: readonly string[]): Benchmarked {
  const { out, err } = wasmBench(folder, ...args, "--json", "result.json");
  const result = parseResult(readFileSync(join(folder, "result.json"), "utf8"), "result.json");
  return {
    said: out + err,
    verdict: (id) => result.judgement.benchmarks.find((one) => one.id === id)?.verdict,
    of: (id) => result.benchmarks.find(({ benchmark }) => benchmark.id === id),
  };
}

function fuelOf(file: string): number {
  const { out, err } = wasmBench(folder, "fuel", file, "work", "2000");
  const found = /^fuel +([\d,]+)$/m.exec(out)?.[1];
  if (found === undefined) throw new Error(out + err);
  return Number(found.replaceAll(",", ""));
}

beforeAll(() => {
  folder = folderWith({ ...FILES, "wasm-bench.yml": CONFIG });
  writeFileSync(join(folder, "work.wasm"), assemble(MODULE));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("fuel of glue on the command line", () => {
  it("is that of the module it compiles", () => {
    const own = fuelOf("work.wasm");
    expect(own).toBeGreaterThan(8000);
    for (const file of [
      "web.mjs",
      "package.mjs",
      "bundler.mjs",
      "node_modules/work/index.js",
      "handed.mjs",
    ])
      expect(fuelOf(file), file).toBe(own);
  });

  it.each([
    ["plain.mjs", "work", 1, "the glue made no WebAssembly instance"],
    ["takes-over.mjs", "work", 1, "host code replaced WebAssembly.Instance"],
    ["web.mjs", "absent", 2, 'the glue module exports no function "absent"'],
  ])("is none of %s, %s, with exit code %i and the reason", (file, name, exitCode, reason) => {
    const { code, out, err } = wasmBench(folder, "fuel", file, name, "3");
    expect(out + err).toContain(reason);
    expect(code).toBe(exitCode);
  });

  it("needs a file that is there", () => {
    const { code, err } = wasmBench(folder, "fuel", "absent.mjs", "work");
    expect(err).toContain("absent.mjs cannot be read: it is missing");
    expect(code).toBe(2);
  });
});

describe("glue whose module does a hundredth more work", () => {
  it("is a regression by fuel, its phases what the engine did", () => {
    const saved = wasmBench(folder, "save", "main", "--filter", "execution/*");
    expect(saved.code, saved.out + saved.err).toBe(0);
    const same = benchmarked("run", "--filter", "execution/*");
    expect(same.verdict("execution/work/package"), same.said).toBe("identical");
    const before = fuelOf("work.wasm");
    const facts = readModule(new Uint8Array(assemble(MODULE)));
    writeFileSync(join(folder, "work.wasm"), injectWork(facts, "work", Math.ceil(before / 400)));
    const wanted = ["execution/*", "instantiation/cold_start/web"];
    const { of, verdict, said } = benchmarked("run", ...wanted.flatMap((one) => ["--filter", one]));
    for (const name of COUNTED) {
      expect(verdict(`execution/work/${name}`), said).toBe("regression");
      const exact = of(`execution/work/${name}`)?.exact ?? [];
      const [fuel] = exact.filter(({ metric }) => metric === "fuel");
      expect(fuel).toMatchObject({ baseline: before, note: null });
      expect(fuel?.candidate).toBeGreaterThan(before * 1.01);
      expect(exact).toContainEqual({ metric: "pages", baseline: 2, candidate: 2, note: null });
    }
    const size = statSync(join(folder, "work.wasm")).size;
    for (const name of ["package", "bundler", "handed"])
      expect(of(`execution/work/${name}`)?.exact).toContainEqual(
        expect.objectContaining({ metric: "size_raw", candidate: size }),
      );
    const cold = (of("instantiation/cold_start/web")?.visits ?? []).flatMap(({ series }) => series);
    const least = (metric: string): number =>
      Math.min(...cold.filter((one) => one.metric === metric).flatMap(({ values }) => values));
    for (const phase of ["compile", "instantiate", "first_call"])
      expect(least(phase)).toBeGreaterThan(0);
    expect(least("time")).toBeGreaterThan(least("compile") + least("instantiate"));
  });
});
