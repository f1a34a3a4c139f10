import * as v from "valibot";
import type { EventFacts } from "../model/event.ts";
import type { Warning } from "../model/sample.ts";
import type { Attempt, GithubApi, Octokit } from "./api.ts";
import { reasonOf } from "./trouble.ts";

const PER_PAGE = 100;

const Side = v.object({
  sha: v.string(),
  ref: v.string(),
  repo: v.nullish(v.object({ full_name: v.string() })),
});
const Pull = v.object({
  number: v.number(),
  state: v.nullish(v.string(), "open"),
  user: v.nullish(v.object({ login: v.string() })),
  head: Side,
  base: v.nullish(v.object({ sha: v.string(), ref: v.string() })),
});

/** A pull request as the API tells of it. */
export type PullRequest = v.InferOutput<typeof Pull>;

/** A head as GitHub names it: together these are of one pull request, mostly. */
export interface Head {
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`. */
  readonly headRepository: string;
}

/**
 * Finds the open pull requests of a head.
 *
 * @param octokit - the client
 * @param api - the repository
 * @param head - repository, branch and commit, in GitHub's words
 * @returns every open pull request with exactly this head
 */
export async function findPullRequests(
  octokit: Octokit,
  { owner, repo }: GithubApi,
  { headSha, headBranch, headRepository }: Head,
): Promise<readonly PullRequest[]> {
  const { data } = await octokit.request("GET /repos/{owner}/{repo}/pulls", {
    owner,
    repo,
    head: `${headRepository.split("/")[0]}:${headBranch}`,
    state: "open",
    per_page: PER_PAGE,
  });
  return v
    .parse(v.array(Pull), data)
    .filter(
      ({ head }) =>
        head.sha === headSha &&
        head.ref === headBranch &&
        head.repo?.full_name.toLowerCase() === headRepository.toLowerCase(),
    );
}

/**
 * Reads a pull request.
 *
 * @param octokit - the client
 * @param api - the repository
 * @param number - number of the pull request
 * @returns the pull request as it is now
 */
export async function readPullRequest(
  octokit: Octokit,
  { owner, repo }: GithubApi,
  number: number,
): Promise<PullRequest> {
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  const { data } = await octokit.request(route, { owner, repo, pull_number: number });
  return v.parse(Pull, data);
}

/** An event whose pull request was looked up. */
export interface CompletedEvent {
  readonly event: EventFacts;
  readonly warnings: readonly Warning[];
}

/**
 * Adds what only the API knows of an event's pull request: the head of the one that was commented on or queued, or the one
 * a finished run was for.
 *
 * @param event - facts of the payload
 * @param api - access to the repository
 * @returns the event itself where the payload told all; a pull request that cannot be found is warned about
 */
export async function completeEvent(event: EventFacts, api: GithubApi): Promise<CompletedEvent> {
  const { name, pullRequest } = event;
  if (name === "workflow_run") return afterRun(event, api);
  if (pullRequest === null || event.pullRequestHead !== null) return { event, warnings: [] };
  const pull = await api.attempt((octokit) => readPullRequest(octokit, api, pullRequest));
  if (name === "merge_group") return inQueue(event, pull);
  return pull.ok ? { event: onPull(event, pull.value), warnings: [] } : lost(event, pull);
}

/** Status and judgement stay with the group's commit; the pull request is where people look. */
function inQueue(event: EventFacts, pull: Attempt<PullRequest>): CompletedEvent {
  if (!pull.ok) return lost({ ...event, pullRequest: null }, pull);
  const { state, head } = pull.value;
  const place = state === "open" ? { pullRequestHead: head.sha } : { pullRequest: null };
  return { event: { ...event, ...place }, warnings: [] };
}

async function afterRun(event: EventFacts, api: GithubApi): Promise<CompletedEvent> {
  const pulls = await api.attempt((octokit) => findPullRequests(octokit, api, event));
  if (!pulls.ok) return lost(event, pulls);
  const [pull, ...others] = pulls.value;
  // Where several have this head, nothing tells which of them was meant.
  if (pull === undefined || others.length > 0) return { event, warnings: [] };
  return { event: onPull(event, pull), warnings: [] };
}

function onPull(event: EventFacts, { number, head, base, user }: PullRequest): EventFacts {
  const headRepository = head.repo?.full_name ?? "";
  return {
    ...event,
    headSha: head.sha,
    headBranch: head.ref,
    headRepository,
    baseSha: base?.sha ?? event.baseSha,
    baseBranch: base?.ref ?? event.baseBranch,
    pullRequest: number,
    pullRequestHead: head.sha,
    isFork: headRepository.toLowerCase() !== event.repository.toLowerCase(),
    isDependabot: event.isDependabot || user?.login === "dependabot[bot]",
    statusSha: head.sha,
  };
}

function lost(
  event: EventFacts,
  attempt: Extract<Attempt<unknown>, { ok: false }>,
): CompletedEvent {
  const message = `the pull request of this ${event.name} is not known: ${reasonOf(attempt.failure)}`;
  return { event, warnings: [{ code: "pull-request-unknown", message }] };
}
