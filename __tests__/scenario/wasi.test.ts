import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 2, rounds: 2, copies: 1, warmup: 1ms, block: 500us, time: 100ms, samples: 1, timeout: 20s }\n";

const NAMES = "wasi_snapshot_preview1";

/** A reactor: `file` opens default.input in its first folder; answers are bytes read × 1000 and the first of them. */
const READER = `(module
  (import "${NAMES}" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "${NAMES}" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "${NAMES}" "fd_close" (func $close (param i32) (result i32)))
  (import "${NAMES}" "args_sizes_get" (func $args (param i32 i32) (result i32)))
  (import "${NAMES}" "environ_sizes_get" (func $environ (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global $ready (mut i32) (i32.const 0))
  (data (i32.const 100) "default.input")
  (func (export "_initialize") (global.set $ready (i32.const 1)))
  (func (export "ready") (result i32) (global.get $ready))
  (func $first (param $fd i32) (result i32)
    (i32.store (i32.const 0) (i32.const 1000)) (i32.store (i32.const 4) (i32.const 64))
    (if (call $read (local.get $fd) (i32.const 0) (i32.const 1) (i32.const 8)) (then (return (i32.const -1))))
    (i32.add (i32.mul (i32.load (i32.const 8)) (i32.const 1000)) (i32.load8_u (i32.const 1000))))
  (func (export "file") (result i32) (local $error i32)
    (local.set $error (call $open (i32.const 3) (i32.const 0) (i32.const 100) (i32.const 13) (i32.const 0)
      (i64.const 2) (i64.const 2) (i32.const 0) (i32.const 12)))
    (if (local.get $error) (then (return (i32.sub (i32.const 0) (local.get $error)))))
    (call $first (i32.load (i32.const 12)))
    (drop (call $close (i32.load (i32.const 12)))))
  (func (export "args") (result i32) (drop (call $args (i32.const 0) (i32.const 4))) (i32.load (i32.const 0)))
  (func (export "vars") (result i32) (drop (call $environ (i32.const 0) (i32.const 4))) (i32.load (i32.const 0))))`;

/** A command that prints, and ends with 3 unless its input begins with "i". */
const COMMAND = `(module
  (import "${NAMES}" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "${NAMES}" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (import "${NAMES}" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "noise {\\"type\\":\\"report\\"}\\n")
  (func (export "_start")
    (i32.store (i32.const 0) (i32.const 16)) (i32.store (i32.const 4) (i32.const 24))
    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (i32.store (i32.const 0) (i32.const 1000)) (i32.store (i32.const 4) (i32.const 64))
    (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
    (if (i32.ne (i32.load8_u (i32.const 1000)) (i32.const 105)) (then (call $exit (i32.const 3))))))`;

/** A component that counts its arguments. */
const COUNTS = `(component
  (import "wasi:cli/environment@0.2.0" (instance $env (export "get-arguments" (func (result (list string))))))
  (core module $libc (memory (export "memory") 1) (global $at (mut i32) (i32.const 1024))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (local i32)
      (if (i32.gt_u (global.get $at) (i32.const 60000)) (then (global.set $at (i32.const 1024))))
      (local.set 4 (global.get $at))
      (global.set $at (i32.and (i32.add (i32.add (global.get $at) (local.get 3)) (i32.const 7)) (i32.const -8)))
      (local.get 4)))
  (core instance $libc (instantiate $libc))
  (alias core export $libc "memory" (core memory $mem))
  (alias core export $libc "realloc" (core func $realloc))
  (core func $args (canon lower (func $env "get-arguments") (memory $mem) (realloc $realloc)))
  (core module $m (import "e" "args" (func $args (param i32))) (import "libc" "memory" (memory 1))
    (func (export "count") (result i32) (call $args (i32.const 0)) (i32.load (i32.const 4))))
  (core instance $e (export "args" (func $args)))
  (core instance $i (instantiate $m (with "e" (instance $e)) (with "libc" (instance $libc))))
  (func (export "count") (result u32) (canon lift (core func $i "count"))))`;

const WASI = `wasi: { preopens: { ".": inputs }, env: { LEVEL: "9" }, args: [a, b], stdin: inputs/default.input }`;
const INPUT = "input";
/** All of the input, and the code of its "i". */
const ANSWER = INPUT.length * 1000 + 105;

const READS = `execution: [{ name: file, export: file, expect: ${ANSWER} }, { name: args, export: args, expect: 3 },
      { name: vars, export: vars, expect: 1 }, { name: ready, export: ready, expect: 1 }]`;

function configOf(wasi = WASI): string {
  return `${THIN}components:
  - { name: reader, path: reader.wat, suites: [execution], ${wasi}, ${READS} }
  - { name: command, path: command.wat, suites: [execution], ${wasi} }
  - { name: counts, path: counts.wat, suites: [execution], ${wasi}, execution: [{ name: count, export: count, expect: 3 }] }
`;
}

const FILES = {
  "wasm-bench.yml": configOf(),
  "reader.wat": READER,
  "command.wat": COMMAND,
  "counts.wat": COUNTS,
  "inputs/default.input": INPUT,
};

interface Result {
  readonly benchmarks: readonly {
    readonly benchmark: { readonly id: string };
    readonly pairing: string;
    readonly definitionChange?: string;
    readonly visits: readonly { readonly output: string }[];
  }[];
  readonly judgement: {
    readonly benchmarks: readonly { readonly id: string; readonly verdict: string }[];
  };
}

function resultIn(folder: string): Result {
  return JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as Result;
}

describe("a guest with WASI finds what the configuration gives it", () => {
  it("files, variables, arguments and input, without a host, in every run and copy", () => {
    const folder = folderWith(FILES);
    const saved = wasmBench(folder, "save", "main", "--json", "result.json");
    expect(saved.code, saved.out + saved.err).toBe(0);
    const { benchmarks } = resultIn(folder);
    const command = benchmarks.find(({ benchmark }) => benchmark.id.endsWith("/command"));
    expect(command?.visits[0]?.output).toContain('noise {"type":"report"}');
    expect(saved.out).not.toContain("noise");

    writeFileSync(join(folder, "inputs/more"), "x");
    const changed = wasmBench(folder, "run", "--filter", "file", "--json", "result.json");
    const [file] = resultIn(folder).benchmarks;
    expect(file, changed.out + changed.err).toMatchObject({ definitionChange: "redefined" });
    expect(file?.visits.length).toBeGreaterThan(0);

    const fuel = wasmBench(folder, "fuel", "reader.wat", "file");
    expect(fuel.out, fuel.err).toMatch(/^fuel +\d+/m);
    const command2 = wasmBench(folder, "fuel", "command.wat", "_start");
    expect(command2.out, command2.err).toMatch(/^fuel +\d+/m);
    const compared = wasmBench(folder, "compare", "reader.wat", "reader.wat", "-f", "file");
    expect(compared.code, compared.out + compared.err).toBe(0);
  });

  it("of components too: files that each instance has anew, and an input from its first byte", async () => {
    const folder = folderWith({ "inputs/default.input": INPUT });
    const entry = pathToFileURL(join(inject("bundle"), "measure", "wasi", "index.js")).href;
    const { prepareWasi } = (await import(entry)) as {
      prepareWasi: (inputs: object) => () => Wasi;
    };
    const create = prepareWasi({
      args: ["a"],
      env: { LEVEL: "9" },
      preopens: { "/data": join(folder, "inputs") },
      stdin: join(folder, "inputs", "default.input"),
    });
    const readBack = () => {
      const wasi = create();
      const [[descriptor, name]] = wasi["wasi:filesystem/preopens"].getDirectories();
      const file = descriptor.openAt({}, "default.input", {}, { read: true, write: true });
      const [before] = file.read(64n, 0n);
      file.write(new TextEncoder().encode("!"), 0n);
      const stdin = wasi["wasi:cli/stdin"].getStdin();
      const parts = [textOf(stdin.blockingRead(3n)), textOf(stdin.blockingRead(64n))];
      return {
        name,
        file: textOf(before),
        parts,
        end: () => stdin.blockingRead(1n),
        environment: wasi["wasi:cli/environment"].getEnvironment(),
        args: wasi["wasi:cli/environment"].getArguments(),
      };
    };
    for (const time of [1, 2]) {
      const { end, ...read } = readBack();
      expect(read, String(time)).toEqual({
        name: "/data",
        file: INPUT,
        parts: ["inp", "ut"],
        environment: [["LEVEL", "9"]],
        args: ["component", "a"],
      });
      expect(end).toThrow(expect.objectContaining({ payload: { tag: "closed" } }));
    }
    expect(readFileSync(join(folder, "inputs/default.input"), "utf8")).toBe(INPUT);
  });
});

interface Wasi {
  readonly "wasi:filesystem/preopens": { readonly getDirectories: () => [[Descriptor, string]] };
  readonly "wasi:cli/stdin": {
    readonly getStdin: () => { readonly blockingRead: (length: bigint) => Uint8Array };
  };
  readonly "wasi:cli/environment": {
    readonly getEnvironment: () => unknown;
    readonly getArguments: () => unknown;
  };
}

interface Descriptor {
  readonly openAt: (...args: unknown[]) => Descriptor;
  readonly read: (length: bigint, offset: bigint) => [Uint8Array, boolean];
  readonly write: (bytes: Uint8Array, offset: bigint) => bigint;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe("what is given through WASI and cannot be", () => {
  it.each<[string, string, RegExp]>([
    [
      "a folder elsewhere",
      "wasi: { preopens: { '.': ../out } }",
      /lies outside of the configuration's folder/,
    ],
    [
      "a link out of the folder",
      "wasi: { preopens: { '.': linked } }",
      /linked\/out is a link that leads out/,
    ],
    [
      "a folder that is missing",
      "wasi: { preopens: { '.': none } }",
      /`wasi.preopens "."`: none is missing/,
    ],
    ["an input that is missing", "wasi: { stdin: none }", /`wasi.stdin`: none is missing/],
  ])("is refused before anything runs: %s", (_, wasi, fault) => {
    const folder = folderWith({ ...FILES, "wasm-bench.yml": configOf(wasi), "linked/a": "" });
    symlinkSync("/etc", join(folder, "linked/out"));
    const { code, err } = wasmBench(folder, "run");
    expect(err).toMatch(fault);
    expect(code).toBe(2);
  });

  it.each<[string, string, RegExp]>([
    ["glue", "glue.mjs", /glue brings its own/],
    ["a module without WASI", "plain.wat", /imports none/],
  ])("is refused for %s", (_, path, fault) => {
    const folder = folderWith({
      "wasm-bench.yml": `components: [{ name: thing, path: ${path}, wasi: { args: [a] } }]`,
      "plain.wat": `(module (func (export "run")))`,
      "glue.mjs": "export const run = () => 1;",
    });
    const { code, err } = wasmBench(folder, "run");
    expect(err).toMatch(fault);
    expect(code).toBe(2);
  });
});
