import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Benchmark } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";
import { readComponentFile } from "./read-file.ts";

/** Native references that ship with this product have no file. */
const BUILTIN = "builtin:";

/** Hashes the host code of one benchmark; null when it runs with none. */
export type HostCodeHasher = (
  benchmark: Benchmark,
  component: Component | null,
) => Promise<string | null>;

/**
 * Hashes the user's JavaScript benchmarks run with: the module of their imports and their native reference.
 *
 * Modules these import in turn are not followed: no parser of ours could follow them all.
 *
 * @param root - folder that paths of native references are relative to
 * @returns gives SHA-256 as lower-case hex and reads every file once. A file that cannot be read counts as empty: measuring says so
 */
export function createHostCodeHasher(root: string): HostCodeHasher {
  const texts = new Map<string, Promise<Uint8Array | string>>();
  const textOf = (file: string): Promise<Uint8Array | string> => {
    const known = texts.get(file) ?? readComponentFile(file).catch(() => "");
    texts.set(file, known);
    return known;
  };
  return async (benchmark: Benchmark, component: Component | null): Promise<string | null> => {
    const host = component?.host.kind === "module" ? [component.host.path] : [];
    const files = [...host, ...nativeFilesOf(benchmark, root)];
    if (files.length === 0) return null;
    const hash = createHash("sha256");
    for (const file of files) hash.update("\0").update(await textOf(file));
    return hash.digest("hex");
  };
}

function nativeFilesOf({ procedure }: Benchmark, root: string): string[] {
  const native =
    procedure.kind === "call" || procedure.kind === "native_call" ? procedure.native : null;
  if (native === null || native.source.startsWith(BUILTIN)) return [];
  const [file = ""] = native.source.split("#");
  return [resolve(root, file)];
}
