import { rm } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../errors.ts";
import { isSystemError } from "../files/regular-file.ts";
import type { BaselineBundle, CommitGraph, SaveOutcome } from "../ports.ts";
import { CACHE_PATH, type CacheClient, CacheFault } from "./actions-cache.ts";
import {
  familyPrefix,
  type KeyFamily,
  type KeyRank,
  keyOf,
  parseKey,
  rankPrefix,
} from "./cache-key.ts";
import { createDeadline, type Deadline, LATE } from "./deadline.ts";
import type { SaveDecision } from "./save-decision.ts";
import { rankOf } from "./save-rank.ts";
import { writeBundle } from "./write-bundle.ts";

/** What saving an entry takes. */
export interface SaveEntryDeps extends Omit<KeyFamily, "branch"> {
  readonly cache: CacheClient;
  /** Folder the runner checks out into; the process must run in it. */
  readonly workspace: string;
  readonly decision: SaveDecision;
  readonly graph: CommitGraph;
  /** The deadline of what was fetched before. */
  readonly deadline: Deadline;
  /** Value of ACTIONS_CACHE_MODE, or an empty string. */
  readonly cacheMode: string;
  /** Largest total of binaries, in bytes. */
  readonly capBytes?: number;
}

/** Modes of the cache in which nothing may be written. */
const UNWRITABLE = ["none", "read"];
/** Longest look for a newer entry before saving, in ms. */
const LOOK_LIMIT_MS = 15_000;
/** Longest upload, in ms: 64 MiB at a quarter of a MiB each second. */
const UPLOAD_LIMIT_MS = 256_000;

/**
 * Saves a run's baseline as an entry of its own.
 *
 * @param deps - cache client, job, branch and permission
 * @param bundle - document and every binary it names
 * @returns where it was stored, or why it was not; trouble is never an exception
 * @throws RangeError when the bundle lacks a binary its document names: a bug
 */
export async function saveEntry(deps: SaveEntryDeps, bundle: BaselineBundle): Promise<SaveOutcome> {
  const { cache, decision, cacheMode, deadline } = deps;
  if (!decision.allowed) return refusal("not-allowed", decision.message);
  if (!cache.isFeatureAvailable())
    return refusal("unavailable", "this runner offers no cache service");
  if (UNWRITABLE.includes(cacheMode))
    return refusal("read-only", `the run's cache-mode is ${cacheMode}`);
  // What was given up may still be unpacked into the folder that would be packed.
  if (deadline.wasMissed()) return refusal("failed", "the cache did not answer in time before");
  const { branch } = decision;
  const { run } = bundle.document;
  const rank = await rankIn(deps, branch, run);
  const directory = join(deps.workspace, CACHE_PATH);
  const key = keyOf({ key: deps.key, config: deps.config, branch }, rank, run);
  const aside = rank === "tip" ? {} : { aside: asideWords(branch) };
  try {
    const written = await writeBundle(directory, bundle, deps.capBytes);
    const fault = await storeEntry(cache, key);
    return fault ?? { saved: true, key, ...written, ...aside };
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    return refusal("failed", `${CACHE_PATH} cannot be written (${thrown.code})`);
  } finally {
    await clear(directory);
  }
}

/** Where a file stands in the place of a folder above it, there is nothing to remove. */
async function clear(directory: string): Promise<void> {
  try {
    await rm(directory, { recursive: true, force: true });
  } catch (thrown) {
    if (!isSystemError(thrown) || thrown.code !== "ENOTDIR") throw thrown;
  }
}

function asideWords(branch: string): string {
  return `a later commit of ${branch} has been measured: this entry serves its own commit only`;
}

async function rankIn(
  { cache, key, config, graph }: SaveEntryDeps,
  branch: string,
  run: BaselineBundle["document"]["run"],
): Promise<KeyRank> {
  const newest = await newestOf(cache, rankPrefix(familyPrefix({ key, config, branch }), "tip"));
  return rankOf({ run, branch, newest: parseKey(newest), graph });
}

/** Key of the newest entry; empty where there is none, or nobody answers. */
async function newestOf(cache: CacheClient, prefix: string): Promise<string> {
  try {
    const found = await createDeadline(LOOK_LIMIT_MS).within(() => cache.lookUp([prefix]));
    return found === LATE ? "" : (found ?? "");
  } catch (thrown) {
    if (!(thrown instanceof CacheFault)) throw thrown;
    return "";
  }
}

async function storeEntry(cache: CacheClient, key: string): Promise<SaveOutcome | null> {
  try {
    const id = await createDeadline(UPLOAD_LIMIT_MS).within(() => cache.save(key));
    if (id === LATE)
      return refusal("failed", `saving ${key} took more than ${UPLOAD_LIMIT_MS / 1000} s`);
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
