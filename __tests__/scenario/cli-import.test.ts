import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const CRITERION = fileURLToPath(
  new URL("../../fixtures/criterion/stack-queue/target/criterion", import.meta.url),
);

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function config(limit: string): string {
  return `targets:\n  - { benchmark: "Batching/**", metric: time, max: ${limit}, source: ADR-7, severity: fail }\n`;
}

function hyperfine(seconds: number): string {
  const times = Array.from({ length: 10 }, (_, index) => seconds * (1 + (index % 3) / 100));
  return JSON.stringify({ results: [{ command: "codec", mean: seconds, times }] });
}

it("Criterion's results are judged by the targets of the configuration", () => {
  const met = wasmBench(
    project({ "wasm-bench.yml": config("10us") }),
    "import",
    "criterion",
    CRITERION,
  );
  expect(met.code).toBe(0);
  expect(met.out).toContain("2 of 2 targets met");
  expect(met.out).toContain("imported from criterion; machine and engine not recorded");
  const missed = wasmBench(
    project({ "wasm-bench.yml": config("1us") }),
    "import",
    "criterion",
    CRITERION,
  );
  expect(missed.code).toBe(1);
  expect(missed.out).toContain("1 missed target");
});

it("Criterion's copy of the newest run is no baseline, a named one that is missing is an error", () => {
  const folder = project({});
  expect(wasmBench(folder, "import", "criterion", CRITERION).out).toContain("not compared");
  const unknown = wasmBench(folder, "import", "criterion", CRITERION, "--baseline", "v1");
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("folders named v1");
});

it("two results are compared: a slowdown warns, and fails only when asked to; the stored result says the same", () => {
  const folder = project({ "before.json": hyperfine(1), "after.json": hyperfine(1.6) });
  const args = ["import", "hyperfine", "before.json", "after.json"];
  const warned = wasmBench(folder, ...args, "--json", "result.json");
  expect(warned.code).toBe(0);
  expect(warned.out).toContain("passed with warnings: 1 regression");
  expect(wasmBench(folder, ...args, "--fail-on", "regression").code).toBe(1);
  const again = wasmBench(folder, "judge", "result.json");
  expect(again.code).toBe(0);
  expect(again.out).toContain("the stored verdicts are confirmed");
});

it("an unknown format and a missing file are named", () => {
  const folder = project({});
  expect(wasmBench(folder, "import", "criterium", "x").err).toContain('did you mean "criterion"');
  const missing = wasmBench(folder, "import", "sightglass", "none.json");
  expect(missing.code).toBe(2);
  expect(missing.err).toContain("none.json cannot be read");
});
