import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { stalenessOf } from "../scripts/sources.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Copy of dist/ in a folder without `node_modules`. */
    readonly bundle: string;
    /** Folder where Node keeps what it compiled of the copy, so that later runs start sooner. */
    readonly compileCache: string;
  }
}

/**
 * Stops the run before its first test when dist/ is not what the sources give: its tests would say nothing about them.
 * Otherwise copies it out of the project, once for all tests.
 *
 * @param project - tests that run the shipped programs
 * @returns removal of the copy
 * @throws Error with the command that mends a stale dist/
 */
export function setup(project: TestProject): () => void {
  const root = resolve(import.meta.dirname, "..");
  const fault = stalenessOf(root, join(root, "dist"));
  if (fault !== null) throw new Error(fault);
  const folder = mkdtempSync(join(tmpdir(), "wasm-bench-bundle-"));
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  project.provide("bundle", join(folder, "dist"));
  project.provide("compileCache", join(folder, "compiled"));
  return () => rmSync(folder, { recursive: true, force: true });
}
