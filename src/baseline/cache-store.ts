import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BaselineOffset } from "../model/commit.ts";
import type { Warning } from "../model/sample.ts";
import type {
  BaselineBundle,
  BaselineStore,
  CacheIndex,
  Restored,
  RestoreMiss,
  RestoreOutcome,
} from "../ports.ts";
import { CACHE_PATH, CacheFault } from "./actions-cache.ts";
import { familyPrefix, parseKey, rankPrefix } from "./cache-key.ts";
import { type Deadline, LATE } from "./deadline.ts";
import { explainAbsence } from "./explain-absence.ts";
import { distanceTo, type Lineage } from "./lineage.ts";
import { findNearest } from "./nearest-entry.ts";
import { damaged, readBundle } from "./read-bundle.ts";
import { type SaveEntryDeps, saveEntry } from "./save-entry.ts";

/** What the cache store is made of. */
export interface CacheStoreDeps extends SaveEntryDeps {
  /** Branch whose baseline is restored. */
  readonly baselineBranch: string;
  /** This run: what an earlier job or attempt of it saved is not what it is compared with. */
  readonly self: {
    readonly sha: string;
    readonly runId: string;
    /** True for a later attempt or a second job, which may find what the first one saved. */
    readonly isRepeated: boolean;
  };
  /** Commits whose baseline would do, asked for once. */
  readonly lineage: () => Promise<Lineage>;
  readonly index: CacheIndex;
  /** Refs whose entries this run may read. */
  readonly readableRefs: readonly string[];
}

/** Modes of the cache in which nothing may be read. */
const UNREADABLE = ["none", "write-only"];

/**
 * The store in the Actions cache: one immutable entry per run. The one of the wanted commit is restored, else of its
 * nearest ancestor, else the newest of the branch.
 *
 * @param deps - cache client, commits, key, branch and permission to save
 * @returns the store
 * @see docs/threat-model.md
 */
export function createCacheStore(deps: CacheStoreDeps): BaselineStore {
  return {
    restore: () => restore(deps),
    save: (bundle: BaselineBundle) => saveEntry(deps, bundle),
  };
}

async function restore(deps: CacheStoreDeps): Promise<RestoreOutcome> {
  const { cache, cacheMode } = deps;
  if (!cache.isFeatureAvailable())
    return miss("unavailable", "this runner offers no cache service");
  if (UNREADABLE.includes(cacheMode))
    return miss("unavailable", `the run's cache-mode is ${cacheMode}`);
  const directory = join(deps.workspace, CACHE_PATH);
  try {
    return await restoreForeign(deps, directory);
  } catch (thrown) {
    if (!(thrown instanceof CacheFault)) throw thrown;
    return miss("unavailable", `the cache could not be read: ${thrown.message}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * The nearest entry of another run. Where this run has saved one itself, that entry names what the run was compared
 * with at first: later pushes may have saved since.
 */
async function restoreForeign(deps: CacheStoreDeps, directory: string): Promise<RestoreOutcome> {
  const { sha, runId, isRepeated } = deps.self;
  const family = familyPrefix({ ...deps, branch: deps.baselineBranch });
  const ranks = ["tip", "old"] as const;
  const own = isRepeated
    ? await lookUp(
        deps,
        ranks.map((rank) => `${rankPrefix(family, rank, sha)}${runId}-`),
      )
    : undefined;
  const isOwn = own !== undefined && parseKey(own)?.runId === runId;
  const found = isOwn ? own : await nearest(deps, family);
  if (typeof found !== "string") return found;
  const entry = await readEntry(deps, directory, found);
  if (!entry.restored || parseKey(entry.key)?.runId !== runId) return entry;
  const { document } = entry.bundle;
  const key = document.comparedWith;
  const before =
    key === null || parseKey(key)?.family !== family ? null : await readEntry(deps, directory, key);
  if (before?.restored) return before;
  const why = key === null ? "it was compared with none from the cache" : `${key} is gone`;
  const message = `the newest baseline of ${deps.baselineBranch} was saved by this very run, and ${why}`;
  const history = document.history.filter((one) => one.runId !== runId);
  return { ...miss("own", message), earlier: { ...document, history } };
}

/** Key of the nearest entry, or why there is none. */
async function nearest(deps: CacheStoreDeps, family: string): Promise<string | RestoreMiss> {
  const { baselineBranch } = deps;
  const { commits } = await deps.lineage();
  const found = await findNearest({
    family,
    commits,
    lookUp: (keys: readonly string[]) => lookUp(deps, keys),
  });
  if (found.kind === "entry") return found.key;
  if (found.kind === "foreign") return foreign(baselineBranch);
  const { key, config, readableRefs, index } = deps;
  const reason = await explainAbsence({
    family: { key, config, branch: baselineBranch },
    readableRefs,
    index,
  });
  return miss("absent", `the cache holds no baseline of ${baselineBranch}: ${reason}`);
}

/** An entry by its whole key, checked. */
async function readEntry(
  deps: CacheStoreDeps,
  directory: string,
  key: string,
): Promise<RestoreOutcome> {
  const { cache, deadline, baselineBranch } = deps;
  // What a checkout brought along must not be taken for what the cache holds.
  await rm(directory, { recursive: true, force: true });
  const matched = await inTime(deadline, () => cache.fetch(key, deadline.leftMs()));
  if (matched === undefined) return miss("absent", `the cache entry ${key} is gone`);
  const parsed = parseKey(matched);
  if (parsed === null || !matched.startsWith(key)) return foreign(baselineBranch);
  const bundle = await readBundle(directory, `cache entry ${matched}`);
  if (bundle.document.run.sha !== parsed.sha) {
    throw damaged(`the document of cache entry ${matched} names another commit than ${parsed.sha}`);
  }
  return chosen(deps, { restored: true, source: "cache", key: matched, bundle });
}

/** Says where the commit compared with stands to the one that was wanted. */
async function chosen(deps: CacheStoreDeps, restored: Restored): Promise<Restored> {
  const { base, known, unknown } = await deps.lineage();
  const { sha } = restored.bundle.document.run;
  const warnings = unknown === null || sha === base ? [] : [unordered(unknown)];
  const offset = base === null || sha === base ? null : await offsetOf(deps, { base, known, sha });
  return {
    ...restored,
    ...(offset === null ? {} : { offset }),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

async function offsetOf(
  { graph }: CacheStoreDeps,
  { base, known, sha }: Pick<Lineage, "known"> & { readonly base: string; readonly sha: string },
): Promise<BaselineOffset> {
  const counted = distanceTo(known, sha, base);
  if (counted !== null) return { base, distance: counted };
  const asked = await graph.distance(base, sha);
  return { base, distance: asked.known ? asked.value : null };
}

function unordered(why: string): Warning {
  return {
    code: "baseline-order-unknown",
    message: `the baseline is the newest there is, and not chosen by its commit: ${why}`,
  };
}

function lookUp(deps: CacheStoreDeps, keys: readonly string[]): Promise<string | undefined> {
  return inTime(deps.deadline, () => deps.cache.lookUp(keys));
}

async function inTime<T>(deadline: Deadline, work: () => Promise<T>): Promise<T> {
  const value = await deadline.within(work);
  if (value !== LATE) return value;
  throw new CacheFault(`it did not answer within ${Math.round(deadline.limitMs / 1000)} s`);
}

function foreign(branch: string): RestoreMiss {
  return miss("foreign", `the cache answered with an entry that is no baseline of ${branch}`);
}

function miss(reason: RestoreMiss["reason"], message: string): RestoreMiss {
  return { restored: false, reason, message };
}
