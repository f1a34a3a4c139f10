import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it("a result of version 1 is judged by the rules of today, and written as version 2", () => {
  const folder = project({ "old.json": read("fixtures/documents/result-1-compared.json") });
  const { code, out, err } = wasmBench(folder, "judge", "old.json", "--json", "new.json");
  expect(code, err).toBe(1);
  expect(out).toContain("failed: 5 regressions, 1 too noisy to judge, 1 inconclusive");
  const written = JSON.parse(readFileSync(join(folder, "new.json"), "utf8"));
  expect(written.version).toBe(2);
  expect(written.policy.allowances.size_raw).toEqual({ fraction: 0.02, absolute: 512 });
  expect(wasmBench(folder, "judge", "new.json")).toMatchObject({ code: 1, err: "" });
});

it("a result with a metric this release does not know is refused by its name", () => {
  const text = read("fixtures/documents/result-1-alone.json").replace('"fuel",', '"energy",');
  const { code, err } = wasmBench(project({ "newer.json": text }), "judge", "newer.json");
  expect(code).toBe(2);
  expect(err).toMatch(/unknown metric "energy".* was it written by a newer version\?/);
});

it("a baseline of version 1 is restored, and code that did not change is identical", () => {
  const folder = project({
    "wasm-bench.yml":
      "sampling: { rounds: 2, copies: 1, processes: 1, warmup: 1ms, block: 300us, time: 100ms, samples: 1 }",
  });
  const stored = new URL("../../fixtures/documents/baseline-1", import.meta.url);
  cpSync(stored, join(folder, "baselines", "main"), { recursive: true });
  const shown = wasmBench(folder, "show", "main");
  expect(shown).toMatchObject({ code: 0, err: "" });
  expect(shown.out).toContain("3 components");
  const { code, out, err } = wasmBench(folder, "run", "-f", "memory_intensive/fill_memory");
  expect(code, out + err).toBe(0);
  expect(err).toContain("plan: 1 benchmark: 1 identical");
});

it("an allowance gates a metric that is shown only, and what it never meets is told", () => {
  const module = read("fixtures/wat/fib.wat");
  const folder = project({
    "wasm-bench.yml": `sampling: { rounds: 4, copies: 1, warmup: 1ms, block: 300us, time: 200ms }
gate: { regression: 50%, exact: { exports: 0 } }
overrides: [{ benchmark: "execution/**", exact: { imported_bytes: 0 } }]
`,
    "before.wat": module,
    "after.wat": module.replace("(module", '(module (func (export "more"))'),
  });
  const sides = ["before.wat", "after.wat", "-s", "execution", "--call", "fib(10)"];
  const { code, out, err } = wasmBench(folder, "compare", ...sides);
  expect(code, out + err).toBe(1);
  expect(out).toMatch(/exports: 1 to 2 \(\+100 %\), where no growth is allowed/);
  expect(out).toContain("the allowance of imported_bytes for");
});
