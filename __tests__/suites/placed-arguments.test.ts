import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Call } from "../../src/model/benchmark.ts";
import type { DataPlace, ExpectedData } from "../../src/model/data-place.ts";
import { countCall } from "../../src/suites/count.ts";
import type { CallCount } from "../../src/suites/counted-call.ts";
import { callOnce, type Guest, instantiate, verifyCall } from "../../src/suites/guest.ts";
import { createSessionFactory } from "../../src/suites/host.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { assemble } from "../wasm/assemble.ts";

/** A bump allocator from 4096 that counts what is given back; `add` adds 1 to every byte, `sum` adds them up. */
const TEXT = `(module (memory (export "memory") 1) (global $next (mut i32) (i32.const 4096))
  (global (export "freed") (mut i32) (i32.const 0))
  (func (export "alloc") (param i32) (result i32) global.get $next
    global.get $next local.get 0 i32.add global.set $next)
  (func (export "free") (param i32 i32) global.get 1 local.get 1 i32.add global.set 1)
  (func (export "none") (param i32) (result i32) i32.const 0)
  (func (export "high") (param i32) (result i32) i32.const -16)
  (func (export "dies") (param i32) (result i32) unreachable)
  (func (export "pair") (param i32 i32) (result i32 i32) local.get 0 local.get 1)
  (func (export "add") (param i32 i32) (result i32) (local i32)
    loop
      local.get 0 local.get 2 i32.add local.get 0 local.get 2 i32.add i32.load8_u i32.const 1 i32.add i32.store8
      local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
    end local.get 0)
  (func (export "sum") (param i32 i32 i32 i32) (result i32) (local i32)
    loop
      local.get 4 local.get 0 i32.load8_u i32.add local.get 2 i32.load8_u i32.add local.set 4
      local.get 0 i32.const 1 i32.add local.set 0 local.get 2 i32.const 1 i32.add local.set 2
      local.get 1 i32.const 1 i32.sub local.tee 1 br_if 0
    end local.get 4))`;

const PAYLOAD = {
  name: "c",
  side: "candidate" as const,
  bytes: new Uint8Array(),
  host: { kind: "none" as const, url: "", args: [] },
  glue: null,
};

const ALLOC: DataPlace = { alloc: "alloc", free: null, at: null };

function exported<Kind>(guest: Guest, name: string): Kind {
  return guest.instance?.exports[name] as Kind;
}

async function guestOf(text: string): Promise<Guest> {
  const module = new WebAssembly.Module(assemble(text));
  return instantiate(module, await createSessionFactory(PAYLOAD));
}

function call(name: string, data: readonly number[][], part: Partial<Call> = {}): Call {
  const args = data.map((one) => Uint8Array.from(one)) as unknown as Call["args"];
  return { export: name, args, place: ALLOC, ...part };
}

const answering = (part: Partial<ExpectedData>): { answer: ExpectedData } => ({
  answer: { bytes: null, sha256: null, at: "result", length: null, ...part },
});

describe("data in the memory of a core module", () => {
  it("is written where its allocator says, and handed over as pointer and length", async () => {
    const guest = await guestOf(TEXT);
    // 1 + 2 + 10 + 20
    expect(
      callOnce(
        guest,
        call("sum", [
          [1, 2],
          [10, 20],
        ]),
      ),
    ).toBe(33);
  });

  it("is written once for an instance, however often it is called", async () => {
    const guest = await guestOf(TEXT);
    const repeated = call("pair", [[1, 2, 3]]);
    expect(callOnce(guest, repeated)).toEqual([4096, 3]);
    expect(callOnce(guest, repeated)).toEqual([4096, 3]);
    expect(callOnce(await guestOf(TEXT), repeated)).toEqual([4096, 3]);
  });

  it("begins at a fixed address, one behind another", async () => {
    const guest = await guestOf(TEXT);
    const place = { alloc: null, free: null, at: 1024 };
    expect(callOnce(guest, call("pair", [[1, 2, 3]], { place }))).toEqual([1024, 3]);
    expect(
      callOnce(
        guest,
        call(
          "sum",
          [
            [1, 2],
            [10, 20],
          ],
          { place },
        ),
      ),
    ).toBe(33);
    const bytes = new Uint8Array(exported<WebAssembly.Memory>(guest, "memory").buffer);
    expect(Array.from(bytes.slice(1040, 1042))).toEqual([10, 20]);
  });

  it("is fresh for every call that is checked, where it can be given back", async () => {
    const guest = await guestOf(TEXT);
    const place = { ...ALLOC, free: "free" };
    const changing = call("add", [[1, 2]], { place, ...answering({ bytes: Uint8Array.of(2, 3) }) });
    verifyCall(guest, changing);
    verifyCall(guest, changing);
    expect(exported<WebAssembly.Global>(guest, "freed").value).toBe(4);
    const kept = call("add", [[1, 2]], answering({ bytes: Uint8Array.of(2, 3) }));
    verifyCall(guest, kept);
    expect(() => verifyCall(guest, kept)).toThrow("returned [3,4], expected [2,3]");
  });

  it.each([
    [
      "none",
      "alloc: none returned 0 for data of 2 bytes, which is no place for it; name an export",
    ],
    ["high", "data of 2 bytes at 4294967280 does not fit into the memory of 65536 bytes"],
    ["dies", "alloc: dies failed for data of 2 bytes: unreachable; name another export"],
    ["absent", 'there is no exported function "absent"'],
  ])("is refused with the reason where %s is no allocator", async (alloc, words) => {
    const guest = await guestOf(TEXT);
    const place = { ...ALLOC, alloc };
    expect(() => callOnce(guest, call("pair", [[1, 2]], { place }))).toThrow(words);
  });

  it("needs a memory", async () => {
    const guest = await guestOf(`(module (func (export "run") (param i32 i32)))`);
    const place = { alloc: null, free: null, at: 0 };
    expect(() => callOnce(guest, call("run", [[1]], { place }))).toThrow(
      "the module exports none; export it",
    );
  });

  it("has pointers of 64 bits in a memory that has", async () => {
    const guest = await guestOf(`(module (memory (export "memory") i64 1)
      (func (export "alloc") (param i64) (result i64) i64.const 512)
      (func (export "load") (param i64 i64) (result i32) local.get 0 i32.load8_u))`);
    const place = { ...ALLOC, isWide: true };
    expect(callOnce(guest, call("load", [[7, 8]], { place }))).toBe(7);
  });
});

describe("what a call leaves in memory", () => {
  const hash = (...values: number[]): string =>
    createHash("sha256").update(Uint8Array.from(values)).digest("hex");

  it.each([
    ["under its pointer", "add", { bytes: Uint8Array.of(2, 3) }],
    ["under its argument", "add", { bytes: Uint8Array.of(2, 3), at: { argument: 0 } }],
    ["at an address", "add", { bytes: Uint8Array.of(3), at: 4097 }],
    ["by its hash", "add", { sha256: hash(2, 3), length: 2 }],
    ["as long as it says", "pair", { sha256: hash(1, 2), length: "result" as const }],
  ])("is found %s", async (_, name, part) => {
    expect(() => callOnce(guest, call(name, [[1, 2]], answering(part)))).not.toThrow();
  });

  it.each([
    ["add", { bytes: Uint8Array.of(9, 3) }, "add(2 bytes) returned [2,3], expected [9,3]"],
    [
      "pair",
      { bytes: Uint8Array.of(1), length: "result" as const },
      "returned [1,2], expected [1]",
    ],
    ["add", { sha256: "0".repeat(64), length: 2 }, `expected "sha256 ${"0".repeat(64)}"`],
    ["add", { bytes: Uint8Array.of(1), at: 70_000 }, "does not fit into the memory"],
  ])("is a wrong result of %s where it is another", async (name, part, words) => {
    const guest = await guestOf(TEXT);
    expect(() => callOnce(guest, call(name, [[1, 2]], answering(part)))).toThrow(words);
  });

  let guest: Guest;
  beforeEach(async () => {
    guest = await guestOf(TEXT);
  });
});

describe("fuel of a call with data", () => {
  it("is that of the call alone", async () => {
    const validate = (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes);
    const rules = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;
    const module = instrumentFuel(assemble(TEXT), { ...rules, validate, deferStart: true });
    const count = (counted: Call): Promise<CallCount> =>
      countCall({ payload: PAYLOAD, module, parts: [], call: counted, limit: null }, 1);
    const place = { alloc: null, free: null, at: 4096 };
    const [taken, fixed] = [
      await count(call("add", [[1, 2, 3]])),
      await count(call("add", [[1, 2, 3]], { place })),
    ];
    const numbers: Call = { export: "add", args: [4096, 3] };
    expect(taken.fuel).toBe((await count(numbers)).fuel);
    expect(fixed.fuel).toBe(taken.fuel);
  });
});
