import { isFeatureAvailable, restoreCache, saveCache } from "@actions/cache";
import type { CacheClient } from "./cache-store.ts";

/** How the client begins the line it logs instead of throwing, when the service failed or the download was damaged. */
const TROUBLE = /^::(?:warning|error)(?: [^:]*)?::Failed to restore: (.*)$/m;

/** The Actions cache of the runner. */
export const actionsCache: CacheClient = {
  isFeatureAvailable,
  restoreCache: restoreOrThrow,
  saveCache,
};

/**
 * The client takes trouble for an empty cache: it logs a line and finds nothing. What holds nothing and what could not be
 * asked are different answers, so that line is listened for.
 */
async function restoreOrThrow(paths: string[], primaryKey: string): Promise<string | undefined> {
  const { write } = process.stdout;
  let trouble: string | null = null;
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]): boolean => {
    trouble ??= typeof chunk === "string" ? (TROUBLE.exec(chunk)?.[1] ?? null) : null;
    return write.call(process.stdout, chunk, ...rest);
  }) as typeof write;
  try {
    const found = await restoreCache(paths, primaryKey);
    if (found === undefined && trouble !== null) throw new Error(trouble);
    return found;
  } finally {
    process.stdout.write = write;
  }
}
