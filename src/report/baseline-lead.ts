import type { CommitDistance } from "../model/commit.ts";
import type { ResultDocument } from "../model/result.ts";
import { formatCount, formatQuantity } from "../wording/number.ts";
import { shortSha } from "./environment-words.ts";

/** A comparison with another commit than the one that was wanted, in parts. */
export interface BaselineLead {
  /** Commit compared with, short. */
  readonly sha: string;
  /** For example `2 commits behind the base`. */
  readonly place: string;
  /** The base, short. */
  readonly base: string;
  /** What that means for the reader. */
  readonly meaning: string;
}

const MEANING = "the base has no baseline (yet), and what changed in between counts here too";

/**
 * What a report leads with where the baseline is of another commit than the base.
 *
 * @param result - judged result
 * @returns its parts; null where the base itself was compared with, or none was wanted
 */
export function baselineLead(result: ResultDocument): BaselineLead | null {
  const { baseline } = result;
  if (baseline?.offset === undefined) return null;
  const { base, distance } = baseline.offset;
  return {
    sha: shortSha(baseline.sha),
    place: `${placeOf(distance)} the base`,
    base: shortSha(base),
    meaning: MEANING,
  };
}

/**
 * The lead as one line of plain text.
 *
 * @param result - judged result
 * @returns the line; empty where there is no lead
 */
export function leadText(result: ResultDocument): string {
  const lead = baselineLead(result);
  if (lead === null) return "";
  return `compared with ${lead.sha}, ${lead.place} ${lead.base}: ${lead.meaning}`;
}

function placeOf(distance: CommitDistance | null): string {
  if (distance === null) return "an unknown number of commits from";
  const { ahead, behind } = distance;
  if (ahead === 0) return `${formatQuantity(behind, "commit")} behind`;
  if (behind === 0) return `${formatQuantity(ahead, "commit")} ahead of`;
  return `${formatQuantity(behind, "commit")} behind and ${formatCount(ahead)} ahead of`;
}
