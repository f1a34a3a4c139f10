import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const MODULE = `(module (memory (export "memory") 2) (func (export "work") (param i32) (result i32)
  (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (local.get 0))
  (func (export "fail") unreachable))`;
/** Memory of one page that cannot grow. */
const SMALL = `(module (memory (export "memory") 1 1) (func (export "work") (param i32) (result i32) (i32.const 0)))`;

/** Its last function ends too early. */
const BROKEN = `Buffer.from(broken, "base64").subarray(0, -1)`;

const base64 = (text: string): string => Buffer.from(assemble(text)).toString("base64");
const CALLS =
  "export const work = (n) => instance.exports.work(n); export const fail = () => instance.exports.fail();";

const FILES = {
  // As wasm-bindgen writes for the web.
  "web.mjs": `const { instance } = await WebAssembly.instantiateStreaming(fetch(new URL("./work.wasm", import.meta.url)));
    ${CALLS}`,
  // As Emscripten writes with MODULARIZE.
  "factory.mjs": `export default async ({ wasmBinary } = {}) => {
      const bytes = wasmBinary ?? (await (await fetch(new URL("./work.wasm", import.meta.url))).arrayBuffer());
      const { instance } = await WebAssembly.instantiate(bytes);
      return { work: (n) => instance.exports.work(n), fail: () => instance.exports.fail() };
    };`,
  // As wasm-bindgen writes for bundlers.
  "bundler.mjs": `export * from "./work.wasm";`,
  // In the text of its JavaScript, one of them at its first call.
  "text.cjs": `const compile = (text) => new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(text, "base64")));
    const broken = "${base64(MODULE)}"; try { new WebAssembly.Module(${BROKEN}); } catch {}
    const one = compile("${base64(SMALL)}"); let two;
    exports.work = (n) => { two ??= compile("${base64(MODULE)}"); return two.exports.work(n) + one.exports.work(n); };`,
  // Every call of it is awaited.
  "promises.mjs": `const { instance } = await WebAssembly.instantiateStreaming(fetch(new URL("./work.wasm", import.meta.url)));
    export const work = async (n) => { await null; return instance.exports.work(n); };
    export const fail = async () => { await null; return instance.exports.fail(); };`,
  // As AssemblyScript writes raw bindings.
  "raw.mjs": `export async function instantiate(module, imports = {}) {
      const adaptedImports = { env: Object.assign(Object.create(globalThis), imports.env || {}) };
      const { exports } = await WebAssembly.instantiate(module, adaptedImports);
      const memory = exports.memory || imports.env.memory;
      return Object.setPrototypeOf({ work: (n) => exports.work(n) }, exports);
    }`,
  "kept.mjs": `globalThis.instance ??= (await WebAssembly.instantiateStreaming(fetch(new URL("./work.wasm", import.meta.url)))).instance;
    const { instance } = globalThis; ${CALLS}`,
  "plain.mjs": "export const work = (n) => n - n;",
};

const call = "execution: [{ name: work, export: work, args: [200], expect: 0 }]";
const trap = "trap: { export: fail, args: [] }";
const CONFIG = `sampling: { processes: 1, rounds: 2, copies: 1, warmup: 1ms, block: 300us, time: 1s, samples: 1, max-instances: 3 }
components:
  - { name: web, path: web.mjs, ${call}, ${trap} }
  - { name: handed, path: factory.mjs, wasm: work.wasm, init: default, ${call}, ${trap} }
  - { name: promises, path: promises.mjs, suites: [memory, crash_handling], ${call}, ${trap} }
  - { name: raw, path: raw.mjs, wasm: work.wasm, init: instantiate, suites: [execution, memory], ${call} }
  - { name: finds, path: factory.mjs, init: default, suites: [execution, memory], ${call} }
  - { name: text, path: text.cjs, suites: [instantiation, memory], ${call} }
  - { name: kept, path: kept.mjs, suites: [instantiation, memory], ${call} }
`;

let folder = "";
beforeAll(() => {
  folder = folderWith({ ...FILES, "wasm-bench.yml": CONFIG });
  writeFileSync(join(folder, "work.wasm"), assemble(MODULE));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("glue in every suite", () => {
  let result: ResultDocument;
  let said = "";

  beforeAll(() => {
    const fixed = ["--baseline", "none", "--json", "result.json", "--fail-on", "error"];
    const { code, out, err } = wasmBench(folder, "run", ...fixed);
    said = out + err;
    expect(code, said).toBe(0);
    result = parseResult(readFileSync(join(folder, "result.json"), "utf8"), "result.json");
  }, 120_000);

  const metricsOf = (id: string): string[] => {
    const found = result.benchmarks.find(({ benchmark }) => benchmark.id === id);
    const series = (found?.visits ?? []).flatMap((visit) => visit.series);
    return [...new Set(series.map(({ metric }) => metric))].sort();
  };
  const reasonOf = (id: string): string | null | undefined =>
    result.benchmarks.find(({ benchmark }) => benchmark.id === id)?.benchmark.unsupported;

  it("gives values for what a module gives, whatever makes its copies", () => {
    for (const name of ["web", "handed"]) {
      for (const [group, ...metrics] of [
        ["instantiation/warm_start", "first_call", "instantiate", "time", "wall"],
        ["instantiation/size_scaling", "compile", "slope_per_kib", "time", "wall"],
        ["memory/footprint", "pages", "resident_bytes", "untouched_bytes"],
        ["memory/scaling", "create", "pages", "resident_bytes"],
        ["memory/limit_enforcement", "refused", "time"],
        ["memory/linear_scaling", "growth_bytes", "time"],
        ["crash_handling/recovery_latency", "time"],
        ["crash_handling/fuel_exhaustion", "time"],
      ]) {
        const id = `${group}/${name}`;
        expect(metricsOf(id), id).toEqual(expect.arrayContaining(metrics));
      }
    }
    const unsupported = result.benchmarks.filter(
      ({ benchmark }) =>
        ["web", "handed", "promises", "raw", "finds"].includes(benchmark.component) &&
        benchmark.unsupported !== null,
    );
    expect(unsupported).toEqual([]);
  });

  it("starts an initialiser that is handed nothing without arguments", () => {
    expect(metricsOf("execution/work/finds")).toContain("time");
    expect(metricsOf("memory/scaling/finds")).toContain("resident_bytes");
  });

  it("awaits every call of glue that returns promises, and its traps", () => {
    for (const [group, ...metrics] of [
      ["memory/scaling", "create", "pages", "resident_bytes"],
      ["memory/limit_enforcement", "refused", "time"],
      ["memory/linear_scaling", "growth_bytes", "time"],
      ["crash_handling/normal_execution", "time"],
      ["crash_handling/trap_detection", "roundtrip_fail", "time"],
      ["crash_handling/resource_cleanup_after_success", "time"],
      ["crash_handling/resource_cleanup_after_trap", "time"],
      ["crash_handling/recovery_latency", "time"],
      ["crash_handling/fuel_exhaustion", "time"],
    ]) {
      const id = `${group}/promises`;
      expect(metricsOf(id), id).toEqual(expect.arrayContaining(metrics));
    }
  });

  it("makes one instance a copy of raw bindings", () => {
    expect(metricsOf("execution/work/raw")).toContain("time");
    const pagesOf = (name: string): unknown =>
      result.benchmarks
        .find(({ benchmark }) => benchmark.id === `memory/scaling/${name}`)
        ?.exact?.find(({ metric }) => metric === "pages")?.candidate;
    expect([pagesOf("raw"), pagesOf("promises")]).toEqual([2, 2]);
  });

  it("adds up the memories of several instances, and says why the one it has without a call is not grown", () => {
    const scaling = result.benchmarks.find(
      ({ benchmark }) => benchmark.id === "memory/scaling/text",
    );
    expect(scaling?.exact).toContainEqual(
      expect.objectContaining({ metric: "pages", candidate: 3 }),
    );
    expect(reasonOf("memory/limit_enforcement/text")).toBe("its memory cannot grow");
  });

  it("says why glue without copies gives none of it, and measures the rest", () => {
    for (const group of [
      "instantiation/warm_start",
      "instantiation/size_scaling",
      "memory/footprint",
      "memory/scaling",
      "memory/limit_enforcement",
      "memory/linear_scaling",
    ])
      expect(reasonOf(`${group}/kept`), group).toContain("no WebAssembly instance of its own");
    expect(metricsOf("instantiation/cold_start/kept")).toContain("compile");
    expect(said).toContain("no WebAssembly instance of its own");
  });
});

interface Sizes {
  readonly files: readonly {
    readonly bytes: number;
    readonly gzipBytes: number;
    readonly brotliBytes: number;
    readonly modules: readonly { readonly name: string; readonly bytes: number }[];
  }[];
}

function sizesOf(...files: readonly string[]): { readonly out: string; readonly sizes: Sizes } {
  const { code, out, err } = wasmBench(folder, "size", ...files, "--json", "sizes.json");
  expect(code, out + err).toBe(0);
  return { out, sizes: JSON.parse(readFileSync(join(folder, "sizes.json"), "utf8")) as Sizes };
}

describe("size of glue", () => {
  const whole = assemble(MODULE).length;
  const small = assemble(SMALL).length;

  it.each([
    ["web.mjs", "work.wasm"],
    ["factory.mjs", "work.wasm"],
    ["bundler.mjs", "work.wasm"],
  ])("is that of the module %s loads, by its name", (file, name) => {
    const { out, sizes } = sizesOf(file);
    expect(sizes.files).toMatchObject([{ bytes: whole, modules: [{ name, bytes: whole }] }]);
    expect(out).toMatch(new RegExp(`^0: ${name} +${whole} `, "m"));
    expect(out).toMatch(new RegExp(`^total +${whole}$`, "m"));
  });

  it("lists and adds up modules in its text, those its configured calls compile included", () => {
    const { out, sizes } = sizesOf("text.cjs");
    const [{ modules, ...sum } = { modules: [] }] = sizes.files;
    expect(modules).toMatchObject([
      { name: "in its JavaScript (0)", bytes: small },
      { name: "in its JavaScript (1)", bytes: whole },
    ]);
    expect(sum).toMatchObject({ bytes: small + whole });
    expect(out).toMatch(/^module 0: code +\d+$/m);
    expect(out).toMatch(/^module 1: code +\d+$/m);
    expect(out).toMatch(/^total, gzip +\d+$/m);
    expect(out).toMatch(/^total, brotli +\d+$/m);
  });

  it("compares with a module", () => {
    const { out, sizes } = sizesOf("web.mjs", "work.wasm");
    expect(out).toContain("no section changed size");
    expect(sizes.files.map(({ bytes }) => bytes)).toEqual([whole, whole]);
  });

  it("is refused of glue that compiles nothing, or cannot be loaded", () => {
    const plain = wasmBench(folder, "size", "plain.mjs");
    expect(plain.err).toContain("plain.mjs compiled no module when it was loaded");
    writeFileSync(join(folder, "broken.mjs"), `throw new Error("no luck");`);
    const broken = wasmBench(folder, "size", "broken.mjs");
    expect(broken.err).toMatch(/broken\.mjs could not be loaded.*no luck/);
    expect([plain.code, broken.code]).toEqual([2, 2]);
  });
});
