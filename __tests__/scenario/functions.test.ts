import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

/** `run` decodes in a loop and copies once; names as compilers of Rust and C++ make them. */
const guest = (decode: string, hash: string): string => `(module (memory (export "memory") 1)
  (func $_ZN7mycrate12decode_block17h${hash}E (param i32) (local i32)
    (loop ${decode} local.get 1 i32.const 1 i32.add local.set 1 call $_RNvCs1234_7mycrate4step
      local.get 1 local.get 0 i32.lt_u br_if 0))
  (func $_RNvCs1234_7mycrate4step i32.const 1 drop)
  (func $_Z4copyPv nop)
  (func (export "run") (param i32)
    call $_Z4copyPv local.get 0 call $_ZN7mycrate12decode_block17h${hash}E))`;

const GLUE = `import { readFileSync } from "node:fs";
const bytes = readFileSync(new URL("./sum.wasm", import.meta.url));
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
export const run = (n) => exports.twice(n);
`;
const SUM = `(module (func $inner (param i32) (result i32) local.get 0 i32.const 1 i32.add)
  (func (export "twice") (param i32) (result i32)
    local.get 0 call $inner local.get 0 call $inner i32.add))`;

const folder = folderWith({
  "base.wat": guest("", "0123456789abcdef"),
  "candidate.wat": guest("i32.const 5 drop", "fedcba9876543210"),
  "trap.wat": '(module (func (export "run") unreachable))',
  "glue.mjs": GLUE,
  "part.component.wat": `(component
    (core module $m (func $inner (param i32) (result i32) local.get 0 i32.const 1 i32.add)
      (func (export "run") (param i32) (result i32) local.get 0 call $inner))
    (core instance $i (instantiate $m))
    (func (export "run") (param "n" u32) (result u32) (canon lift (core func $i "run"))))`,
});

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

describe("wasm-bench fuel --functions", () => {
  it("tells calls and fuel by demangled name, and writes stacks and numbers that add up", () => {
    const files = ["--folded", "stacks.txt", "--json", "fuel.json"];
    const { code, out } = wasmBench(
      folder,
      "fuel",
      "base.wat",
      "run",
      "10",
      "--functions",
      ...files,
    );
    expect(code).toBe(0);
    // Entry 1; ten turns of nine operators but for the loop itself; then entry and constant of each step.
    expect(out).toMatch(/^mycrate::decode_block +1 +91 +[\d.]+ % +111 /m);
    expect(out).toMatch(/^mycrate::step +10 +20 /m);
    expect(out).toMatch(/^copy\(void\*\) +1 +1 /m);
    const told = JSON.parse(read("fuel.json")) as {
      fuel: readonly number[];
      functions: readonly { self: number }[];
    };
    expect(told.functions.reduce((sum, { self }) => sum + self, 0)).toBe(told.fuel[0]);
    const stacks = read("stacks.txt").trim().split("\n");
    expect(stacks).toContain("run;mycrate::decode_block;mycrate::step 20");
    expect(stacks.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0)).toBe(
      told.fuel[0],
    );
  });

  it("tells the functions inside of glue and of a component", () => {
    writeFileSync(join(folder, "sum.wasm"), assemble(SUM));
    const glue = wasmBench(folder, "fuel", "glue.mjs", "run", "3", "--functions").out;
    expect(glue).toMatch(/^inner +2 +8 /m);
    const component = wasmBench(folder, "fuel", "part.component.wat", "run(3)", "--functions").out;
    expect(component).toMatch(/^inner +1 +4 /m);
  });

  it("fails as without it where the call traps", () => {
    const { code, out } = wasmBench(folder, "fuel", "trap.wat", "run", "--functions");
    expect(code).toBe(1);
    expect(out).toContain("trap (unreachable)");
    expect(out).not.toContain("with callees");
  });
});

describe("wasm-bench size", () => {
  it("tells functions and crates by name, and matches them in another build", () => {
    const one = wasmBench(folder, "size", "base.wat").out;
    expect(one).toMatch(/^mycrate::decode_block +\d+$/m);
    expect(one).toMatch(/^mycrate +\d+$/m);
    const { out } = wasmBench(folder, "size", "base.wat", "candidate.wat", "--json", "size.json");
    expect(out).toMatch(/^mycrate::decode_block +\d+ +\d+ +\+3$/m);
    expect(out).not.toContain("gone");
    const { files, changes } = JSON.parse(read("size.json")) as {
      files: readonly { crates: readonly { name: string }[] }[];
      changes: { functions: readonly unknown[] };
    };
    expect(files.map(({ crates }) => crates[0]?.name)).toEqual(["mycrate", "mycrate"]);
    expect(changes.functions).toHaveLength(1);
  });
});

describe("a comparison whose fuel moved", () => {
  it("names the function in terminal, page and result", () => {
    const files = ["--json", "result.json", "--html", "report.html"];
    const measure = ["--suite", "execution", "--quick", "--call", "run(100)"];
    const { code, out } = wasmBench(
      folder,
      "compare",
      "base.wat",
      "candidate.wat",
      ...measure,
      ...files,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/fuel \+\d\.\d %(, all in |: )mycrate::decode_block/);
    const { benchmarks } = JSON.parse(read("result.json")) as ResultDocument;
    const { functions } = benchmarks.find(({ benchmark }) => benchmark.suite === "execution") ?? {};
    expect(functions?.functions.map(({ name }) => name)).toEqual(["mycrate::decode_block"]);
    expect(read("report.html")).toContain("Fuel by function");
  });
});
