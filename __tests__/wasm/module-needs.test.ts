import { describe, expect, it } from "vitest";
import { needsOf, unprovidedImports } from "../../src/wasm/module-needs.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "./assemble.ts";

const factsOf = (imports: string) => readModule(assemble(`(module ${imports})`));
const missing = (imports: string): string[] =>
  unprovidedImports(factsOf(imports)).map(({ module, name, kind }) => `${kind} ${module}.${name}`);

describe("what nobody provides for a module", () => {
  it("is every function, global, tag and table of other references, each once", () => {
    const imports = `
      (import "env" "step" (func (param i32)))
      (import "env" "step" (func (param i64)))
      (import "env" "base" (global i32))
      (import "other" "e" (tag (param i32)))
      (import "env" "memory" (memory 1))
      (import "env" "table" (table 1 funcref))`;
    expect(missing(imports)).toEqual(["function env.step", "global env.base", "tag other.e"]);
  });

  it("is nothing of WASI preview 1, the marks, or memories and tables", () => {
    expect(
      missing(`
        (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
        (import "bench" "start" (func)) (import "bench" "end" (func))
        (import "wasm-bench" "increment" (func (param i32) (result i32)))
        (import "env" "memory" (memory 1 2 shared))
        (import "env" "host" (table 1 externref))`),
    ).toEqual([]);
  });

  it.each([
    `(import "wasi_snapshot_preview1" "fd_invented" (func))`,
    `(import "wasi_unstable" "fd_write" (func))`,
    `(import "wasi_snapshot_preview1" "fd_write" (global i32))`,
    `(import "bench" "pause" (func))`,
  ])("is %s", (imports) => {
    expect(missing(imports)).toHaveLength(1);
  });
});

describe("what a host makes by itself", () => {
  it("is WASI, and each memory and table by its declared limits", () => {
    const facts = factsOf(`
      (import "wasi_snapshot_preview1" "proc_exit" (func (param i32)))
      (import "env" "memory" (memory 160 200))
      (import "env" "table" (table 3 externref))
      (memory 7) (table 9 funcref)`);
    expect(needsOf(facts)).toEqual({
      wasi: true,
      memories: [{ module: "env", name: "memory", min: 160, max: 200, shared: false, is64: false }],
      tables: [
        {
          module: "env",
          name: "table",
          element: "externref",
          min: 3,
          max: null,
          shared: false,
          is64: false,
        },
      ],
    });
  });

  it("is nothing for a module without imports", () => {
    expect(needsOf(factsOf("(memory 1)"))).toEqual({ wasi: false, memories: [], tables: [] });
  });
});
