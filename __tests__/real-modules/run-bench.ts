import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";

/** What the shipped command line gave. */
export interface BenchRun {
  readonly status: number | null;
  readonly output: string;
  readonly result: ResultDocument;
}

/** A project with the modules of others. */
export interface Bench {
  readonly folder: string;
  /** Ids of all its benchmarks. */
  readonly list: () => readonly string[];
  /** Measures benchmarks under a configuration changed from the committed one. */
  readonly run: (change: (config: string) => string, ids: readonly string[]) => BenchRun;
  readonly remove: () => void;
}

const PROJECT = resolve(import.meta.dirname, "../..");

/** Copies configuration and glue beside the installed packages, into a folder of their own, where the bundle is run. */
export function openBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), "real-modules-"));
  cpSync(join(PROJECT, "fixtures/real"), folder, { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  const committed = readFileSync(join(folder, "wasm-bench.yml"), "utf8");
  const wasmBench = (args: readonly string[]) =>
    spawnSync(process.execPath, [join(inject("bundle"), "cli/index.js"), "run", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  return {
    folder,
    list: () => wasmBench(["--list"]).stdout.match(/^\S+/gm) ?? [],
    run: (change, ids) => {
      writeFileSync(join(folder, "changed.yml"), change(committed));
      const filters = ids.flatMap((id) => ["--filter", id]);
      const fixed = ["--config", "changed.yml", "--json", "result.json", "--fail-on", "error"];
      const { status, stdout, stderr } = wasmBench([...fixed, ...filters]);
      const text = readFileSync(join(folder, "result.json"), "utf8");
      return { status, output: `${stdout}${stderr}`, result: parseResult(text, "result.json") };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
