import { describe, expect, it } from "vitest";
import { generateModule } from "../../src/wasm/generate.ts";
import { readHeader } from "../../src/wasm/header.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { WasmFormatError } from "../../src/wasm/reader.ts";
import { readSections } from "../../src/wasm/sections.ts";
import { exportedSignatures } from "../../src/wasm/signatures.ts";
import { prepareUnique, rewriteNonce, withNonce } from "../../src/wasm/unique.ts";
import { assemble } from "./assemble.ts";

const MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const COMPONENT = [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0];

describe("readHeader", () => {
  it.each([
    ["a core module", MODULE, "module"],
    ["a Component Model binary", COMPONENT, "component"],
    ["seven bytes of a module", MODULE.slice(0, 7), "truncated"],
    ["nothing", [], "truncated"],
    ["an unknown version", [0, 0x61, 0x73, 0x6d, 2, 0, 0, 0], "not-wasm"],
    ["text", [...Buffer.from("(module)")], "not-wasm"],
  ])("tells %s", (_, bytes, kind) => {
    expect(readHeader(Uint8Array.from(bytes)).kind).toBe(kind);
  });
});

const SAMPLE = assemble(`(module
  (type $pair (func (param i32 i64) (result f32 f64)))
  (import "env" "log" (func $log (param i32)))
  (import "env" "limit" (global i32))
  (memory (export "memory") 2 5)
  (table 3 funcref)
  (global (mut i64) (i64.const -1))
  (func $first (export "pair") (type $pair) f32.const 1 f64.const 2)
  (func $second i32.const 7 call $log)
  (start $second)
  (elem (i32.const 0) $first $second)
  (data (i32.const 8) "hello") (data "passive"))`);

describe("readModule", () => {
  const facts = readModule(SAMPLE);

  it("adds sections up to the file", () => {
    const sum = facts.sections.reduce((total, section) => total + section.bytes, 8);
    expect(sum).toBe(SAMPLE.length);
    expect(facts.sections.map(({ name }) => name)).toContain("custom:name");
  });

  it("lists imports with their signatures", () => {
    expect(facts.imports).toEqual([
      { module: "env", name: "log", kind: "function", type: "(i32) -> ()" },
      { module: "env", name: "limit", kind: "global", type: "global i32" },
    ]);
  });

  it("gives the signature of every exported function", () => {
    const signature = exportedSignatures(facts).get("pair");
    expect(signature).toMatchObject({ params: ["i32", "i64"], results: ["f32", "f64"] });
  });

  it("reads limits, globals, start, names and segments", () => {
    expect(facts.memories).toEqual([{ min: 2, max: 5, shared: false, is64: false }]);
    expect(facts.tables).toEqual([
      { element: "funcref", min: 3, max: null, shared: false, is64: false },
    ]);
    expect(facts.globals).toEqual([
      { type: "i32", mutable: false },
      { type: "i64", mutable: true },
    ]);
    expect(facts.start).toBe(2);
    expect([...facts.functionNames.values()]).toEqual(["log", "first", "second"]);
    expect(facts.data.map(({ mode, size }) => [mode, size])).toEqual([
      ["active", 5],
      ["passive", 7],
    ]);
    expect(facts.elements.map(({ mode, size }) => [mode, size])).toEqual([["active", 2]]);
    expect(facts.bodies.map(({ index }) => index)).toEqual([1, 2]);
  });

  it("names the offset at which a module breaks off", () => {
    const read = (): unknown => readModule(SAMPLE.subarray(0, 20));
    expect(read).toThrow(WasmFormatError);
    expect(read).toThrow(/at offset \d+ \(0x/);
  });

  it("refuses a component by name", () => {
    expect(() => readSections(Uint8Array.from(COMPONENT))).toThrow("a Component Model binary");
  });
});

describe("withNonce", () => {
  it("keeps a module valid and equal in its facts", () => {
    const unique = withNonce(SAMPLE, 12345);
    expect(WebAssembly.validate(unique)).toBe(true);
    expect(readModule(unique).exports).toEqual(readModule(SAMPLE).exports);
    expect(unique).not.toEqual(withNonce(SAMPLE, 12346));
  });

  it("takes bytes as well", () => {
    const unique = withNonce(SAMPLE, Uint8Array.of(1, 2, 3));
    expect([...unique.slice(-3)]).toEqual([1, 2, 3]);
    expect(WebAssembly.validate(unique)).toBe(true);
  });

  it("rewrites the nonce in place, giving the bytes a fresh one would have", () => {
    const prepared = prepareUnique(SAMPLE);
    expect(rewriteNonce(prepared, 2 ** 40 + 7)).toEqual(withNonce(SAMPLE, 2 ** 40 + 7));
    expect(rewriteNonce(prepared, 3)).toEqual(withNonce(SAMPLE, 3));
  });
});

describe("generateModule", () => {
  it.each([1024, 10 * 1024, 100 * 1024])("makes a valid module of %i bytes within 2 %%", (size) => {
    const bytes = generateModule(size);
    expect(WebAssembly.validate(bytes)).toBe(true);
    expect(Math.abs(bytes.length / size - 1)).toBeLessThanOrEqual(0.02);
  });

  it("gives the same bytes for the same size, and distinct functions", () => {
    const bytes = generateModule(10240);
    expect(generateModule(10240)).toEqual(bytes);
    const bodies = readModule(bytes).bodies.map(({ start, end }) => bytes.slice(start, end).join());
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it("exports `run`, which depends on its parameter", () => {
    const { run } = new WebAssembly.Instance(new WebAssembly.Module(generateModule(1024))).exports;
    const call = run as (value: number) => number;
    expect(call(1)).not.toBe(call(2));
  });

  it("refuses a size it cannot reach", () => {
    expect(() => generateModule(100)).toThrow(RangeError);
  });
});
