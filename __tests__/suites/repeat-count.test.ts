import { describe, expect, it } from "vitest";
import type { Slope } from "../../src/model/slope.ts";
import { countCall } from "../../src/suites/count.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { assemble } from "../wasm/assemble.ts";

const HOST = `export const createImports = () => ({
  env: { memory: new WebAssembly.Memory({ initial: 1 }), table: new WebAssembly.Table({ element: "anyfunc", initial: 1 }) },
});`;

/** What `run` shows on an instance of a module given as text, by a clock that stands still. */
async function slopeOf(text: string, args: readonly number[] = []): Promise<Slope | undefined> {
  const validate = (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes);
  const rules = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;
  const url = `data:text/javascript,${encodeURIComponent(HOST)}//`;
  const isHosted = text.includes("(import");
  const counted = await countCall(
    {
      payload: {
        name: "c",
        side: "candidate",
        bytes: new Uint8Array(),
        host: { kind: isHosted ? "module" : "none", url: isHosted ? url : "", args: [] },
        glue: null,
      },
      module: instrumentFuel(assemble(text), { ...rules, validate, deferStart: true }),
      parts: [],
      call: { export: "run", args: [...args], expect: 7 },
      limit: null,
      repeatBy: () => 0,
    },
    1,
  );
  return counted.repeated?.slope;
}

/** A function that does something and returns 7 at its first call; later results are nobody's to check. */
const run = (body: string): string =>
  `(global $calls (mut i32) (i32.const 0))
   (func (export "run") (result i32)
     (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
     ${body}
     (i32.add (i32.const 6) (global.get $calls)))`;
const GROW = "(drop (memory.grow (i32.const 1)))";

describe("the slope of a counted call", () => {
  it.each([
    ["a memory it exports", `(module (memory (export "memory") 1) ${run(GROW)})`],
    ["a memory it keeps to itself", `(module (memory 1) ${run(GROW)})`],
    ["an imported memory", `(module (import "env" "memory" (memory 1)) ${run(GROW)})`],
    ["a 64-bit memory", `(module (memory i64 1) ${run("(drop (memory.grow (i64.const 1)))")})`],
    [
      "one of several",
      `(module (memory 0) (memory 1) ${run("(drop (memory.grow 1 (i32.const 1)))")})`,
    ],
  ])("shows growth of %s", async (_, text) => {
    expect(await slopeOf(text)).toMatchObject({
      calls: [1, 100, 1000, 2000],
      pages: [2, 101, 1001, 2001],
      ended: null,
    });
  });

  it.each([
    ["its own", `(table 1 funcref)`],
    ["an imported", `(import "env" "table" (table 1 funcref))`],
  ])("shows growth of %s table", async (_, table) => {
    const grow = "(drop (table.grow 0 (ref.null func) (i32.const 1)))";
    expect(await slopeOf(`(module ${table} ${run(grow)})`)).toMatchObject({
      pages: [],
      elements: [2, 101, 1001, 2001],
    });
  });

  it("shows work that becomes more with every call", async () => {
    const loop = `(local.set 0 (global.get $calls))
      (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))`;
    const text = run(loop).replace("(result i32)", "(result i32) (local i32)");
    const slope = await slopeOf(`(module ${text})`);
    // Five operators more with every call, by the cheapest of the last 50: calls 51, 951 and 1951.
    expect(slope?.fuel.slice(1).map((fuel) => (fuel - (slope.fuel[0] ?? 0)) / 5)).toEqual([
      50, 950, 1950,
    ]);
  });

  it("ends with the call that traps", async () => {
    const text = `(module ${run("(if (i32.gt_u (global.get $calls) (i32.const 8)) (then unreachable))")})`;
    expect(await slopeOf(text)).toMatchObject({ calls: [1, 4, 8], ended: "failure" });
  });

  it("ends with the call that never returns", async () => {
    const text = `(module ${run("(loop $l (br_if $l (i32.gt_u (global.get $calls) (i32.const 8))))")})`;
    expect(await slopeOf(text)).toMatchObject({ calls: [1, 4, 8], ended: "failure" });
  });
});
