import { createHash } from "node:crypto";

/** What a cache key is made of. */
export interface KeyIdentity {
  /** Tells several baselines of one branch apart. */
  readonly key: string;
  readonly branch: string;
  /** Commit that was measured, lower-case hex. */
  readonly sha: string;
  readonly runId: string;
  readonly attempt: number;
}

/** A key taken apart. */
export interface ParsedKey {
  /** Everything before the commit, with the dash. */
  readonly prefix: string;
  readonly sha: string;
  readonly runId: string;
  readonly attempt: number;
}

/** Version of the key's form; entries of another form are never matched. */
const FAMILY = "wasm-bench-v1";
/** Longest name kept readable; a key may have 512 characters. */
const MAX_NAME = 120;
const FORM = /^(wasm-bench-v1-[^-]+-[^-]+-)([0-9a-f]{40,64})-(\d{1,20})-(\d{1,6})$/;

/**
 * The part of a key that every baseline of a branch shares.
 *
 * @param identity - key and branch; any text
 * @returns a prefix that no other branch's keys begin with
 */
export function keyPrefix(identity: Pick<KeyIdentity, "key" | "branch">): string {
  return `${FAMILY}-${encodeName(identity.key)}-${encodeName(identity.branch)}-`;
}

/**
 * The key of one run. Entries are immutable, so no two runs share one.
 *
 * @param identity - key, branch, commit, run and attempt
 * @returns the key, at most 512 characters, without commas
 */
export function keyOf(identity: KeyIdentity): string {
  return `${keyPrefix(identity)}${identity.sha}-${identity.runId}-${identity.attempt}`;
}

/**
 * Takes a key apart.
 *
 * @param text - key a cache service answered with
 * @returns its parts; null when it is not of our form
 */
export function parseKey(text: string): ParsedKey | null {
  const [, prefix, sha, runId, attempt] = FORM.exec(text) ?? [];
  if (prefix === undefined || sha === undefined || runId === undefined) return null;
  return { prefix, sha, runId, attempt: Number(attempt) };
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
