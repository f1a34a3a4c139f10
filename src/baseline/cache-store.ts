import { rm } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../errors.ts";
import { isSystemError } from "../files/regular-file.ts";
import type {
  BaselineBundle,
  BaselineStore,
  RestoreMiss,
  RestoreOutcome,
  SaveOutcome,
} from "../ports.ts";
import { keyOf, keyPrefix, parseKey } from "./cache-key.ts";
import { damaged, readBundle } from "./read-bundle.ts";
import type { SaveDecision } from "./save-decision.ts";
import { writeBundle } from "./write-bundle.ts";

/** The part of `@actions/cache` that is used. */
export interface CacheClient {
  readonly isFeatureAvailable: () => boolean;
  readonly restoreCache: (paths: string[], primaryKey: string) => Promise<string | undefined>;
  readonly saveCache: (paths: string[], key: string) => Promise<number>;
}

/** What the cache store is made of. */
export interface CacheStoreDeps {
  readonly cache: CacheClient;
  /** Folder the runner checks out into; the process must run in it. */
  readonly workspace: string;
  /** Tells several baselines of one branch apart. */
  readonly key: string;
  /** Branch whose baseline is restored. */
  readonly baselineBranch: string;
  readonly decision: SaveDecision;
  /** This run: what an earlier job or attempt of it saved is not what it is compared with. */
  readonly self: {
    readonly sha: string;
    readonly runId: string;
    /** True for a later attempt or a second job, which may find what the first one saved. */
    readonly isRepeated: boolean;
  };
  /** Value of ACTIONS_CACHE_MODE, or an empty string. */
  readonly cacheMode: string;
  /** Largest total of binaries, in bytes. */
  readonly capBytes?: number;
}

/** Where a bundle lies while it is packed or unpacked. The cache's version is a hash of this text: never change it. */
export const CACHE_PATH = ".wasm-bench/baseline";

/**
 * The store in the Actions cache: one immutable entry per run, the newest of the branch restored.
 *
 * @param deps - cache client, key, branch and permission to save
 * @returns the store
 * @see docs/threat-model.md
 */
export function createCacheStore(deps: CacheStoreDeps): BaselineStore {
  return {
    restore: () => restore(deps),
    save: (bundle: BaselineBundle) => save(deps, bundle),
  };
}

async function restore(deps: CacheStoreDeps): Promise<RestoreOutcome> {
  const { baselineBranch } = deps;
  if (!deps.cache.isFeatureAvailable())
    return miss("unavailable", "this runner offers no cache service");
  const directory = join(deps.workspace, CACHE_PATH);
  const prefix = keyPrefix({ key: deps.key, branch: baselineBranch });
  try {
    return await restoreForeign(deps, directory, prefix);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * The newest entry of another run. Where this run has saved one itself, that entry names what the run was compared
 * with at first: later pushes may have saved since.
 */
async function restoreForeign(
  deps: CacheStoreDeps,
  directory: string,
  prefix: string,
): Promise<RestoreOutcome> {
  const { sha, runId, isRepeated } = deps.self;
  const own = isRepeated ? await readEntry(deps, directory, `${prefix}${sha}-${runId}-`) : null;
  const found = own?.restored ? own : await readEntry(deps, directory, prefix);
  if (!found.restored || parseKey(found.key)?.runId !== runId) return found;
  const { document } = found.bundle;
  const key = document.comparedWith;
  const before =
    key === null || parseKey(key)?.prefix !== prefix ? null : await readEntry(deps, directory, key);
  if (before?.restored && before.key === key) return before;
  const why = key === null ? "it was compared with none from the cache" : `${key} is gone`;
  const message = `the newest baseline of ${deps.baselineBranch} was saved by this very run, and ${why}`;
  const history = document.history.filter((entry) => entry.runId !== runId);
  return { ...miss("own", message), earlier: { ...document, history } };
}

/** The newest entry below a prefix, checked. */
async function readEntry(
  { cache, baselineBranch }: CacheStoreDeps,
  directory: string,
  prefix: string,
): Promise<RestoreOutcome> {
  // What a checkout brought along must not be taken for what the cache holds.
  await rm(directory, { recursive: true, force: true });
  const matched = await fetchEntry(cache, prefix, baselineBranch);
  if (typeof matched !== "string") return matched;
  const parsed = parseKey(matched);
  if (parsed === null || !matched.startsWith(prefix) || !prefix.startsWith(parsed.prefix)) {
    return miss(
      "foreign",
      `the cache answered with an entry that is no baseline of ${baselineBranch}`,
    );
  }
  const bundle = await readBundle(directory, `cache entry ${matched}`);
  if (bundle.document.run.sha !== parsed.sha) {
    throw damaged(`the document of cache entry ${matched} names another commit than ${parsed.sha}`);
  }
  return { restored: true, source: "cache", key: matched, bundle };
}

async function fetchEntry(
  cache: CacheClient,
  prefix: string,
  branch: string,
): Promise<string | RestoreMiss> {
  try {
    return (await cache.restoreCache([CACHE_PATH], prefix)) ?? miss("absent", absence(branch));
  } catch (thrown) {
    // The client throws for a missing token and other trouble of its own; none of it is the user's.
    return miss("unavailable", `the cache could not be read: ${messageOf(thrown)}`);
  }
}

function absence(branch: string): string {
  return (
    `the cache holds no baseline of ${branch}: none was saved yet, it was evicted (after 7 days without use, ` +
    "or beyond the repository's quota), or the service failed (the lines above say so)"
  );
}

function miss(reason: RestoreMiss["reason"], message: string): RestoreMiss {
  return { restored: false, reason, message };
}

async function save(deps: CacheStoreDeps, bundle: BaselineBundle): Promise<SaveOutcome> {
  const { cache, decision, cacheMode } = deps;
  if (!decision.allowed) return refusal("not-allowed", decision.message);
  if (!cache.isFeatureAvailable())
    return refusal("unavailable", "this runner offers no cache service");
  if (cacheMode === "read" || cacheMode === "none") {
    return refusal("read-only", `the run's cache-mode is ${cacheMode}`);
  }
  const directory = join(deps.workspace, CACHE_PATH);
  const key = keyOf({ key: deps.key, branch: decision.branch, ...bundle.document.run });
  try {
    const written = await writeBundle(directory, bundle, deps.capBytes);
    const fault = await storeEntry(cache, key);
    return fault ?? { saved: true, key, ...written };
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    return refusal("failed", `${CACHE_PATH} cannot be written (${thrown.code})`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function storeEntry(cache: CacheClient, key: string): Promise<SaveOutcome | null> {
  try {
    const id = await cache.saveCache([CACHE_PATH], key);
    return id === -1 ? refusal("refused", refused(key)) : null;
  } catch (thrown) {
    return refusal("failed", `saving ${key} failed: ${messageOf(thrown)}`);
  }
}

function refused(key: string): string {
  return (
    `the cache service did not take ${key}: an entry of this key exists, the run's token is read-only, ` +
    "no quota is left, or the service failed (the lines above say which)"
  );
}

function refusal(
  reason: Extract<SaveOutcome, { saved: false }>["reason"],
  message: string,
): SaveOutcome {
  return { saved: false, reason, message };
}
