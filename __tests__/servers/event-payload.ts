import type { OpenedPullRequest } from "./github-repository.ts";

/**
 * The payload of a push.
 *
 * @param repository - `owner/name`
 * @param ref - full ref that was pushed
 * @param sha - commit it points at now
 * @returns the payload
 */
export function pushPayload(repository: string, ref: string, sha: string): unknown {
  return { ref, after: sha, before: "0".repeat(40), repository: describe(repository) };
}

/**
 * The payload of a pull_request event.
 *
 * @param repository - `owner/name` of the base repository
 * @param pull - the pull request
 * @returns the payload
 */
export function pullRequestPayload(repository: string, pull: OpenedPullRequest): unknown {
  return {
    action: "synchronize",
    number: pull.number,
    pull_request: {
      number: pull.number,
      head: { sha: pull.headSha, ref: pull.headRef, repo: { full_name: pull.headRepository } },
      base: { sha: pull.baseSha, ref: pull.baseRef, repo: { full_name: repository } },
    },
    repository: describe(repository),
  };
}

/**
 * The payload of a merge_group event.
 *
 * @param repository - `owner/name`
 * @param base - ref the group will be merged into
 * @param sha - commit of the group
 * @returns the payload
 */
export function mergeGroupPayload(repository: string, base: string, sha: string): unknown {
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-1-${sha}`;
  return {
    action: "checks_requested",
    merge_group: { head_sha: sha, head_ref, base_ref: base, base_sha: "1".repeat(40) },
    repository: describe(repository),
  };
}

/**
 * The payload of a workflow_run event after a pull request's run. Its `pull_requests` is empty, as it is for forks.
 *
 * @param repository - `owner/name` of the base repository
 * @param runId - the finished run
 * @param pull - the pull request whose head the run tested
 * @returns the payload
 */
export function workflowRunPayload(
  repository: string,
  runId: number,
  pull: OpenedPullRequest,
): unknown {
  return {
    action: "completed",
    workflow_run: {
      id: runId,
      event: "pull_request",
      conclusion: "failure",
      head_sha: pull.headSha,
      head_branch: pull.headRef,
      head_repository: { full_name: pull.headRepository },
      pull_requests: [],
    },
    repository: describe(repository),
  };
}

/**
 * The payload of an issue_comment event.
 *
 * @param repository - `owner/name`
 * @param number - number of the issue or pull request
 * @param isPullRequest - whether it is a pull request
 * @returns the payload, which names no commit
 */
export function issueCommentPayload(
  repository: string,
  number: number,
  isPullRequest: boolean,
): unknown {
  const url = `https://api.github.com/repos/${repository}/pulls/${number}`;
  return {
    action: "created",
    issue: { number, ...(isPullRequest ? { pull_request: { url } } : {}) },
    comment: { body: "/bench" },
    repository: describe(repository),
  };
}

function describe(repository: string) {
  const [login = "", name = ""] = repository.split("/");
  return { full_name: repository, name, owner: { login }, default_branch: "main" };
}
