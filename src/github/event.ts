import * as v from "valibot";
import type { FinishedRun } from "../ports.ts";

/** The pull request a run is about. Names are hostile. */
export interface PullRequestFacts {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name`; empty when the fork was deleted. */
  readonly headRepository: string;
  readonly baseRef: string;
  readonly baseSha: string;
  /** True when the head is in another repository: the token can only read. */
  readonly fork: boolean;
}

/** What happened, as far as the job needs it. */
export interface EventFacts {
  readonly name: string;
  /** Commit people mean: the head of a pull request or merge group, else GITHUB_SHA. Commit statuses belong to it. */
  readonly headSha: string;
  /** Branch pushed or run on; null for tags and pull requests. */
  readonly branch: string | null;
  /** Branch that a pull request or merge group goes into; null otherwise. */
  readonly targetBranch: string | null;
  readonly defaultBranch: string | null;
  readonly pullRequest: PullRequestFacts | null;
  readonly finishedRun: FinishedRun | null;
}

/** What the environment says about the event. */
export interface EventSource {
  readonly name: string;
  readonly sha: string;
  readonly ref: string;
  readonly repository: string;
  /** Parsed event file. */
  readonly payload: unknown;
}

const Sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));
const Repository = v.nullish(v.object({ full_name: v.string() }));
const Payload = v.object({
  repository: v.optional(v.object({ default_branch: v.optional(v.string()) })),
  pull_request: v.optional(
    v.object({
      number: v.pipe(v.number(), v.integer(), v.minValue(1)),
      head: v.object({ sha: Sha, ref: v.string(), repo: Repository }),
      base: v.object({ sha: Sha, ref: v.string() }),
    }),
  ),
  merge_group: v.optional(v.object({ head_sha: Sha, base_ref: v.string() })),
  workflow_run: v.optional(
    v.object({
      id: v.pipe(v.number(), v.integer()),
      event: v.string(),
      head_sha: Sha,
      head_branch: v.nullish(v.string()),
      head_repository: Repository,
    }),
  ),
});

type PayloadFacts = v.InferOutput<typeof Payload>;

/**
 * Reads what happened from an event.
 *
 * @param source - name, commit, ref, repository and payload
 * @returns the facts
 * @throws v.ValiError when the payload is not one of GitHub's
 * @see https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function describeEvent(source: EventSource): EventFacts {
  const payload = v.parse(Payload, source.payload);
  const pullRequest = describePullRequest(payload.pull_request, source.repository);
  const group = payload.merge_group;
  return {
    name: source.name,
    headSha: pullRequest?.headSha ?? group?.head_sha ?? source.sha,
    branch: pullRequest === null && group === undefined ? branchOf(source.ref) : null,
    targetBranch: pullRequest?.baseRef ?? (group === undefined ? null : branchOf(group.base_ref)),
    defaultBranch: payload.repository?.default_branch ?? null,
    pullRequest,
    finishedRun: describeFinishedRun(payload.workflow_run),
  };
}

function describePullRequest(
  pull: PayloadFacts["pull_request"],
  repository: string,
): PullRequestFacts | null {
  if (pull === undefined) return null;
  const headRepository = pull.head.repo?.full_name ?? "";
  return {
    number: pull.number,
    headSha: pull.head.sha,
    headRef: pull.head.ref,
    headRepository,
    baseRef: pull.base.ref,
    baseSha: pull.base.sha,
    fork: headRepository.toLowerCase() !== repository.toLowerCase(),
  };
}

function describeFinishedRun(run: PayloadFacts["workflow_run"]): FinishedRun | null {
  if (run === undefined) return null;
  return {
    id: run.id,
    event: run.event,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? "",
    headRepository: run.head_repository?.full_name ?? "",
  };
}

function branchOf(ref: string): string | null {
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;
}
