import { STATUS_LIMIT, STATUS_NAME_LIMIT } from "../model/platform-limits.ts";
import type { StatusRequest } from "../model/publication.ts";
import type { Warning } from "../model/sample.ts";
import type { StatusPublisher } from "../ports.ts";
import type { GithubApi } from "./api.ts";
import { shortenLine } from "./shorten-markdown.ts";
import { warnOf } from "./trouble.ts";

/**
 * Sets commit statuses.
 *
 * @param api - access to the repository
 * @returns the publisher
 */
export function createStatusPublisher(api: GithubApi): StatusPublisher {
  return {
    publish: async (request: StatusRequest): Promise<readonly Warning[]> => {
      const { sha, state, url } = request;
      const { owner, repo } = api;
      const attempt = await api.attempt((octokit) =>
        octokit.request("POST /repos/{owner}/{repo}/statuses/{sha}", {
          owner,
          repo,
          sha,
          state,
          context: contextOf(request.key),
          description: shortenLine(request.description.replaceAll(/\s+/g, " "), STATUS_LIMIT),
          ...(url === "" ? {} : { target_url: url }),
        }),
      );
      if (attempt.ok) return [];
      return [
        warnOf(attempt.failure, { what: "The commit status", permission: "statuses: write" }),
      ];
    },
  };
}

/**
 * Name of the commit status of a key: what branch protection asks for.
 *
 * @param key - `comment-key`; empty for the only one
 * @returns `wasm-bench`, with the key where there is one
 */
export function contextOf(key: string): string {
  return key === "" ? "wasm-bench" : shortenLine(`wasm-bench (${key})`, STATUS_NAME_LIMIT);
}
