import { readFileSync, rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const FIB = readFileSync(new URL("../../fixtures/wat/fib.wat", import.meta.url), "utf8");
const CONFIG = `sampling: { rounds: 4, copies: 1, warmup: 1ms, block: 300us, time: 200ms }
gate: { regression: 50% }
components:
  - { name: codec, path: build/after.wat, suites: [execution], execution: [{ name: work, export: fib, args: [10] }] }
`;

const folder = folderWith({
  "wasm-bench.yml": CONFIG,
  "before.wat": FIB,
  "after.wat": FIB.replace("(module", "(module (func)"),
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["before.wat", "after.wat"],
  ["after.wat", "before.wat"],
])(
  "compare %s %s is one component under the configured name, whichever file has it",
  (...files) => {
    const { code, out, err } = wasmBench(folder, "compare", ...files);
    expect(code, out + err).toBe(0);
    expect(err).toContain("1 paired");
    expect(out).toContain("work/codec");
    expect(out).not.toMatch(/missing|1 new/);
  },
);

it("every call of the command line is measured, whatever its generated name is", () => {
  const module = `(module (func (export "f$x") (param i32) (result i32) (local.get 0))
    (func (export "f_x") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))`;
  const place = folderWith({
    "wasm-bench.yml": CONFIG.slice(0, CONFIG.indexOf("components:")),
    "old.wat": module,
    "new.wat": module,
  });
  const calls = ["f$x(1)", "f_x(1)", "f_x(1)"].flatMap((call) => ["--call", call]);
  const { code, out, err } = wasmBench(place, "compare", "old.wat", "new.wat", ...calls);
  rmSync(place, { recursive: true });
  expect(code, out + err).toBe(0);
  // These calls and nothing else: no instances, no memory.
  expect(err).toContain("plan: 2 benchmarks");
  expect(out).toContain("Compared: old.wat (baseline) with new.wat (candidate).");
  expect(out).toContain("f_x_1/module");
  expect(out).toContain("f_x_1_2/module");
});

it("a call that is named is measured in place of the configured ones, and keeps what is configured of it", () => {
  const args = ["compare", "before.wat", "after.wat", "--call"];
  const other = wasmBench(folder, ...args, "fib(5)");
  expect(other.code, other.out + other.err).toBe(0);
  expect(other.err).toContain("plan: 1 benchmark: 1 paired");
  expect(other.out).toContain("fib_5/codec");
  expect(other.out).not.toContain("work/codec");
  const known = wasmBench(folder, ...args, "fib(10)");
  expect(known.err).toContain("plan: 1 benchmark: 1 paired");
  expect(known.out).toContain("work/codec");
});
