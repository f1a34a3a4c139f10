import type { CommentPolicy } from "./inputs.ts";
import type { Warning } from "./sample.ts";

/** A comment to publish. */
export interface CommentRequest {
  /** Number of the pull request. */
  readonly pullRequest: number;
  /** Head commit of the pull request the run is about; null when it is not known. */
  readonly head: string | null;
  /** Tells several comments of one pull request apart. */
  readonly key: string;
  /** Markdown, without marker. */
  readonly body: string;
  /** The same where the comment that is rewritten told of a failure and this one does not; `body` when absent. */
  readonly bodyAfterFailure?: (failure: ToldFailure) => string;
  /** When there is a comment; an existing one is always rewritten, except with `never`. */
  readonly policy: CommentPolicy;
  /** Whether there is anything but unchanged and identical benchmarks. */
  readonly changed: boolean;
  /** Whether the run fails. */
  readonly failed: boolean;
}

/** A failure that an earlier comment told. */
export interface ToldFailure {
  /** Its first line without the icon: Markdown of our own. */
  readonly title: string;
  /** Commit it is about; null in comments of earlier releases. */
  readonly head: string | null;
}

/** What became of a comment. */
export interface CommentOutcome {
  readonly action:
    | "created"
    | "updated"
    | "unchanged"
    | "skipped"
    /** The pull request has another head by now: its comment is left to that one's run. */
    | "outdated"
    | "failed";
  /** Its page; null when there is none. */
  readonly url: string | null;
  readonly warnings: readonly Warning[];
}

/** A commit status to set. */
export interface StatusRequest {
  /** Commit it belongs to: the head of a pull request, not its merge commit. */
  readonly sha: string;
  readonly key: string;
  readonly state: "success" | "failure" | "error" | "pending";
  /** One line; cut at 140 characters. */
  readonly description: string;
  /** Page it links to, or an empty string. */
  readonly url: string;
}

/** A file of an artifact of another run. Everything in it is hostile. */
export interface ArtifactFile {
  readonly artifact: string;
  /** Relative path inside the artifact, with `/`; never leaves it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The finished run that a `workflow_run` event is about; facts are GitHub's, names are hostile. */
export interface FinishedRun {
  readonly id: number;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`. */
  readonly headRepository: string;
}

/** What was found of a finished run. */
export type FinishedRunOutcome =
  | {
      readonly found: true;
      readonly pullRequest: number;
      /** Commit and branch the pull request goes to. */
      readonly base: { readonly sha: string | null; readonly branch: string | null };
      readonly files: readonly ArtifactFile[];
    }
  | { readonly found: false; readonly warnings: readonly Warning[] };

/** What came of uploading the HTML report. */
export type ReportUpload =
  | { readonly kind: "uploaded"; readonly url: string }
  | {
      /** `absent` where nobody offers it, `failed` where the service gave up; neither changes a verdict. */
      readonly kind: "absent" | "failed";
      /** Why: the end of a sentence. */
      readonly because: string;
    };
