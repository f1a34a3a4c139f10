import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { readonly version: string };

const PROJECT = {
  "wasm-bench.yml": `sampling: { samples: 1, processes: 1, rounds: 2, copies: 1, warmup: 1ms, time: 50ms }
components:
  - { name: one, path: one.wat, suites: [execution], execution: [{ name: go, export: go, expect: 42 }] }
`,
  "one.wat": '(module (func (export "go") (result i32) i32.const 42))',
};

test("the version of package.json is what the program, a result and a baseline say", () => {
  const folder = folderWith(PROJECT);
  const toolOf = (path: string): string =>
    (JSON.parse(readFileSync(join(folder, path), "utf8")) as { readonly tool: string }).tool;
  expect(wasmBench(folder, "--version").out).toBe(`wasm-bench-action ${version}\n`);
  const saved = wasmBench(folder, "save", "now");
  expect(saved.code, saved.err).toBe(0);
  expect(toolOf("baselines/now/baseline.json")).toBe(`wasm-bench-action ${version}`);
  const run = wasmBench(folder, "run", "--json", "result.json");
  expect(run.code, run.err).toBe(0);
  expect(toolOf("result.json")).toBe(`wasm-bench-action ${version}`);
  rmSync(folder, { recursive: true });
});
