import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { slowModule } from "../../evaluation/slow-module.mjs";
import { assembleText } from "../../src/components/assemble-text.ts";

async function fib(): Promise<Uint8Array> {
  const path = "fixtures/wat/fib.wat";
  return assembleText(await readFile(path, "utf8"), path);
}

describe("a module slowed for the evaluation", () => {
  it("gives the same results by more code", async () => {
    const bytes = await fib();
    const slowed = slowModule(bytes, { exportName: "fib", steps: 100 });
    expect(slowed.length).toBeGreaterThan(bytes.length);
    const { instance } = await WebAssembly.instantiate(new Uint8Array(slowed));
    expect((instance.exports.fib as (n: number) => number)(10)).toBe(55);
  });

  it("is itself where it has no such export, or no step is wanted", async () => {
    const bytes = await fib();
    expect(slowModule(bytes, { exportName: "other", steps: 100 })).toBe(bytes);
    expect(slowModule(bytes, { exportName: "fib", steps: 0 })).toBe(bytes);
  });
});
