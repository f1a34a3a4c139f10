import * as v from "valibot";
import type { CacheIndex } from "../ports.ts";
import type { GithubApi } from "./api.ts";
import { createAsker } from "./commit-graph.ts";

const PER_PAGE = 100;

const Caches = v.object({
  actions_caches: v.array(
    v.object({
      key: v.nullish(v.string(), ""),
      ref: v.nullish(v.string(), ""),
      version: v.nullish(v.string(), ""),
    }),
  ),
});

/**
 * The list of the repository's cache entries, asked of the API. Needs `actions: read`.
 *
 * @param api - access to the repository, with short limits
 * @returns the list; a token that may not read it is an answer
 */
export function createCacheIndex(api: GithubApi): CacheIndex {
  const { owner, repo } = api;
  const ask = createAsker(api);
  return {
    list: (prefix: string) =>
      ask(async (octokit) => {
        const route = "GET /repos/{owner}/{repo}/actions/caches";
        const { data } = await octokit.request(route, {
          owner,
          repo,
          key: prefix,
          per_page: PER_PAGE,
          sort: "created_at",
          direction: "desc",
        });
        return v.parse(Caches, data).actions_caches.map(({ key, ref, version }) => ({
          key: key ?? "",
          ref: ref ?? "",
          version: version ?? "",
        }));
      }),
  };
}
