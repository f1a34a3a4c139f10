import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countCall } from "../../src/suites/count.ts";
import type { CountedCall } from "../../src/suites/counted-call.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { categorizeTrap } from "../../src/wasm/traps.ts";
import { assemble } from "../wasm/assemble.ts";

const RULES = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;

/** Host code of a user, as a module of its own. */
function hostModule(source: string): Payload["host"] {
  return { kind: "module", url: `data:text/javascript,${encodeURIComponent(source)}//`, args: [] };
}

function counted(text: string, part: Partial<CountedCall> = {}): CountedCall {
  const module = instrumentFuel(assemble(text), {
    ...RULES,
    validate: (bytes) => WebAssembly.validate(bytes),
    deferStart: true,
  });
  return {
    payload: hosted({ kind: "none", url: "", args: [] }),
    module,
    parts: [],
    call: { export: "run", args: [] },
    limit: null,
    ...part,
  };
}

function hosted(host: Payload["host"]): Payload {
  return { name: "c", side: "candidate", bytes: new Uint8Array(), host, glue: null };
}

/** Loops as often as its host says. */
const ASKS = `(module (import "host" "turns" (func $turns (result i32))) (memory (export "memory") 2)
  (func (export "run") (local i32) (local.set 0 (call $turns))
    (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`;
const ASKS_WASI = `(module
  (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "_initialize"))
  (func (export "run") (result i64)
    (drop (call $clock (i32.const 0) (i64.const 1) (i32.const 0)))
    (drop (call $random (i32.const 8) (i32.const 8)))
    (i64.xor (i64.load (i32.const 0)) (i64.load (i32.const 8)))))`;
const DIVIDE = "(drop (i32.div_u (i32.const 1) (i32.const 0)))";
const RUN = `(func (export "run"))`;
const SPIN = `(module (func (export "run") (loop $l br $l)))`;

describe("counting a call", () => {
  it("counts the call alone, and the pages after it", async () => {
    const text = `(module (memory (export "memory") 1 9) (func $start (drop (i32.const 0))) (start $start)
      (func (export "run") (result i32) (memory.grow (i32.const 2))))`;
    expect(await countCall(counted(text), 1)).toEqual({ fuel: 3, pages: 3 });
  });

  it("says that there are no pages where no memory is exported", async () => {
    expect((await countCall(counted(`(module (func (export "run")))`), 1)).pages).toBeNull();
  });

  it.each([
    "Date.now() % 97",
    "new Date().getMilliseconds() + 1",
    "performance.now() * 3",
    "Math.random() * 1000 + 1",
    "crypto.getRandomValues(new Uint8Array(4))[3] + 1",
    "randomBytes(4)[3] + 1",
    "nodeCrypto.randomFillSync(new Uint16Array(4), 2)[3] + 1",
  ])("repeats a guest whose host reads %s", async (read) => {
    const host = hostModule(
      `import nodeCrypto, { randomBytes } from "node:crypto"; export const imports = { host: { turns: () => ${read} } };`,
    );
    const order = counted(ASKS, { payload: hosted(host) });
    expect(await countCall(order, 1)).toEqual(await countCall(order, 2));
  });

  it("differs for a guest whose host reads a clock that is not pinned", async () => {
    const host = hostModule(
      "export const imports = { host: { turns: () => Number(process.hrtime.bigint() & 0x3fffn) + 1 } };",
    );
    const order = counted(ASKS, { payload: hosted(host) });
    const seen = new Set<number>();
    for (let nonce = 1; nonce <= 8; nonce += 1) seen.add((await countCall(order, nonce)).fuel);
    expect(seen.size).toBeGreaterThan(1);
  });

  it("starts the state of host code anew for every count", async () => {
    const host = hostModule(
      "let calls = 0; export const imports = { host: { turns: () => (calls += 1) } };",
    );
    const order = counted(ASKS, { payload: hosted(host) });
    expect((await countCall(order, 11)).fuel).toBe((await countCall(order, 12)).fuel);
  });

  it("gives a WASI guest the same time and the same random bytes every time", async () => {
    const payload = hosted({ kind: "wasi", url: "", args: [] });
    const first = counted(ASKS_WASI, { payload });
    const { fuel } = await countCall(first, 1);
    expect(fuel).toBeGreaterThan(0);
    const wrong = { ...first, call: { export: "run", args: [], expect: 0n } };
    const messages = await Promise.allSettled([countCall(wrong, 2)]);
    const again = await Promise.allSettled([countCall(wrong, 3)]);
    expect(again).toEqual(messages);
  });

  it("puts the clocks back, also after a failure", async () => {
    const before = [Date, Math.random, Object.hasOwn(performance, "now"), randomBytes];
    await expect(countCall(counted(SPIN, { limit: 100 }), 1)).rejects.toThrow("fuel exhausted");
    expect([Date, Math.random, Object.hasOwn(performance, "now"), randomBytes]).toEqual(before);
  });

  it("ends a guest beyond its limit, as exhausted", async () => {
    const thrown = await countCall(counted(SPIN, { limit: 10_000 }), 1).catch(
      (error: unknown) => error,
    );
    expect(categorizeTrap(thrown)).toBe("fuel exhausted");
  });

  it("lets a call pass that needs exactly its limit, and no call that needs one more", async () => {
    const text = `(module (func (export "run") (drop (i32.add (i32.const 1) (i32.const 1)))))`;
    expect((await countCall(counted(text, { limit: 4 }), 1)).fuel).toBe(4);
    const tight = `(module (func (export "run") (drop (i32.const 1)) (loop)))`;
    await expect(countCall(counted(tight, { limit: 1 }), 1)).rejects.toThrow("fuel exhausted");
  });

  it("checks the result", async () => {
    const text = `(module (func (export "run") (result i32) (i32.const 1)))`;
    const order = counted(text, { call: { export: "run", args: [], expect: 2 } });
    await expect(countCall(order, 1)).rejects.toThrow("expected 2");
  });

  it.each([
    // 1 for the entry and 1 a call, 1 and 4 operators a turn; the division and its constants are not written back.
    ["a trap in the call", `(func (export "run") (call $turn) (call $turn) ${DIVIDE})`, 13],
    ["a trap in the start function", `(func $s (call $turn) unreachable) (start $s) ${RUN}`, 7],
    ["a wrong result", `(func (export "run") (result i32) (i32.const 1))`, 2],
  ])("tells what was consumed before %s", async (_, fields, fuel) => {
    const text = `(module (func $turn (drop (i32.eqz (i32.eqz (i32.eqz (i32.const 1)))))) ${fields})`;
    const order = counted(text, { call: { export: "run", args: [], expect: 2 } });
    const told: number[] = [];
    await expect(countCall(order, 1, (spent) => told.push(spent))).rejects.toThrow();
    expect(told).toEqual([fuel]);
  });

  it("shows host code no export that holds the budget", async () => {
    const host = hostModule(
      "export const createImports = ({ getInstance }) => ({ host: { turns: () => Object.keys(getInstance().exports).length } });",
    );
    // Two exports, run and memory: 2 turns. More would cost more.
    const two = hostModule("export const imports = { host: { turns: () => 2 } };");
    const seen = await countCall(counted(ASKS, { payload: hosted(host) }), 1);
    expect(seen).toEqual(await countCall(counted(ASKS, { payload: hosted(two) }), 1));
  });
});
