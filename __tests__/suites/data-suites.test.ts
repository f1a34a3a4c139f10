import { describe, expect, it } from "vitest";
import type { Call, Procedure } from "../../src/model/benchmark.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { observeAlone, prepareCopy } from "../../src/suites/prepare.ts";
import { observeColdStart } from "../../src/suites/procedures/cold-start.ts";
import { assemble } from "../wasm/assemble.ts";

/** `add` adds 1 to every byte and answers how many there are; allocating is counted in `taken`. */
const MODULE = `(module (memory (export "memory") 1 4) (global $next (mut i32) (i32.const 4096))
  (func (export "alloc") (param i32) (result i32) global.get $next
    global.get $next local.get 0 i32.add global.set $next)
  (func (export "free") (param i32) local.get 0 global.set $next)
  (func (export "add") (param i32 i32) (result i32) (local i32)
    loop
      local.get 0 local.get 2 i32.add local.get 0 local.get 2 i32.add i32.load8_u i32.const 1 i32.add i32.store8
      local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
    end local.get 1)
  (func (export "fail") (param i32 i32) local.get 0 i32.load8_u i32.const 7 i32.eq if unreachable end))`;

const payload: Payload = {
  name: "c",
  side: "candidate",
  bytes: assemble(MODULE),
  host: { kind: "none", url: "", args: [] },
  glue: null,
};
const probe = { privateBytes: (): number => 0, collect: (): number => 0, now: (): number => 0 };

const place = { alloc: "alloc", free: "free", at: null };
const data = (...bytes: number[]): Call["args"] =>
  [Uint8Array.from(bytes)] as unknown as Call["args"];

function adding(expected: number): Call {
  const bytes = Uint8Array.of(expected, 3);
  const answer = { bytes, sha256: null, at: { argument: 0 }, length: "result" as const };
  return { export: "add", args: data(1, 2), place, answer };
}

/** Traps where it finds its data. */
const trap: Call = { export: "fail", args: data(7), place };

function procedures(call: Call): [string, Procedure][] {
  const all: Procedure[] = [
    { kind: "call", call, operations: 1, native: null, extras: [] },
    { kind: "warm_start", call },
    { kind: "load", call },
    { kind: "sequence", instances: 2, call },
    { kind: "grow", memory: "memory", call },
    { kind: "guarded_call", call },
    { kind: "cleanup", after: "success", call },
    { kind: "recover", trap, call },
    { kind: "exhaust_fuel", call, fuel: 1 },
  ];
  return all.map((procedure) => [procedure.kind, procedure]);
}

describe("data reaches every procedure of a core module", () => {
  it.each(procedures(adding(2)))("%s", async (_, procedure) => {
    const copy = await prepareCopy(procedure, { payload, nonce: 1, probe });
    await copy.verify();
    for (const operation of copy.operations.filter(({ kind }) => kind === "timed"))
      expect(() => Reflect.get(operation, "run")()).not.toThrow();
    await copy.finish?.();
    await copy.verify();
  });

  it.each(procedures(adding(9)))("%s, and what it left is checked", async (_, procedure) => {
    const run = async (): Promise<void> => {
      const copy = await prepareCopy(procedure, { payload, nonce: 2, probe });
      await copy.verify();
    };
    await expect(run()).rejects.toThrow("returned [2,3], expected [9,3]");
  });

  it("those that must trap", async () => {
    for (const procedure of [
      { kind: "categorize", traps: [trap] },
      { kind: "cleanup", after: "trap", call: trap },
    ] as const) {
      const copy = await prepareCopy(procedure, { payload, nonce: 3, probe });
      await copy.verify();
    }
  });

  it("and those that are observed alone", async () => {
    const scaling = { kind: "scaling", instances: [1, 2], call: adding(2) } as const;
    const { create = [] } = await observeAlone(scaling, { payload, nonce: 4, probe });
    expect(create.length).toBeGreaterThan(0);
  });
});

describe("a cold start with data", () => {
  it("leaves out the time in which it is written", async () => {
    // A clock that ticks when it is read: 0 start, 1 compiled, 2 instantiated, 3 and 4 around writing, 5 the end.
    let ticks = 0;
    const now = (): number => {
      ticks += 1;
      return ticks - 1;
    };
    const observed = await observeColdStart({ payload, call: adding(2), nonce: 5 }, now);
    expect(observed).toMatchObject({ time: 4, compile: 1, instantiate: 1, first_call: 2 });
    const numbers: Call = { export: "add", args: [4096, 1] };
    ticks = 0;
    const plain = await observeColdStart({ payload, call: numbers, nonce: 6 }, now);
    expect(plain).toMatchObject({ time: 3, compile: 1, instantiate: 1, first_call: 1 });
  });

  it("fails for what it must leave and does not", async () => {
    const wrong = observeColdStart({ payload, call: adding(9), nonce: 7 }, () => 0);
    await expect(wrong).rejects.toThrow("returned [2,3], expected [9,3]");
  });
});
