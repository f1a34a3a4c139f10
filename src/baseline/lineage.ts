import type { Commit, CommitDistance } from "../model/commit.ts";
import type { CommitGraph } from "../ports.ts";

/** The commits whose baseline would do. */
export interface Lineage {
  /** The commit whose baseline is wanted; null when the event names none. */
  readonly base: string | null;
  /** Commits to look for, the nearest first. */
  readonly commits: readonly string[];
  /** Every commit GitHub told of. */
  readonly known: readonly Commit[];
  /** Why the ancestors are not known; null when they are. */
  readonly unknown: string | null;
}

/** What a run is compared with, as its event tells it. */
export interface WantedCommit {
  /** Base of a pull request or merge group, or the commit a push began from; null when the event names none. */
  readonly base: string | null;
  /** The commit that is measured. */
  readonly head: string;
  /** Whether a baseline of the head itself would do: another run of it. */
  readonly includesHead: boolean;
}

/**
 * Finds the commits whose baseline a run may be compared with.
 *
 * @param graph - the repository's commits
 * @param wanted - base and head of the run
 * @returns the base and its ancestors; without a base the head's own; the base alone where nobody can be asked
 */
export async function readLineage(graph: CommitGraph, wanted: WantedCommit): Promise<Lineage> {
  const { base, head, includesHead } = wanted;
  const first = base ?? head;
  const history = await graph.historyOf(first);
  if (!history.known) {
    const commits = base !== null || includesHead ? [first] : [];
    return { base, commits, known: [], unknown: history.why };
  }
  const ordered = nearestFirst(history.value, first);
  const commits = base !== null || includesHead ? ordered : ordered.slice(1);
  return { base, commits, known: history.value, unknown: null };
}

/**
 * Orders a commit's ancestors: the branch's own line first, since only its commits are pushed, then what was merged into it.
 *
 * @param history - the commit and its ancestors, newest first
 * @param first - the commit
 * @returns every hash of the history once, the commit first
 */
export function nearestFirst(history: readonly Commit[], first: string): string[] {
  const parents = new Map(history.map((commit) => [commit.sha, commit.parents]));
  const line = new Set<string>();
  for (let sha: string | undefined = first; sha !== undefined && !line.has(sha); ) {
    line.add(sha);
    sha = parents.get(sha)?.find((parent) => parents.has(parent));
  }
  return [...new Set([...line, ...history.map(({ sha }) => sha)])];
}

/**
 * How far an ancestor is behind a commit.
 *
 * @param history - the commit and its ancestors
 * @param ancestor - one of them
 * @param first - the commit
 * @returns the distance of the ancestor; null when the history does not hold it
 */
export function distanceTo(
  history: readonly Commit[],
  ancestor: string,
  first: string,
): CommitDistance | null {
  if (!history.some(({ sha }) => sha === ancestor)) return null;
  const shared = reachable(history, ancestor);
  const behind = [...reachable(history, first)].filter((sha) => !shared.has(sha)).length;
  return { ahead: 0, behind };
}

function reachable(history: readonly Commit[], from: string): Set<string> {
  const parents = new Map(history.map((commit) => [commit.sha, commit.parents]));
  const found = new Set<string>();
  const left = [from];
  for (let sha = left.pop(); sha !== undefined; sha = left.pop()) {
    const known = parents.get(sha);
    if (known === undefined || found.has(sha)) continue;
    found.add(sha);
    left.push(...known);
  }
  return found;
}
