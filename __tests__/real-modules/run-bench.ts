import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";

/** What the shipped command line gave. */
export interface BenchRun {
  readonly folder: string;
  readonly status: number | null;
  readonly output: string;
  readonly result: ResultDocument;
}

const PROJECT = resolve(import.meta.dirname, "../..");

/** Copies the configuration and glue beside the installed packages, into a folder of their own, and runs the bundle there. */
export function runBench(change: (config: string) => string, args: readonly string[]): BenchRun {
  const folder = mkdtempSync(join(tmpdir(), "real-modules-"));
  cpSync(join(PROJECT, "fixtures/real"), folder, { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  const config = join(folder, "wasm-bench.yml");
  writeFileSync(config, change(readFileSync(config, "utf8")));
  const program = join(inject("bundle"), "cli/index.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, "run", "--config", config, "--json", "result.json", "--fail-on", "error", ...args],
    { cwd: folder, encoding: "utf8" },
  );
  const output = `${stdout}${stderr}`;
  const result = parseResult(readFileSync(join(folder, "result.json"), "utf8"), "result.json");
  return { folder, status, output, result };
}
