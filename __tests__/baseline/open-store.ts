import { actionsCache } from "../../src/baseline/actions-cache.ts";
import { type CacheStoreDeps, createCacheStore } from "../../src/baseline/cache-store.ts";
import { createDeadline } from "../../src/baseline/deadline.ts";
import { readLineage } from "../../src/baseline/lineage.ts";
import type { Commit } from "../../src/model/commit.ts";
import type { BaselineStore, CommitGraph, ListedEntry } from "../../src/ports.ts";

/** What a test says about a run; the rest is a run of another commit that nobody can ask about. */
export interface StoreTraits extends Partial<CacheStoreDeps> {
  readonly workspace: string;
  /** Base of the run; null when its event names none. */
  readonly base?: string | null;
  /** Commits of main, oldest first; nobody can be asked when absent. */
  readonly commits?: readonly string[];
  /** Entries the API lists; the token may not read them when absent. */
  readonly listed?: readonly ListedEntry[];
}

/** A commit no test saves. */
export const ANOTHER_RUN = { sha: "9".repeat(40), runId: "999", isRepeated: false };

/** A line of commits, each on the one before it. */
export function lineOf(commits: readonly string[]): CommitGraph {
  const all = commits.map(
    (sha, index): Commit => ({ sha, parents: commits.slice(index - 1, index) }),
  );
  const unknown = { known: false, why: "404" } as const;
  return {
    historyOf: async (sha) => {
      const place = commits.indexOf(sha);
      return place < 0 ? unknown : { known: true, value: all.slice(0, place + 1).toReversed() };
    },
    distance: async (from, to) => {
      const [start, end] = [commits.indexOf(from), commits.indexOf(to)];
      if (start < 0 || end < 0) return unknown;
      return {
        known: true,
        value: { ahead: Math.max(0, end - start), behind: Math.max(0, start - end) },
      };
    },
    tipOf: async () => {
      const tip = commits.at(-1);
      return tip === undefined ? unknown : { known: true, value: tip };
    },
  };
}

/** Opens the store of main as a run would. */
export function openStore(traits: StoreTraits): BaselineStore {
  const { base = null, commits = [], listed, ...deps } = traits;
  const graph = lineOf(commits);
  const self = deps.self ?? ANOTHER_RUN;
  return createCacheStore({
    cache: actionsCache,
    key: "",
    config: "",
    baselineBranch: "main",
    decision: { allowed: true, branch: "main" },
    cacheMode: "",
    self,
    graph,
    lineage: () => readLineage(graph, { base, head: self.sha, includesHead: false }),
    index: {
      list: async (prefix) =>
        listed === undefined
          ? { known: false, why: "403" }
          : { known: true, value: listed.filter(({ key }) => key.startsWith(prefix)) },
    },
    readableRefs: ["refs/heads/main"],
    deadline: createDeadline(30_000),
    ...deps,
  });
}
