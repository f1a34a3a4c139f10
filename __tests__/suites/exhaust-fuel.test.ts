import { describe, expect, it } from "vitest";
import { prepareExhaustFuel } from "../../src/suites/procedures/fuel.ts";
import { assemble } from "../wasm/assemble.ts";

const COUNTDOWN = `(module (global $calls (mut i32) (i32.const 0))
  (func (export "run") (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (global.get $calls)))`;

function prepare(fuel: number, expected: number) {
  const host = { kind: "none", url: "", args: [] } as const;
  const bytes = assemble(COUNTDOWN);
  return prepareExhaustFuel(
    { kind: "exhaust_fuel", call: { export: "run", args: [100], expect: expected }, fuel },
    {
      payload: { name: "c", side: "candidate", bytes, host, glue: null },
      nonce: 1,
      probe: { privateBytes: () => 0, collect: () => 0, now: () => 0 },
    },
  );
}

describe("exhausting fuel", () => {
  it("replaces the instance, so that every good call is the first of its own", async () => {
    const copy = await prepare(50, 1);
    expect(copy.verify).not.toThrow();
    expect(copy.verify).not.toThrow();
  });

  it("fails when the budget is enough", async () => {
    const copy = await prepare(100_000, 1);
    expect(copy.verify).toThrow("run with a budget of 100000 fuel returned, expected a trap");
  });

  it("fails when the new instance does not answer as expected", async () => {
    expect((await prepare(50, 2)).verify).toThrow("expected 2");
  });
});
