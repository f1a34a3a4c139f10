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
