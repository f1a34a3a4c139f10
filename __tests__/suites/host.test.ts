import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { callOnce, createGuestFactory, type Guest } from "../../src/suites/guest.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { needsOf } from "../../src/wasm/module-needs.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-host-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NONE: Payload["host"] = { kind: "none", url: "", args: [] };

function hostModule(name: string, code: string): Payload["host"] {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return { kind: "module", url: pathToFileURL(path).href, args: [] };
}

async function guestOf(text: string, more: Partial<Payload> = {}): Promise<Guest> {
  const bytes = assemble(text);
  const needs = needsOf(readModule(bytes));
  const payload = { name: "g", side: "candidate", bytes, host: NONE, glue: null, needs } as const;
  return (await createGuestFactory({ ...payload, ...more }, 1)).create();
}

const reactor = (imports = ""): string => `(module ${imports}
  (global $ready (mut i32) (i32.const 0))
  (func (export "_initialize") (global.set $ready (i32.add (global.get $ready) (i32.const 1))))
  (func (export "ready") (result i32) (global.get $ready)))`;
const READY = { export: "ready", args: [], expect: 1 };
const YIELDS = `(import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))`;

describe("a reactor is initialised once before its first call", () => {
  it("without imports, with WASI, and with an imports module", async () => {
    const host = hostModule("step", "export const imports = { env: { step: () => 1 } };");
    const guests = [
      await guestOf(reactor()),
      await guestOf(reactor(YIELDS)),
      await guestOf(reactor(`(import "env" "step" (func (result i32)))`), { host }),
      await guestOf(reactor(`${YIELDS} (import "env" "step" (func (result i32)))`), { host }),
    ];
    for (const guest of guests) expect(callOnce(guest, READY)).toBe(1);
  });

  it("and a module that is a command is not", async () => {
    const guest = await guestOf(reactor(`(func (export "_start"))`));
    expect(callOnce(guest, { ...READY, expect: 0 })).toBe(0);
  });
});

describe("WASI", () => {
  const COUNTS = `(module
    (import "wasi_snapshot_preview1" "args_sizes_get" (func $args (param i32 i32) (result i32)))
    (import "env" "memory" (memory 1))
    (func (export "count") (result i32)
      (if (call $args (i32.const 0) (i32.const 4)) (then (return (i32.const -1))))
      (i32.load (i32.const 0))))`;

  it("works in a memory that is imported, and gets what is configured", async () => {
    const wasi = { args: ["a", "b"], env: {}, preopens: {}, stdin: null };
    const guest = await guestOf(COUNTS, { wasi });
    expect(callOnce(guest, { export: "count", args: [] })).toBe(3);
    expect(guest.session?.memories).toHaveLength(1);
  });

  it("is the imports module's where that gives its own", async () => {
    const host = hostModule(
      "own",
      "export const imports = { wasi_snapshot_preview1: { args_sizes_get: () => 28 } };",
    );
    const guest = await guestOf(COUNTS, { host });
    expect(callOnce(guest, { export: "count", args: [] })).toBe(-1);
    expect(guest.session?.start).toBeNull();
  });
});

describe("the input of a guest", () => {
  const READS = `(module
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "next") (result i32)
      (i32.store (i32.const 0) (i32.const 100)) (i32.store (i32.const 4) (i32.const 2))
      (i32.store (i32.const 8) (i32.const 102)) (i32.store (i32.const 12) (i32.const 1))
      (drop (call $read (i32.const 0) (i32.const 0) (i32.const 2) (i32.const 16)))
      (i32.load (i32.const 16))))`;

  it("is read from its first byte by each, into several buffers, to its end", async () => {
    const stdin = join(folder, "input");
    writeFileSync(stdin, "12345");
    const wasi = { args: [], env: {}, preopens: {}, stdin };
    const bytes = assemble(READS);
    const needs = needsOf(readModule(bytes));
    const payload = { name: "g", side: "candidate", bytes, host: NONE, glue: null } as const;
    const { create } = await createGuestFactory({ ...payload, needs, wasi }, 1);
    for (const guest of [create(), create()]) {
      const next = (): unknown => callOnce(guest, { export: "next", args: [] });
      expect([next(), next(), next()]).toEqual([3, 2, 0]);
    }
  });
});
