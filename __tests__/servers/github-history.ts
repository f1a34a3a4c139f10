import { type Answer, json, type ReceivedRequest } from "./loopback.ts";

/** Commits and branches of a repository, as far as tests tell of them. */
export interface GithubHistory {
  /** Records a commit; one that is known already stays as it is. */
  readonly record: (sha: string, parents?: readonly string[]) => void;
  /** Whether a commit is recorded. */
  readonly knows: (sha: string) => boolean;
  /** Makes a commit the newest of a branch. */
  readonly setTip: (branch: string, sha: string) => void;
  /** The newest commit of a branch; undefined for a branch nobody told of. */
  readonly tipOf: (branch: string) => string | undefined;
  /**
   * Answers what is asked about commits and branches.
   *
   * @param request - request with its path below the API root
   * @returns the answer; null when the request is about something else
   */
  readonly serve: (request: ReceivedRequest) => Answer | null;
}

const LIST = /^\/repos\/[^/]+\/[^/]+\/commits$/;
const COMPARE = /^\/repos\/[^/]+\/[^/]+\/compare\/([^/]+)\.\.\.([^/]+)$/;
const BRANCH = /^\/repos\/[^/]+\/[^/]+\/branches\/(.+)$/;

/**
 * A history without commits.
 *
 * @returns the history
 */
export function createHistory(): GithubHistory {
  const parents = new Map<string, readonly string[]>();
  const tips = new Map<string, string>();
  const reach = (from: string): Set<string> => {
    const found = new Set<string>();
    const left = [from];
    for (let sha = left.pop(); sha !== undefined; sha = left.pop()) {
      if (found.has(sha)) continue;
      found.add(sha);
      left.push(...(parents.get(sha) ?? []));
    }
    return found;
  };
  const list = ({ url }: ReceivedRequest): Answer => {
    const asked = url.searchParams.get("sha") ?? "main";
    const from = tips.get(asked) ?? asked;
    if (!parents.has(from)) return json(404, { message: "Not Found", status: "404" });
    const reached = reach(from);
    // Recorded later is newer: the order of their dates.
    const newestFirst = [...parents.keys()].filter((sha) => reached.has(sha)).reverse();
    const perPage = Number(url.searchParams.get("per_page") ?? 30);
    const first = (Number(url.searchParams.get("page") ?? 1) - 1) * perPage;
    const page = newestFirst.slice(first, first + perPage);
    return json(
      200,
      page.map((sha) => describe(sha, parents.get(sha) ?? [])),
    );
  };
  const compare = (from: string, to: string): Answer => {
    if (!parents.has(from) || !parents.has(to))
      return json(404, { message: "Not Found", status: "404" });
    const [base, head] = [reach(from), reach(to)];
    const ahead = [...head].filter((sha) => !base.has(sha));
    const behind = [...base].filter((sha) => !head.has(sha));
    const shared = [...parents.keys()].filter((sha) => base.has(sha) && head.has(sha)).at(-1);
    if (shared === undefined) return json(404, { message: "No common ancestor", status: "404" });
    const url = `https://github.com/octo/app/compare/${from}...${to}`;
    return json(200, {
      url,
      html_url: url,
      permalink_url: url,
      diff_url: `${url}.diff`,
      patch_url: `${url}.patch`,
      base_commit: describe(from, parents.get(from) ?? []),
      merge_base_commit: describe(shared, parents.get(shared) ?? []),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: ahead.slice(0, 1).map((sha) => describe(sha, parents.get(sha) ?? [])),
      files: [],
    });
  };
  const branch = (name: string): Answer => {
    const sha = tips.get(name);
    if (sha === undefined) return json(404, { message: "Branch not found", status: "404" });
    const url = `https://api.github.com/repos/octo/app/branches/${name}`;
    return json(200, {
      name,
      commit: describe(sha, parents.get(sha) ?? []),
      _links: { html: url, self: url },
      protected: false,
      protection: {},
      protection_url: `${url}/protection`,
    });
  };
  return {
    record: (sha, of = []) => {
      if (!parents.has(sha)) parents.set(sha, of);
    },
    knows: (sha) => parents.has(sha),
    setTip: (name, sha) => tips.set(name, sha),
    tipOf: (name) => tips.get(name),
    serve: (request) => {
      if (request.method !== "GET") return null;
      const { pathname } = request.url;
      if (LIST.test(pathname)) return list(request);
      const [, from, to] = COMPARE.exec(pathname) ?? [];
      if (from !== undefined && to !== undefined) return compare(from, to);
      const name = BRANCH.exec(pathname)?.[1];
      return name === undefined ? null : branch(decodeURIComponent(name));
    },
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return "diverged";
  if (ahead > 0) return "ahead";
  return behind > 0 ? "behind" : "identical";
}

function describe(sha: string, of: readonly string[]) {
  const url = `https://api.github.com/repos/octo/app/commits/${sha}`;
  const who = { name: "octo", email: "octo@example.com", date: "2026-11-01T00:00:00Z" };
  return {
    url,
    sha,
    node_id: sha,
    html_url: url,
    comments_url: `${url}/comments`,
    commit: {
      url,
      author: who,
      committer: who,
      message: sha,
      comment_count: 0,
      tree: { sha, url },
    },
    author: null,
    committer: null,
    parents: of.map((parent) => ({ sha: parent, url })),
  };
}
