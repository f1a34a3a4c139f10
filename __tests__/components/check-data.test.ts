import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashDefinition } from "../../src/components/identify.ts";
import { loadComponent } from "../../src/components/load-component.ts";
import { createModuleDecoder } from "../../src/components/module-decoder.ts";
import { requireSources } from "../../src/components/require-sources.ts";
import type { Argument, Benchmark } from "../../src/model/benchmark.ts";
import type { Component } from "../../src/model/component.ts";
import type { ComponentEntry } from "../../src/model/config.ts";

const root = mkdtempSync(join(tmpdir(), "wasm-bench-data-"));
const checkout = join(root, "checkout");

const MODULE = `(module (memory (export "memory") 1)
  (func (export "alloc") (param i32) (result i32) i32.const 1024)
  (func (export "free") (param i32 i32))
  (func (export "wide") (param i64) (result i64) local.get 0)
  (func (export "sum") (param i32 i32) (result i32) i32.const 0)
  (func (export "pair") (param i32 i32) (result i32 i32) local.get 0 local.get 1)
  (func (export "half") (param i32 i32) (result f64) f64.const 0)
  (func (export "quiet") (param i32 i32)))`;

const DATA: Argument = { $text: "abc" };
const HASH = "0".repeat(64);

type Changes = Partial<ComponentEntry> & { readonly expect?: Argument; readonly name?: string };

function entry(
  args: readonly Argument[],
  { expect: expected, ...changes }: Changes = {},
): ComponentEntry {
  const wanted = expected === undefined ? {} : { expect: expected };
  const call = { name: "go", export: "sum", args, native: null, operations: 1, ...wanted };
  return {
    path: "module.wat",
    host: "none",
    suites: ["execution"],
    execution: [call],
    trap: null,
    wasm: null,
    init: null,
    files: [],
    limits: { fuel: null },
    ...changes,
    name: "codec",
  };
}

function calling(name: string, expected: Argument, changes: Changes = {}): ComponentEntry {
  const made = entry([DATA], { alloc: "alloc", expect: expected, ...changes });
  return { ...made, execution: made.execution.map((call) => ({ ...call, export: name })) };
}

async function load(given: ComponentEntry): Promise<Component> {
  const tools = resolve("src/transpiler.ts");
  return (await loadComponent(given, checkout, createModuleDecoder(), tools)).component;
}

beforeAll(() => {
  mkdirSync(checkout);
  writeFileSync(join(checkout, "module.wat"), MODULE);
  writeFileSync(join(checkout, "bare.wat"), `(module (func (export "sum") (param i32 i32)))`);
  writeFileSync(join(checkout, "glue.mjs"), "export const sum = () => 0;");
  writeFileSync(join(checkout, "in.bin"), "input");
  writeFileSync(join(root, "secret"), "secret");
  symlinkSync(join(root, "secret"), join(checkout, "link"));
});
afterAll(() => rmSync(root, { recursive: true }));

describe("data for a core module is refused before anything runs", () => {
  it.each([
    ["without a place", entry([DATA]), "its data has no place in the memory of module.wat"],
    [
      "as one of two",
      entry([DATA, 5], { alloc: "alloc" }),
      "takes 2 arguments (i32, i32), 3 given",
    ],
    ["without a memory", entry([DATA], { path: "bare.wat", at: 0 }), "bare.wat exports none"],
    ["by an absent allocator", entry([DATA], { alloc: "malloc" }), 'exports no function "malloc"'],
    [
      "by an allocator of another type",
      entry([DATA], { alloc: "wide" }),
      '`alloc`: "wide" is (i64) -> (i64), and must be (i32) -> (i32)',
    ],
    ["by another `free`", entry([DATA], { alloc: "alloc", free: "wide" }), '`free`: "wide" is'],
    [
      "where there is none",
      entry([1, 2], { alloc: "alloc" }),
      "`alloc` says where data goes, and no",
    ],
    [
      "for glue",
      entry([DATA], { path: "glue.mjs", at: 5 }),
      "`at` places data in the memory of a core",
    ],
    ["as a plain text", entry(["abc", 5]), 'got "abc"'],
    [
      "of an absent file",
      entry([{ $file: "absent" }]),
      'execution "go": the file absent cannot be read: it is missing',
    ],
    ["of a folder", entry([{ $file: "." }]), "the file . cannot be read: it is a folder"],
  ])("%s", async (_, given, words) => {
    await expect(load(given)).rejects.toMatchObject({
      code: "component",
      message: expect.stringContaining(words),
      hint: expect.stringMatching(/\w/),
    });
  });
});

describe("data that is expected in memory", () => {
  it.each([
    ["sum", { $sha256: HASH }, "a hash says not how many bytes"],
    [
      "sum",
      { $bytes: "hex:00", length: "result" },
      "one result is either the pointer or the length",
    ],
    ["half", { $bytes: "hex:00" }, "the call returns f64, which is no pointer"],
    ["quiet", { $bytes: "hex:00" }, "the call returns nothing, which is no pointer"],
    ["quiet", { $bytes: "hex:00", at: 5, length: "result" }, "which is no length"],
    ["sum", { $bytes: "hex:00", at: "args[1]" }, "args[1] is no data"],
  ])("is refused of %s as %j", async (name, expected, words) => {
    await expect(load(calling(name, expected))).rejects.toThrow(words);
  });

  it("has no place in what glue keeps to itself", async () => {
    const given = entry([DATA], { path: "glue.mjs", expect: { $bytes: "hex:00", at: 5 } });
    await expect(load(given)).rejects.toThrow(
      "`at` of `expect` is a place in the memory of a core",
    );
  });

  it.each([
    ["sum", { $bytes: "hex:00" }],
    ["pair", { $sha256: HASH, length: "result" }],
    ["quiet", { $sha256: HASH, at: "args[0]", length: 3 }],
  ])("may be that of %s: %j", async (name, expected) => {
    await expect(load(calling(name, expected))).resolves.toMatchObject({ name: "codec" });
  });
});

describe("a file as data", () => {
  const given = entry([{ $file: "in.bin" }], { alloc: "alloc" });

  it("is read, and no link leads out of the checkout", async () => {
    expect((await load(given)).data).toEqual(
      new Map([["in.bin", new TextEncoder().encode("input")]]),
    );
    await expect(requireSources(given, checkout, checkout)).resolves.toBeUndefined();
    await expect(requireSources(entry([{ $file: "link" }]), checkout, checkout)).rejects.toThrow(
      "the file link cannot be read: it lies outside of the checkout",
    );
  });

  it("is part of the definition by what is in it", async () => {
    const define = async (file: string): Promise<string> => {
      const component = await load(entry([{ $file: file }], { alloc: "alloc" }));
      const call = { export: "sum", args: [{ $file: file }] };
      const procedure = { kind: "call", call, operations: 1, native: null, extras: [] } as const;
      const facts = { id: "execution/go/codec", suite: "execution", component: "codec" } as const;
      const benchmark: Benchmark = { ...facts, procedure, primary: "time", unsupported: null };
      return hashDefinition(benchmark, { component, harness: 1 });
    };
    const before = await define("in.bin");
    writeFileSync(join(checkout, "same.bin"), "input");
    expect(await define("same.bin")).toBe(before);
    writeFileSync(join(checkout, "same.bin"), "inputs");
    expect(await define("same.bin")).not.toBe(before);
  });
});
