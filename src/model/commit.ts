/** A commit of the repository, and those it was made on. */
export interface Commit {
  /** Lower-case hex. */
  readonly sha: string;
  /** Parents, the branch's own line first. */
  readonly parents: readonly string[];
}

/** How far one commit is from another, in commits that only one of them has in its history. */
export interface CommitDistance {
  /** Commits the other one lacks. */
  readonly ahead: number;
  /** Commits only the other one has. */
  readonly behind: number;
}

/** The commit a baseline was wanted of, where the one compared with is of another. */
export interface BaselineOffset {
  /** The base: the commit whose baseline was wanted, lower-case hex. */
  readonly base: string;
  /** Where the baseline's commit stands to the base; null when nobody could tell. */
  readonly distance: CommitDistance | null;
}
