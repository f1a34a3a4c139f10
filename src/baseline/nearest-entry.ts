import { MAX_KEYS } from "./actions-cache.ts";
import { type ParsedKey, parseKey, rankPrefix } from "./cache-key.ts";

/** What is looked for. */
export interface Search {
  /** Prefix of the keys of the job and branch. */
  readonly family: string;
  /** Commits whose entry would do, the nearest first. */
  readonly commits: readonly string[];
  /** Looks for keys or prefixes: the first match, or undefined. */
  readonly lookUp: (keys: readonly string[]) => Promise<string | undefined>;
}

/** What a search gave. */
export type Found =
  | { readonly kind: "entry"; readonly key: string; readonly parsed: ParsedKey }
  /** Nothing below the prefix. */
  | { readonly kind: "none" }
  /** Only runs of other, older commits. */
  | { readonly kind: "old-only" }
  /** An answer that is no key of this family. */
  | { readonly kind: "foreign" };

/** A commit may have an entry of either rank. */
const KEYS_OF_COMMIT = 2;
/** Commits of the first request: it asks for the newest entry of each rank too. */
const FIRST_COMMITS: number = (MAX_KEYS - KEYS_OF_COMMIT) / KEYS_OF_COMMIT;
/** Commits of every further request. */
const MORE_COMMITS: number = MAX_KEYS / KEYS_OF_COMMIT;

/**
 * Looks for the entry of the nearest commit, else for the newest one. An entry of an older run is found by its own commit
 * only, so that it is never everyone's.
 *
 * @param search - family, commits and how to ask
 * @returns the entry, or why there is none; mostly after one request
 */
export async function findNearest(search: Search): Promise<Found> {
  const { family, commits, lookUp } = search;
  const newest = [rankPrefix(family, "tip"), rankPrefix(family, "old")];
  const answer = await lookUp([...keysOf(family, commits.slice(0, FIRST_COMMITS)), ...newest]);
  if (answer === undefined) return { kind: "none" };
  const first = entryOf(family, answer);
  if (first.kind !== "entry") return first;
  const place = commits.indexOf(first.parsed.sha);
  if (place >= 0 && place < FIRST_COMMITS) return first;
  // The newest one may be of an ancestor, or of a commit the base does not have: a nearer one goes before it.
  const further = commits.slice(FIRST_COMMITS, place < 0 ? undefined : place);
  for (let start = 0; start < further.length; start += MORE_COMMITS) {
    const nearer = await lookUp(keysOf(family, further.slice(start, start + MORE_COMMITS)));
    if (nearer !== undefined) return entryOf(family, nearer);
  }
  return first.parsed.rank === "tip" || place >= 0 ? first : { kind: "old-only" };
}

function keysOf(family: string, commits: readonly string[]): string[] {
  return commits.flatMap((sha) => [rankPrefix(family, "tip", sha), rankPrefix(family, "old", sha)]);
}

function entryOf(family: string, key: string): Found {
  const parsed = parseKey(key);
  return parsed?.family === family ? { kind: "entry", key, parsed } : { kind: "foreign" };
}
