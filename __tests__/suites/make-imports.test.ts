import { describe, expect, it } from "vitest";
import { importedMemories, makeImports } from "../../src/suites/make-imports.ts";
import { needsOf } from "../../src/wasm/module-needs.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";

const WANTS = `(module
  (import "env" "memory" (memory 2 5))
  (import "env" "table" (table 3 4 funcref))
  (import "env" "refs" (table 1 externref))
  (import "env" "memory" (memory $same 1))
  (func (export "pages") (result i32) memory.size))`;
const bytes = assemble(WANTS);
const needs = needsOf(readModule(bytes));

describe("imports that a host makes", () => {
  it("are of the declared limits, and new for every instance", () => {
    const [one, other] = [makeImports({}, needs), makeImports({}, needs)];
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), one);
    expect((instance.exports.pages as () => number)()).toBe(2);
    const [memory] = importedMemories(one, needs);
    expect(memory?.grow(3)).toBe(2);
    expect(() => memory?.grow(1)).toThrow(RangeError);
    expect(importedMemories(other, needs)[0]?.buffer.byteLength).toBe(2 * 65_536);
  });

  it("leave what the host gives as it is, getters included", () => {
    const memory = new WebAssembly.Memory({ initial: 3, maximum: 5 });
    class Env {
      get memory(): WebAssembly.Memory {
        return memory;
      }
    }
    const made = makeImports({ env: new Env() as never }, needs);
    new WebAssembly.Instance(new WebAssembly.Module(bytes), made);
    expect(importedMemories(made, needs)).toEqual([memory]);
  });

  it("hold nothing that nobody asked for", () => {
    const given = { env: {} };
    expect(makeImports(given, { wasi: false, memories: [], tables: [] })).toBe(given);
  });
});
