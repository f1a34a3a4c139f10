import * as v from "valibot";
import { COMMENT_LIMIT } from "../model/platform-limits.ts";
import type { CommentOutcome, CommentRequest } from "../model/publication.ts";
import type { CommentPublisher } from "../ports.ts";
import type { GithubApi, Octokit } from "./api.ts";
import { hasMarker, markerOf } from "./comment-marker.ts";
import { shortenMarkdown } from "./shorten-markdown.ts";
import { warnOf } from "./trouble.ts";

const PER_PAGE = 100;
/** Most comments looked through: 100 pages, a tenth of a job's hourly requests. */
const MAX_PAGES = 100;
/** Login behind the default token. */
const DEFAULT_LOGIN = "github-actions[bot]";

const Comment = v.object({
  id: v.number(),
  body: v.nullish(v.string(), ""),
  html_url: v.nullish(v.string(), ""),
  user: v.nullish(v.object({ login: v.string() })),
});
const Viewer = v.object({ viewer: v.object({ login: v.string() }) });

type StoredComment = v.InferOutput<typeof Comment>;
type Done = Pick<CommentOutcome, "action" | "url">;

/**
 * Keeps one comment per key, found by marker and author on every page, rewritten in place.
 *
 * @param api - access to the repository
 * @returns the publisher
 */
export function createCommentPublisher(api: GithubApi): CommentPublisher {
  return {
    publish: async (request: CommentRequest): Promise<CommentOutcome> => {
      if (request.policy === "never") return { action: "skipped", url: null, warnings: [] };
      // Finding and writing are one operation: trying again after a lost answer finds what was written.
      const attempt = await api.attempt((octokit) => upsert(octokit, api, request));
      if (attempt.ok) return { ...attempt.value, warnings: [] };
      const errand = { what: "The comment", permission: "pull-requests: write" };
      return { action: "failed", url: null, warnings: [warnOf(attempt.failure, errand)] };
    },
  };
}

async function upsert(octokit: Octokit, api: GithubApi, request: CommentRequest): Promise<Done> {
  const { owner, repo } = api;
  const existing = await find(octokit, api, request);
  const body = shortenMarkdown(`${markerOf(request.key)}\n${request.body}`, {
    max: COMMENT_LIMIT,
    measure: (text: string): number => text.length,
  });
  if (existing !== null) {
    if (existing.body === body) return { action: "unchanged", url: existing.html_url };
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const { data } = await octokit.request(route, { owner, repo, comment_id: existing.id, body });
    return { action: "updated", url: v.parse(Comment, data).html_url };
  }
  if (!isWorthCreating(request)) return { action: "skipped", url: null };
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const { data } = await octokit.request(route, {
    owner,
    repo,
    issue_number: request.pullRequest,
    body,
  });
  return { action: "created", url: v.parse(Comment, data).html_url };
}

function isWorthCreating({ policy, changed, failed }: CommentRequest): boolean {
  if (policy === "on-failure") return failed;
  if (policy === "on-change") return changed || failed;
  return policy === "always";
}

/** Only our own comment counts: anyone can write our marker, and the token may edit anyone's comment. */
async function find(
  octokit: Octokit,
  api: GithubApi,
  request: CommentRequest,
): Promise<StoredComment | null> {
  const { owner, repo } = api;
  let authors: readonly string[] | null = null;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const where = { owner, repo, issue_number: request.pullRequest };
    const { data } = await octokit.request(route, { ...where, per_page: PER_PAGE, page });
    const comments = v.parse(v.array(Comment), data);
    for (const comment of comments.filter(({ body }) => hasMarker(body ?? "", request.key))) {
      authors ??= await ownLogins(octokit);
      if (authors.includes(comment.user?.login ?? "")) return comment;
    }
    if (comments.length < PER_PAGE) return null;
  }
  return null;
}

/** REST writes an app's login with `[bot]`; GraphQL may leave that out. */
async function ownLogins(octokit: Octokit): Promise<readonly string[]> {
  try {
    const { login } = v.parse(Viewer, await octokit.graphql("query { viewer { login } }")).viewer;
    return login.endsWith("[bot]") ? [login] : [login, `${login}[bot]`];
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return [DEFAULT_LOGIN];
  }
}

/** A token that may not ask is the default one; a server in trouble says nothing about the token. */
function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const status = "status" in thrown ? Number(thrown.status) : 0;
  return status !== 429 && status < 500;
}
