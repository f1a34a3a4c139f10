import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const MIXED = readFileSync(new URL("../../fixtures/results/mixed.json", import.meta.url), "utf8");

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it("judge writes the verdicts as Markdown and as JUnit XML", () => {
  const folder = project({ "mixed.json": MIXED });
  const places = ["--markdown", "report.md", "--junit", "report.xml"];
  expect(wasmBench(folder, "judge", "mixed.json", ...places).code).toBe(1);
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  expect(read("report.md")).toMatch(/^### ❌ /);
  expect(read("report.xml")).toContain('<testsuites name="wasm-bench"');
  expect(read("report.xml")).toContain('<testcase name="verdict" classname="gate"');
});

it("run refuses a place that cannot be written before it measures", () => {
  const folder = project({});
  const { code, err } = wasmBench(folder, "run", "--junit", "no/such/report.xml");
  expect(code).toBe(2);
  expect(err).toContain("no/such/report.xml cannot be written");
  expect(existsSync(join(folder, "no"))).toBe(false);
});
