import { createHash } from "node:crypto";

/** The job whose baselines share a prefix. */
export interface KeyFamily {
  /** The input `comment-key`: tells several jobs apart; may be empty. */
  readonly key: string;
  /** Path of the configuration in the workspace; empty for the default one. */
  readonly config: string;
  readonly branch: string;
}

/**
 * Whether an entry may be everyone's: `tip` for a run of the newest commit measured so far, `old` for a run of an earlier
 * one (started again, or overtaken), which is found by its own commit only.
 */
export type KeyRank = "tip" | "old";

/** The run a key is of. */
export interface KeyRun {
  /** Commit that was measured, lower-case hex. */
  readonly sha: string;
  readonly runId: string;
  readonly attempt: number;
}

/** A key taken apart. */
export interface ParsedKey extends KeyRun {
  /** What every key of the branch and job begins with, with the dash. */
  readonly family: string;
  readonly rank: KeyRank;
}

/** What every key of this action begins with, whatever its form. */
export const KEY_START = "wasm-bench-v";
/** Version of the key's form; entries of another form are never matched. */
const FORM = `${KEY_START}2`;
/** Longest name kept readable; a key may have 512 characters. */
const MAX_NAME = 80;
const KEY = /^(wasm-bench-v2-[^-]+-[^-]+-[^-]+-)(tip|old)-([0-9a-f]{40,64})-(\d{1,20})-(\d{1,6})$/;

/**
 * What every key of a job begins with, whatever the branch.
 *
 * @param family - key and configuration; any text
 * @returns a prefix that no other job's keys begin with
 */
export function jobPrefix({ key, config }: Omit<KeyFamily, "branch">): string {
  return `${FORM}-${encodeName(key)}-${encodeName(config)}-`;
}

/**
 * What every key of a job and branch begins with.
 *
 * @param family - key, configuration and branch; any text
 * @returns a prefix that no other job's or branch's keys begin with
 */
export function familyPrefix(family: KeyFamily): string {
  return `${jobPrefix(family)}${encodeName(family.branch)}-`;
}

/**
 * What the keys of one rank, or of one commit of it, begin with.
 *
 * @param family - prefix of the job and branch
 * @param rank - which entries
 * @param sha - commit; every commit when absent
 * @returns the prefix
 */
export function rankPrefix(family: string, rank: KeyRank, sha?: string): string {
  return `${family}${rank}-${sha === undefined ? "" : `${sha}-`}`;
}

/**
 * The key of one run. Entries are immutable, so no two runs share one.
 *
 * @param family - job and branch
 * @param rank - whether it may be everyone's
 * @param run - commit, run and attempt
 * @returns the key, at most 512 characters, without commas
 */
export function keyOf(family: KeyFamily, rank: KeyRank, run: KeyRun): string {
  return `${rankPrefix(familyPrefix(family), rank, run.sha)}${run.runId}-${run.attempt}`;
}

/**
 * Takes a key apart.
 *
 * @param text - key a cache service answered with
 * @returns its parts; null when it is not of our form
 */
export function parseKey(text: string): ParsedKey | null {
  const [, family, rank, sha, runId, attempt] = KEY.exec(text) ?? [];
  if (family === undefined || sha === undefined || runId === undefined) return null;
  return { family, rank: rank === "old" ? "old" : "tip", sha, runId, attempt: Number(attempt) };
}

/** Dashes separate the parts of a key and commas the keys, so names must hold neither. */
function encodeName(name: string): string {
  const encoded = Array.from(Buffer.from(name, "utf8"), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9.]/.test(character) ? character : `_${byte.toString(16).padStart(2, "0")}`;
  }).join("");
  if (encoded.length <= MAX_NAME) return encoded === "" ? "_" : encoded;
  const digest = createHash("sha256").update(name, "utf8").digest("hex").slice(0, 16);
  return `${encoded.slice(0, MAX_NAME)}_${digest}`;
}
