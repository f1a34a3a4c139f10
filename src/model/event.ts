/** Events the action knows; any other one is measured and judged like a push of no branch, and told in the log only. */
export const EVENT_NAMES = [
  "push",
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
  "issue_comment",
  "merge_group",
  "schedule",
  "workflow_dispatch",
  "workflow_run",
] as const;

/** One of {@link EVENT_NAMES}, or `other`. */
export type EventName = (typeof EVENT_NAMES)[number] | "other";

/** What the runner's environment says beside the payload. */
export interface RunContext {
  /** `GITHUB_SHA` */
  readonly sha: string;
  /** `GITHUB_REF`, for example `refs/heads/main` */
  readonly ref: string;
  /** `GITHUB_REPOSITORY`, owner/name */
  readonly repository: string;
}

/** The facts of an event that decisions rest on. */
export interface EventFacts {
  readonly name: EventName;
  /** Repository the workflow runs in, owner/name. */
  readonly repository: string;
  readonly defaultBranch: string;
  /** Commit that is judged: the head of the pull request, never the merge commit GitHub makes of it. */
  readonly headSha: string;
  /** Repository the head commit comes from, owner/name; a fork's for its pull requests. */
  readonly headRepository: string;
  /** Branch of the head commit, without `refs/heads/`; empty for tags. */
  readonly headBranch: string;
  /** Commit compared with: a pull request's base, or what a push began from; null where the event has none. */
  readonly baseSha: string | null;
  /** Branch a pull request or merge group goes to; null where the event has none. */
  readonly baseBranch: string | null;
  /** Number of the pull request; null where there is none or, for `workflow_run`, where it must be looked up. */
  readonly pullRequest: number | null;
  /** Head commit of the pull request; null where there is none, or where it must be looked up. */
  readonly pullRequestHead: string | null;
  /** True when the head comes from another repository: the token is read-only and its files are hostile. */
  readonly isFork: boolean;
  /** True for pull requests of Dependabot, whose token is read-only too. */
  readonly isDependabot: boolean;
  /** Branch a run of this event may save a baseline for; null for every event that is not trusted. */
  readonly savesBaselineFor: string | null;
  /** Commit a status belongs on; null where the event is about none, or where it must be looked up. */
  readonly statusSha: string | null;
  /** For `workflow_run`: the run whose artifact is published. */
  readonly sourceRun: { readonly id: number; readonly event: string } | null;
}
