import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject } from "vitest";

/** How the command line ended. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** An empty folder outside every checkout, with the given files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "wasm-bench-scenario-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs the shipped command line in a folder, with nothing of this process's environment but PATH, compiled once for all runs. */
export function wasmBench(folder: string, ...args: readonly string[]): Ended {
  const program = join(inject("bundle"), "cli", "index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: inject("compileCache") },
  });
  return { code: status, out: stdout, err: stderr };
}
