import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Benchmark } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";

/** Native references that ship with this product have no file. */
const BUILTIN = "builtin:";

/**
 * Hashes the user's JavaScript a benchmark runs with: the module of its imports and its native reference.
 *
 * Modules these import in turn are not followed: no parser of ours could follow them all.
 *
 * @param benchmark - the benchmark
 * @param component - its component; null for a benchmark without one
 * @param root - folder that paths of native references are relative to
 * @returns SHA-256 as lower-case hex; null when it runs with none. A file that cannot be read counts as absent: measuring says so
 */
export async function hashHostCode(
  benchmark: Benchmark,
  component: Component | null,
  root: string,
): Promise<string | null> {
  const host = component?.host.kind === "module" ? [component.host.path] : [];
  const files = [...host, ...nativeFilesOf(benchmark, root)];
  if (files.length === 0) return null;
  const hash = createHash("sha256");
  for (const file of files) hash.update("\0").update(await readFile(file).catch(() => ""));
  return hash.digest("hex");
}

function nativeFilesOf({ procedure }: Benchmark, root: string): string[] {
  const native =
    procedure.kind === "call" || procedure.kind === "native_call" ? procedure.native : null;
  if (native === null || native.source.startsWith(BUILTIN)) return [];
  const [file = ""] = native.source.split("#");
  return [resolve(root, file)];
}
