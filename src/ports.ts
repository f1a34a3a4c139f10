import type { BaselineDocument } from "./model/baseline.ts";
import type { BaselineOffset, Commit, CommitDistance } from "./model/commit.ts";
import type { CoreModule } from "./model/component.ts";
import type { Environment } from "./model/environment.ts";
import type {
  CommentOutcome,
  CommentRequest,
  FinishedRun,
  FinishedRunOutcome,
  StatusRequest,
} from "./model/publication.ts";
import type { Visit, Warning } from "./model/sample.ts";
import type { MeasureJob, MeasureOutcome } from "./model/workload.ts";

/** Why there is no baseline. Only `absent` and `unavailable` may come from chance; all of them allow a fallback. */
export type MissReason =
  /** The store holds none: never saved, or evicted. */
  | "absent"
  /** The store could not be asked. */
  | "unavailable"
  /** The store answered with something that belongs to another branch or key. */
  | "foreign"
  /** The newest one was saved by this run itself: comparing with it would compare a commit with itself. */
  | "own"
  /** No baseline was wanted. */
  | "disabled";

/** A baseline that was not restored, and why. */
export interface RestoreMiss {
  readonly restored: false;
  readonly reason: MissReason;
  /** One sentence for people. */
  readonly message: string;
  /** What is known of earlier runs although there is nothing to compare with; absent when nothing is. */
  readonly earlier?: BaselineDocument;
}

/** A baseline with its binaries, every size and hash checked. */
export interface BaselineBundle {
  readonly document: BaselineDocument;
  /** Binaries by SHA-256 (lower-case hex). Binaries left out when it was saved are not in it. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
}

/** A baseline that was restored. */
export interface Restored {
  readonly restored: true;
  readonly source: "cache" | "file";
  /** Cache key, or name of the folder below `baselines/`. */
  readonly key: string;
  readonly bundle: BaselineBundle;
  /** The commit that was wanted, where this one is of another; absent when it is not. */
  readonly offset?: BaselineOffset;
  /** What to know about how it was chosen; absent when there is nothing. */
  readonly warnings?: readonly Warning[];
}

/** What asking a store gave. A damaged baseline is an ActionError (`baseline`) instead. */
export type RestoreOutcome = Restored | RestoreMiss;

/** Why nothing was saved. */
export type RefusalReason =
  /** The event or branch may not write this baseline. */
  | "not-allowed"
  /** The token or `cache-mode` allows reading only. */
  | "read-only"
  /** The store said no: the key exists, no quota is left, the token is read-only, or the service failed. */
  | "refused"
  /** Saving was tried and went wrong. */
  | "failed"
  /** There is no such store here. */
  | "unavailable"
  /** No baseline was wanted. */
  | "disabled";

/** What saving gave; never an exception. */
export type SaveOutcome =
  | {
      readonly saved: true;
      readonly key: string;
      readonly sizeBytes: number;
      /** Names of the components whose binaries did not fit. */
      readonly leftOut: readonly string[];
      /** Why it will not be everyone's baseline; absent when it may be. */
      readonly aside?: string;
    }
  | { readonly saved: false; readonly reason: RefusalReason; readonly message: string };

/** A place where a baseline lives. */
export interface BaselineStore {
  /**
   * Fetches the newest baseline that is wanted.
   *
   * @returns the baseline, or why there is none
   * @throws ActionError (`baseline`) when there is one and it is damaged
   */
  readonly restore: () => Promise<RestoreOutcome>;
  /**
   * Stores a baseline.
   *
   * @param bundle - document and every binary it names
   * @returns where it was stored, or why it was not
   */
  readonly save: (bundle: BaselineBundle) => Promise<SaveOutcome>;
}

/** What GitHub knows of something, or why it could not be asked. */
export type Knowledge<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: string };

/** The commits of the repository. */
export interface CommitGraph {
  /**
   * A commit and the newest of its ancestors.
   *
   * @param sha - the commit, lower-case hex
   * @returns at most 100 commits, the commit first
   */
  readonly historyOf: (sha: string) => Promise<Knowledge<readonly Commit[]>>;
  /**
   * How far a commit is from another.
   *
   * @param from - the other commit
   * @param to - the commit
   * @returns how many commits only one of them has
   */
  readonly distance: (from: string, to: string) => Promise<Knowledge<CommitDistance>>;
  /**
   * The newest commit of a branch.
   *
   * @param branch - without `refs/heads/`
   * @returns its hash, lower-case hex
   */
  readonly tipOf: (branch: string) => Promise<Knowledge<string>>;
}

/** A cache entry as the API lists it. */
export interface ListedEntry {
  readonly key: string;
  /** Ref whose runs may read it, and those of branches and pull requests that go into it. */
  readonly ref: string;
  /** What the client made of path, compression and operating system. */
  readonly version: string;
}

/** Lists the repository's cache entries, also those this run may not read. */
export interface CacheIndex {
  /**
   * The newest entries whose key begins alike.
   *
   * @param prefix - beginning of the keys
   * @returns at most 100 entries
   */
  readonly list: (prefix: string) => Promise<Knowledge<readonly ListedEntry[]>>;
}

/** One line in the checks of a commit. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** How bad it is; the worst are shown when there are too many. */
  readonly weight: number;
}

/** What a person reads while the action runs. */
export interface Log {
  /** Prints lines; workflow commands in them lose their effect. */
  readonly info: (text: string) => void;
  /** Prints lines that can be folded away. */
  readonly group: (title: string, lines: readonly string[]) => void;
  /** Prints text from a guest or a fork, in which nothing is a workflow command. */
  readonly quote: (title: string, text: string) => void;
  /** Says what changes no verdict. */
  readonly warn: (warning: Warning) => void;
  /** Says why the run fails. */
  readonly error: (message: string) => void;
  /** Annotates the worst; the rest is counted. */
  readonly annotate: (annotations: readonly Annotation[]) => void;
}

/** Writes the summary of the job. */
export interface SummaryWriter {
  /**
   * Appends to the summary, shortened by whole lines where it is too long.
   *
   * @param markdown - the summary
   * @returns what went wrong, if anything
   */
  readonly write: (markdown: string) => Promise<readonly Warning[]>;
}

/** Writes outputs for later steps. */
export interface OutputWriter {
  /**
   * Sets outputs.
   *
   * @param outputs - values by name, as in action.yml
   * @returns what went wrong, if anything
   */
  readonly write: (outputs: Readonly<Record<string, string>>) => Promise<readonly Warning[]>;
}

/** Keeps one comment per key on a pull request. */
export interface CommentPublisher {
  /**
   * Creates or rewrites the comment.
   *
   * @param request - pull request, key, body and policy
   * @returns what was done; trouble is a warning
   */
  readonly publish: (request: CommentRequest) => Promise<CommentOutcome>;
}

/** Sets commit statuses. */
export interface StatusPublisher {
  /**
   * Sets the status.
   *
   * @param request - commit, state and text
   * @returns what went wrong, if anything
   */
  readonly publish: (request: StatusRequest) => Promise<readonly Warning[]>;
}

/** Reads what another run left. */
export interface FinishedRunReader {
  /**
   * Finds the pull request by head repository, branch and commit, and downloads the result.
   *
   * @param run - the finished run
   * @returns pull request and files, or why there are none
   */
  readonly read: (run: FinishedRun) => Promise<FinishedRunOutcome>;
}

/** Measures in fresh processes. */
export interface Measurer {
  /**
   * Runs a job to its end or to the end of the time budget.
   *
   * @param job - stage, processes and pairs
   * @param onVisit - told of every visit as it ends
   * @returns visits and time; a guest's failure is part of its visit
   */
  readonly measure: (
    job: MeasureJob,
    onVisit: (id: string, visit: Visit) => void,
  ) => Promise<MeasureOutcome>;
  /** Machine, engine and flags of the measuring processes. */
  readonly environment: Environment;
}

/** What the program that knows Component Model components does. It is loaded when one is met. */
export interface ComponentTools {
  /** Assembles component text; rejects with line and column. */
  readonly assemble: (text: string) => Promise<Uint8Array>;
  /** Makes an ES module and core modules of a component; rejects when it cannot. */
  readonly transpile: (
    bytes: Uint8Array,
  ) => Promise<{ readonly source: string; readonly modules: readonly CoreModule[] }>;
}
