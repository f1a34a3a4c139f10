import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CacheEntry } from "../servers/cache-storage.ts";

const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const DOCUMENT = ".wasm-bench/baseline/baseline.json";
const OBJECTS = ".wasm-bench/baseline/objects";

/** Unpacks a cache entry, changes the files, and packs it again as the runner's cache client does. */
async function rewrite(
  entry: CacheEntry,
  change: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "archive-"));
  const compression = entry.data.subarray(0, 4).equals(ZSTD) ? "--zstd" : "--gzip";
  const options = { maxBuffer: 1 << 26 };
  try {
    execFileSync("tar", ["-x", compression, "-C", folder], { ...options, input: entry.data });
    await change(folder);
    entry.data = execFileSync("tar", ["-c", compression, "-C", folder, ".wasm-bench"], options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Commits of the runs a saved baseline remembers of a benchmark, oldest first. */
export async function runsIn(entry: CacheEntry, benchmark: string): Promise<string[]> {
  let commits: string[] = [];
  await rewriteDocument(entry, ({ history }) => {
    const runs = history as readonly { sha: string; benchmarks: Record<string, unknown> }[];
    commits = runs.filter(({ benchmarks }) => benchmark in benchmarks).map(({ sha }) => sha);
  });
  return commits;
}

/** Changes the document of a saved baseline. */
export function rewriteDocument(
  entry: CacheEntry,
  change: (document: Record<string, unknown>) => void,
): Promise<void> {
  return rewrite(entry, async (folder) => {
    const path = join(folder, DOCUMENT);
    const document = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
    change(document);
    await writeFile(path, JSON.stringify(document));
  });
}

/** Turns a bit of the last byte of every binary of a saved baseline. */
export function spoilObjects(entry: CacheEntry): Promise<void> {
  return rewrite(entry, async (folder) => {
    for (const name of await readdir(join(folder, OBJECTS))) {
      const path = join(folder, OBJECTS, name);
      const bytes = await readFile(path);
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
      await writeFile(path, bytes);
    }
  });
}
