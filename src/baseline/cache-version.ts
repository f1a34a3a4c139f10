import { createHash } from "node:crypto";
import { CACHE_PATH } from "./actions-cache.ts";

/** What the cache client packs with, by its own name. */
const COMPRESSIONS = [
  ["zstd-without-long", "zstd"],
  ["zstd", "zstd of an earlier client"],
  ["gzip", "gzip"],
] as const;
/** The client's salt; another one is another version of the client. */
const SALT = "1.0";

/**
 * Says on what kind of runner an entry was packed: the client hides entries of another kind.
 *
 * @param version - version of the entry, as the API lists it
 * @returns for example `with gzip, on Windows`; null when no runner of this release packs so
 * @see @actions/cache, getCacheVersion
 */
export function packedHow(version: string): string | null {
  for (const [compression, name] of COMPRESSIONS) {
    if (version === versionOf([CACHE_PATH, compression, SALT]))
      return `with ${name}, on Linux or macOS`;
    if (version === versionOf([CACHE_PATH, compression, "windows-only", SALT]))
      return `with ${name}, on Windows`;
  }
  return null;
}

function versionOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("|")).digest("hex");
}
