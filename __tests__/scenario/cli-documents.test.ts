import { readFileSync, rmSync, writeFileSync } from "node:fs";
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

const REPORTS = [
  "crash_handling_baseline.md",
  "execution_baseline.md",
  "instantiation_baseline.md",
  "memory_baseline.md",
  "production_readiness.md",
].map((name) => `baselines/${name}`);

it("docs writes the guide's tables and five reports, and --check fails until they are written", () => {
  const folder = project({
    "BENCHMARKING.md": read("BENCHMARKING.md"),
    "baselines/result.json": read("fixtures/results/alone.json"),
  });
  const missing = wasmBench(folder, "docs", "--check");
  expect(missing.code).toBe(1);
  for (const path of REPORTS) expect(missing.out).toContain(`missing  ${path}\n`);
  expect(wasmBench(folder, "docs").code).toBe(0);
  expect(wasmBench(folder, "docs", "--check")).toMatchObject({ code: 0, err: "" });
  expect(readFileSync(join(folder, "BENCHMARKING.md"), "utf8")).toContain("| Engine |");

  const [changed = ""] = REPORTS;
  writeFileSync(join(folder, changed), `${readFileSync(join(folder, changed), "utf8")}\n`);
  const stale = wasmBench(folder, "docs", "--check");
  expect(stale.code).toBe(1);
  expect(stale.out).toContain(`differs  ${changed}\n`);
  expect(stale.out).toContain("5 of 6");
});

it("docs without a result says which file it wants", () => {
  const { code, err } = wasmBench(project({}), "docs");
  expect(code).toBe(2);
  expect(err).toContain("baselines/result.json cannot be read");
});

it("docs with another result writes the reports alone where there is no guide", () => {
  const folder = project({ "measured.json": read("fixtures/results/alone.json") });
  const { code, out } = wasmBench(folder, "docs", "--json", "measured.json");
  expect(code).toBe(0);
  expect(out).not.toContain("BENCHMARKING.md");
  for (const path of REPORTS) expect(readFileSync(join(folder, path), "utf8")).toMatch(/^#|^<!--/);
});
