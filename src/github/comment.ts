import * as v from "valibot";
import { COMMENT_LIMIT } from "../model/platform-limits.ts";
import type { CommentOutcome, CommentRequest } from "../model/publication.ts";
import type { CommentPublisher } from "../ports.ts";
import type { GithubApi, Octokit } from "./api.ts";
import { failureIn, firstLineOf, hasMarker, headIn } from "./comment-marker.ts";
import { readPullRequest } from "./pull-request.ts";
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
  const own = await findAll(octokit, api, request);
  const existing = own.at(-1) ?? null;
  if (existing === null && !isWorthCreating(request)) return { action: "skipped", url: null };
  if (await isOutdated(octokit, api, { request, existing }))
    return { action: "outdated", url: existing?.html_url ?? null };
  // Two runs at once may both have found none: the newest stays.
  for (const { id } of own.slice(0, -1)) await remove(octokit, api, id);
  const told = `${firstLineOf(request.key, request.head)}\n${bodyOf(request, existing)}`;
  const body = shortenMarkdown(told, {
    max: COMMENT_LIMIT,
    measure: (text: string): number => text.length,
  });
  if (existing !== null) {
    if (existing.body === body) return { action: "unchanged", url: existing.html_url };
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const { data } = await octokit.request(route, { owner, repo, comment_id: existing.id, body });
    return { action: "updated", url: v.parse(Comment, data).html_url };
  }
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const { data } = await octokit.request(route, {
    owner,
    repo,
    issue_number: request.pullRequest,
    body,
  });
  return { action: "created", url: v.parse(Comment, data).html_url };
}

function bodyOf(
  { body, bodyAfterFailure, failed }: CommentRequest,
  existing: StoredComment | null,
): string {
  const failure = failureIn(existing?.body ?? "");
  return failure === null || failed || bodyAfterFailure === undefined
    ? body
    : bodyAfterFailure(failure);
}

interface Standing {
  readonly request: CommentRequest;
  readonly existing: StoredComment | null;
}

/** A run of a head that has been replaced rewrites its own comment only. */
async function isOutdated(
  octokit: Octokit,
  api: GithubApi,
  { request, existing }: Standing,
): Promise<boolean> {
  const { head, pullRequest } = request;
  if (head === null) return false;
  const current = await currentHead(octokit, api, pullRequest);
  if (current === null || current === head) return false;
  return existing === null || headIn(existing.body ?? "") !== head;
}

/** Null where the token may comment and not read: then nobody can tell. */
async function currentHead(
  octokit: Octokit,
  api: GithubApi,
  pullRequest: number,
): Promise<string | null> {
  try {
    return (await readPullRequest(octokit, api, pullRequest)).head.sha;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return null;
  }
}

async function remove(octokit: Octokit, { owner, repo }: GithubApi, id: number): Promise<void> {
  const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
  try {
    await octokit.request(route, { owner, repo, comment_id: id });
  } catch (thrown) {
    // Gone already, or not to be deleted: the newest one is what is read.
    if (!isRefusal(thrown)) throw thrown;
  }
}

function isWorthCreating({ policy, changed, failed }: CommentRequest): boolean {
  if (policy === "on-failure") return failed;
  if (policy === "on-change") return changed || failed;
  return policy === "always";
}

/** Only our own comments count: anyone can write our marker, and the token may edit anyone's comment. Oldest first. */
async function findAll(
  octokit: Octokit,
  api: GithubApi,
  request: CommentRequest,
): Promise<readonly StoredComment[]> {
  const { owner, repo } = api;
  const marked: StoredComment[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const where = { owner, repo, issue_number: request.pullRequest };
    const { data } = await octokit.request(route, { ...where, per_page: PER_PAGE, page });
    const comments = v.parse(v.array(Comment), data);
    marked.push(...comments.filter(({ body }) => hasMarker(body ?? "", request.key)));
    if (comments.length < PER_PAGE) break;
  }
  if (marked.length === 0) return [];
  const authors = await ownLogins(octokit);
  return marked
    .filter(({ user }) => authors.includes(user?.login ?? ""))
    .sort((one, other) => one.id - other.id);
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
