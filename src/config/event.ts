import { EVENT_NAMES, type EventFacts, type EventName, type RunContext } from "../model/event.ts";
import { type Payload, readPayload } from "./payload.ts";

/** Name of the bot whose pull requests run with a read-only token. */
const DEPENDABOT = "dependabot[bot]";

function branchOf(ref: string): string {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : "";
}

/** GitHub compares owners and names without regard to case. */
function isSameRepository(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function eventNameOf(name: string): EventName {
  return EVENT_NAMES.find((known) => known === name) ?? "other";
}

/** What every event shares: a commit of the repository itself, nothing to compare with, nowhere to speak. */
function plainFacts(name: EventName, payload: Payload, context: RunContext): EventFacts {
  return {
    name,
    repository: context.repository,
    defaultBranch: payload.optional("repository.default_branch") ?? "",
    headSha: context.sha,
    headRepository: context.repository,
    headBranch: branchOf(context.ref),
    baseSha: null,
    baseBranch: null,
    pullRequest: null,
    pullRequestHead: null,
    isFork: false,
    isDependabot: false,
    savesBaselineFor: null,
    statusSha: null,
    sourceRun: null,
  };
}

/** Runs that start from the repository's own branches are trusted to save a baseline for the branch they run on. */
function trusted(plain: EventFacts): EventFacts {
  return {
    ...plain,
    savesBaselineFor: plain.headBranch === "" ? null : plain.headBranch,
    statusSha: plain.headSha === "" ? null : plain.headSha,
  };
}

function pushFacts(plain: EventFacts, payload: Payload): EventFacts {
  if (payload.isTrue("deleted")) return plain;
  const before = payload.optional("before") ?? "";
  // A new branch began nowhere; what a forced push replaced is no ancestor.
  const hasBefore = !/^0*$/.test(before) && !payload.isTrue("forced");
  return { ...trusted(plain), baseSha: hasBefore ? before : null };
}

function pullRequestFacts(plain: EventFacts, payload: Payload): EventFacts {
  const headSha = payload.text("pull_request.head.sha");
  // The head repository is null once a fork was deleted: still not ours.
  const headRepository = payload.optional("pull_request.head.repo.full_name") ?? "";
  return {
    ...plain,
    headSha,
    headRepository,
    headBranch: payload.text("pull_request.head.ref"),
    baseSha: payload.text("pull_request.base.sha"),
    baseBranch: payload.text("pull_request.base.ref"),
    pullRequest: payload.integer("pull_request.number"),
    pullRequestHead: headSha,
    isFork: !isSameRepository(headRepository, plain.repository),
    isDependabot: payload.optional("pull_request.user.login") === DEPENDABOT,
    statusSha: headSha,
  };
}

/** The commit is the default branch's, whatever was commented on: what the comment is about must be looked up. */
function issueCommentFacts(plain: EventFacts, payload: Payload): EventFacts {
  const isPullRequest = payload.optional("issue.pull_request.url") !== null;
  return isPullRequest ? { ...plain, pullRequest: payload.integer("issue.number") } : plain;
}

/** The queue's branches are named after the pull request they end with. */
const QUEUED = /^gh-readonly-queue\/.+\/pr-(\d{1,15})-[0-9a-f]{40,64}$/;

function mergeGroupFacts(plain: EventFacts, payload: Payload): EventFacts {
  const headSha = payload.text("merge_group.head_sha");
  const headBranch = branchOf(payload.text("merge_group.head_ref"));
  const number = QUEUED.exec(headBranch)?.[1];
  return {
    ...plain,
    headSha,
    headBranch,
    pullRequest: number === undefined ? null : Number(number),
    baseSha: payload.text("merge_group.base_sha"),
    baseBranch: branchOf(payload.text("merge_group.base_ref")),
    statusSha: headSha,
  };
}

function workflowRunFacts(plain: EventFacts, payload: Payload): EventFacts {
  const headSha = payload.text("workflow_run.head_sha");
  const headRepository = payload.optional("workflow_run.head_repository.full_name") ?? "";
  return {
    ...plain,
    headSha,
    headRepository,
    headBranch: payload.optional("workflow_run.head_branch") ?? "",
    isFork: !isSameRepository(headRepository, plain.repository),
    isDependabot: payload.optional("workflow_run.actor.login") === DEPENDABOT,
    statusSha: headSha,
    sourceRun: {
      id: payload.integer("workflow_run.id"),
      event: payload.text("workflow_run.event"),
    },
  };
}

/**
 * Reads the facts of the event that started the run.
 *
 * @param name - `GITHUB_EVENT_NAME`
 * @param payload - parsed content of `GITHUB_EVENT_PATH`
 * @param context - commit, ref and repository from the environment: some payloads carry none
 * @returns the facts; an event of another name is trusted with nothing
 * @throws ActionError `environment` naming the field that is missing or of a wrong type
 */
export function parseEvent(name: string, payload: unknown, context: RunContext): EventFacts {
  const known = eventNameOf(name);
  const fields = readPayload(name, payload);
  const plain = plainFacts(known, fields, context);
  switch (known) {
    case "push":
      return pushFacts(plain, fields);
    case "schedule":
    case "workflow_dispatch":
      return trusted(plain);
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
    case "pull_request_review_comment":
      return pullRequestFacts(plain, fields);
    case "issue_comment":
      return issueCommentFacts(plain, fields);
    case "merge_group":
      return mergeGroupFacts(plain, fields);
    case "workflow_run":
      return workflowRunFacts(plain, fields);
    case "other":
      return plain;
  }
}

/**
 * Tells whether a run may save the baseline of a branch.
 *
 * @param event - facts of the event
 * @param branch - the baseline branch; null is the repository's default branch
 * @returns true only on push, schedule and workflow_dispatch of that branch
 */
export function maySaveBaseline(event: EventFacts, branch: string | null): boolean {
  const wanted = branch ?? event.defaultBranch;
  return wanted !== "" && event.savesBaselineFor === wanted;
}
