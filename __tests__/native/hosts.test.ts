import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openNative } from "../../src/native.ts";
import { createGuestFactory, type Guest } from "../../src/suites/guest.ts";
import { openNativeBy, releaseNative } from "../../src/suites/open-native.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { prepareCopy } from "../../src/suites/prepare.ts";
import { assemble } from "../wasm/assemble.ts";
import { describeNative } from "./native-library.ts";
import { nativePayload } from "./native-payload.ts";

const WASI = "wasi_snapshot_preview1";

/** A reactor that tells how often it was initialised, its arguments, variables, input and a file. */
const READER = `(module
  (import "${WASI}" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "${WASI}" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "${WASI}" "args_sizes_get" (func $args (param i32 i32) (result i32)))
  (import "${WASI}" "environ_sizes_get" (func $environ (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global $ready (mut i32) (i32.const 0))
  (data (i32.const 100) "file.txt")
  (func (export "_initialize") (global.set $ready (i32.add (global.get $ready) (i32.const 1))))
  (func (export "ready") (result i32) (global.get $ready))
  (func $first (param $fd i32) (result i32)
    (i32.store (i32.const 0) (i32.const 1000)) (i32.store (i32.const 4) (i32.const 64))
    (if (call $read (local.get $fd) (i32.const 0) (i32.const 1) (i32.const 8)) (then (return (i32.const -1))))
    (i32.add (i32.mul (i32.load (i32.const 8)) (i32.const 1000)) (i32.load8_u (i32.const 1000))))
  (func (export "input") (result i32) (call $first (i32.const 0)))
  (func (export "file") (result i32) (local $error i32)
    (local.set $error (call $open (i32.const 3) (i32.const 0) (i32.const 100) (i32.const 8) (i32.const 0)
      (i64.const 2) (i64.const 2) (i32.const 0) (i32.const 12)))
    (if (local.get $error) (then (return (i32.sub (i32.const 0) (local.get $error)))))
    (call $first (i32.load (i32.const 12))))
  (func (export "args") (result i32) (drop (call $args (i32.const 0) (i32.const 4))) (i32.load (i32.const 0)))
  (func (export "vars") (result i32) (drop (call $environ (i32.const 0) (i32.const 4))) (i32.load (i32.const 0))))`;

const ENDS = (code: number): string => `(module
  (import "${WASI}" "proc_exit" (func $exit (param i32))) (memory (export "memory") 1)
  (func (export "_start") (call $exit (i32.const ${code}))))`;

const MARKED = `(module (import "bench" "start" (func $start)) (import "bench" "end" (func $end))
  (func (export "_start") (local i32) (call $start) (local.set 0 (i32.const 100000))
    (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (call $end)))`;

const CALLS = `(module (import "mine" "log" (func $log (param i32 i32))) (memory (export "memory") 1)
  (data (i32.const 16) "hello")
  (func (export "run") (result i32) (call $log (i32.const 16) (i32.const 5)) (i32.load8_u (i32.const 16))))`;

const folder = mkdtempSync(join(tmpdir(), "native-hosts-"));

describeNative("a host on a native engine", (engine) => {
  beforeAll(() => {
    openNativeBy(openNative);
    writeFileSync(join(folder, "file.txt"), "abc");
    writeFileSync(join(folder, "input"), "input");
  });
  afterAll(() => {
    releaseNative();
    rmSync(folder, { recursive: true });
  });

  const payloadOf = (text: string, more: Partial<Payload> = {}): Payload =>
    nativePayload(assemble(text), engine, more);
  const guestOf = async (text: string, more: Partial<Payload> = {}): Promise<Guest> =>
    (await createGuestFactory(payloadOf(text, more), 1)).create();
  const command = (text: string) =>
    prepareCopy(
      {
        kind: "call",
        call: { export: "_start", args: [] },
        operations: 1,
        native: null,
        extras: [],
      },
      {
        payload: payloadOf(text),
        nonce: 1,
        probe: { privateBytes: () => 0, collect: () => 0, now: () => 0 },
      },
    );

  it("gives WASI its arguments, variables, folders and input, to every instance from the beginning", async () => {
    const wasi = {
      args: ["a", "b"],
      env: { LEVEL: "9" },
      preopens: { ".": folder },
      stdin: join(folder, "input"),
    };
    const { create } = await createGuestFactory(payloadOf(READER, { wasi }), 1);
    const told = [create(), create()].map(({ find }) =>
      ["ready", "args", "vars", "input", "file"].map((name) => find(name)()),
    );
    expect(told).toEqual(Array(2).fill([1, 3, 1, 5105, 3097]));
  });

  it("gives WASI nothing where nothing is configured", async () => {
    const { find } = await guestOf(READER);
    expect(["args", "vars", "input"].map((name) => find(name)())).toEqual([1, 0, 0]);
    expect(Number(find("file")())).toBeLessThan(0);
  });

  it("names a folder that WASI cannot open", async () => {
    const wasi = { args: [], env: {}, preopens: { ".": join(folder, "absent") }, stdin: null };
    await expect(guestOf(READER, { wasi })).rejects.toThrow(
      `the folder ${join(folder, "absent")} cannot be opened for the guest`,
    );
  });

  it("runs a command to its end, in a new instance every time", async () => {
    const { operations, verify } = await command(ENDS(0));
    expect(verify).not.toThrow();
    expect(operations.map(({ kind }) => kind)).toEqual(["observed"]);
  });

  it("tells the code of a command that fails", async () => {
    const { verify } = await command(ENDS(3));
    expect(verify).toThrow("the guest exited with code 3");
  });

  it("observes what a command marks by itself", async () => {
    const { operations } = await command(MARKED);
    const [operation] = operations;
    const observe = operation?.kind === "observed" ? operation.observe : () => null;
    expect((await observe())?.wallNs).toBeGreaterThan(0);
  });

  it("calls an imports module back, which sees the memory of its instance", async () => {
    const path = join(folder, "imports.mjs");
    writeFileSync(
      path,
      `export const seen = [];
       export const createImports = ({ getInstance }) => ({ mine: { log: (at, length) => {
         const bytes = new Uint8Array(getInstance().exports.memory.buffer, at, length);
         seen.push(new TextDecoder().decode(bytes)); bytes[0] = 74; } } });`,
    );
    const url = pathToFileURL(path).href;
    const { find } = await guestOf(CALLS, { host: { kind: "module", url, args: [] } });
    expect(find("run")()).toBe(74);
    const { seen } = (await import(url)) as { seen: unknown };
    expect(seen).toEqual(["hello"]);
  });

  it("lets an imports module give WASI in place of the engine's", async () => {
    const path = join(folder, "own-wasi.mjs");
    writeFileSync(
      path,
      `export const imports = { ${WASI}: { proc_exit: (code) => { throw new Error("mine " + code); } } };`,
    );
    const host = { kind: "module", url: pathToFileURL(path).href, args: [] } as const;
    const { find } = await guestOf(ENDS(4), { host });
    expect(() => find("_start")()).toThrow("mine 4");
  });
});
