import type { CommitGraph } from "../ports.ts";
import type { KeyRank, ParsedKey } from "./cache-key.ts";

/** The run that saves, and the newest entry there is. */
export interface RankFacts {
  readonly run: { readonly sha: string; readonly runId: string };
  readonly branch: string;
  /** The newest entry of the branch; null when there is none. */
  readonly newest: ParsedKey | null;
  readonly graph: CommitGraph;
}

/**
 * Decides whether a run's baseline may become everyone's: only where no later commit has been measured. By the
 * commits where GitHub tells of them, else by the numbers of the runs.
 *
 * @param facts - the run, its branch and the newest entry
 * @returns the rank of its entry
 */
export async function rankOf(facts: RankFacts): Promise<KeyRank> {
  const { run, branch, newest, graph } = facts;
  if (newest === null || newest.sha === run.sha) return "tip";
  const distance = await graph.distance(newest.sha, run.sha);
  if (distance.known) {
    const { ahead, behind } = distance.value;
    if (behind === 0) return "tip";
    if (ahead === 0) return "old";
  }
  // The histories parted, or the newest commit is gone: the branch was written anew.
  const tip = await graph.tipOf(branch);
  if (tip.known) return tip.value === run.sha ? "tip" : "old";
  return BigInt(run.runId || "0") < BigInt(newest.runId) ? "old" : "tip";
}
