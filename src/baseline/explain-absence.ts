import type { CacheIndex, ListedEntry } from "../ports.ts";
import { familyPrefix, jobPrefix, KEY_START, type KeyFamily, rankPrefix } from "./cache-key.ts";
import { packedHow } from "./cache-version.ts";

/** What was looked for in vain. */
export interface Absence {
  readonly family: KeyFamily;
  /** Refs whose entries this run may read. */
  readonly readableRefs: readonly string[];
  readonly index: CacheIndex;
}

/** Names listed at most. */
const MOST_NAMED = 3;
/** Why an entry is gone that was there. */
const EVICTION = "it was evicted (after 7 days without use, or beyond the repository's quota)";

/**
 * Says why the cache gave no baseline, as far as it can be known.
 *
 * @param absence - what was looked for, and the list of entries
 * @returns the reason, to stand behind “the cache holds no baseline of main: ”
 */
export async function explainAbsence(absence: Absence): Promise<string> {
  const { family, index } = absence;
  const own = await index.list(jobPrefix(family));
  if (!own.known) return unknown();
  const branch = familyPrefix(family);
  const same = own.value.filter(({ key }) => key.startsWith(branch));
  if (same.length > 0) return explainHidden(same, absence);
  if (own.value.length > 0)
    return `this job saved baselines of other branches only (${named(own.value)}), or ${EVICTION}`;
  const all = await index.list(KEY_START);
  const others = all.known ? all.value : [];
  if (others.length === 0) return `none was saved yet, or ${EVICTION}`;
  const job = "another comment-key or config, or an earlier release";
  return `none was saved yet by this job, or ${EVICTION}; there are baselines of ${job} (${named(others)})`;
}

/** Entries there are, and the client did not show. */
function explainHidden(entries: readonly ListedEntry[], { family, readableRefs }: Absence): string {
  const readable = entries.filter(({ ref }) => readableRefs.includes(ref));
  if (readable.length === 0) {
    const refs = [...new Set(entries.map(({ ref }) => ref))].slice(0, MOST_NAMED).join(", ");
    return `there is one in the scope of ${refs}, which this run may not read`;
  }
  const tip = rankPrefix(familyPrefix(family), "tip");
  if (!readable.some(({ key }) => key.startsWith(tip)))
    return "there are only those of older commits that were run again";
  const packed = [...new Set(readable.map(({ version }) => packedHow(version)))]
    .map((how) => how ?? "by another version of the cache client")
    .join(", and ");
  return (
    `there is one, packed ${packed}, which this runner does not see: zstd must be installed on both runners or on ` +
    "neither, and both must be Windows or neither"
  );
}

function named(entries: readonly ListedEntry[]): string {
  const keys = [...new Set(entries.map(({ key }) => key))];
  const more = keys.length - MOST_NAMED;
  return `${keys.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Nobody could be asked: every possibility, shortly. */
function unknown(): string {
  return (
    `none was saved yet, ${EVICTION}, or it lies where this run cannot see it (another branch's scope, ` +
    'another compression or operating system); with "permissions: actions: read" this message says which'
  );
}
