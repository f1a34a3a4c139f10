import * as v from "valibot";
import type { CommitGraph, Knowledge } from "../ports.ts";
import type { GithubApi, Octokit } from "./api.ts";
import { reasonOf } from "./trouble.ts";

/** Commits asked for: one page, the most GitHub gives at once. */
const PER_PAGE = 100;

const Commits = v.array(
  v.object({ sha: v.string(), parents: v.array(v.object({ sha: v.string() })) }),
);
const Comparison = v.object({ ahead_by: v.number(), behind_by: v.number() });
const Tip = v.object({ commit: v.object({ sha: v.string() }) });

/**
 * The commits of the repository, asked of the API.
 *
 * @param api - access to the repository, with short limits: a run waits for it
 * @returns the graph; trouble is an answer
 */
export function createCommitGraph(api: GithubApi): CommitGraph {
  const { owner, repo } = api;
  const ask = createAsker(api);
  return {
    historyOf: (sha: string) =>
      ask(async (octokit) => {
        const route = "GET /repos/{owner}/{repo}/commits";
        const { data } = await octokit.request(route, { owner, repo, sha, per_page: PER_PAGE });
        return v.parse(Commits, data).map((commit) => ({
          sha: commit.sha,
          parents: commit.parents.map((parent) => parent.sha),
        }));
      }),
    distance: (from: string, to: string) =>
      ask(async (octokit) => {
        const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
        const basehead = `${from}...${to}`;
        // The counts stand on every page; one commit keeps the answer small.
        const { data } = await octokit.request(route, { owner, repo, basehead, per_page: 1 });
        const { ahead_by: ahead, behind_by: behind } = v.parse(Comparison, data);
        return { ahead, behind };
      }),
    tipOf: (branch: string) =>
      ask(async (octokit) => {
        const route = "GET /repos/{owner}/{repo}/branches/{branch}";
        const { data } = await octokit.request(route, { owner, repo, branch });
        return v.parse(Tip, data).commit.sha;
      }),
  };
}

type Asker = <T>(operation: (octokit: Octokit) => Promise<T>) => Promise<Knowledge<T>>;

/**
 * Asks the API what a run would like to know and can do without.
 *
 * @param api - access to the repository
 * @returns the asker; once nobody could be reached, it asks no more
 */
export function createAsker(api: GithubApi): Asker {
  let silence: string | null = null;
  return async <T>(operation: (octokit: Octokit) => Promise<T>): Promise<Knowledge<T>> => {
    if (silence !== null) return { known: false, why: silence };
    const attempt = await api.attempt(operation);
    if (attempt.ok) return { known: true, value: attempt.value };
    const why = reasonOf(attempt.failure);
    const { kind } = attempt.failure;
    if (kind === "unauthorized" || kind === "timeout" || kind === "network") silence = why;
    return { known: false, why };
  };
}
