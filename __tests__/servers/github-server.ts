import { createEmulator } from "emulate";
import type { CacheEntry } from "./cache-storage.ts";
import { createFaultBox, type Fault } from "./faults.ts";
import { type Artifact, serveArtifacts } from "./github-artifacts.ts";
import { serveCaches } from "./github-caches.ts";
import { createHistory, type GithubHistory } from "./github-history.ts";
import { type GithubRepository, openRepository } from "./github-repository.ts";
import {
  type CommitStatus,
  type Permissions,
  refuse,
  refuseLongComment,
  takeStatus,
} from "./github-rules.ts";
import { type Answer, json, listen, type ReceivedRequest } from "./loopback.ts";

/** How a GitHub API server starts. */
export interface GithubOptions {
  /** Permissions of the job's token; everything readable, comments and statuses writable when absent. */
  readonly permissions?: Permissions;
  /** Repository there is from the start. */
  readonly repository?: string;
  /** Path of the API below the server, for example `/api/v3` as on GitHub Enterprise Server. */
  readonly prefix?: string;
}

/** A request the server received: method, path below the API root, JSON body. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A GitHub API on the loopback interface: an emulator behind permissions, limits and faults. */
export interface GithubServer extends GithubRepository {
  /** Value of GITHUB_API_URL. */
  readonly url: string;
  /** Token of the job; acts as `github-actions[bot]`. */
  readonly token: string;
  readonly repository: string;
  readonly requests: readonly LoggedRequest[];
  readonly statuses: readonly CommitStatus[];
  readonly inject: (fault: Fault) => void;
  readonly heal: () => void;
  readonly addArtifact: (artifact: Artifact) => void;
  /** Commits and branches; empty at first. */
  readonly history: GithubHistory;
  /** Lists these cache entries from now on. */
  readonly listCaches: (entries: readonly CacheEntry[]) => void;
  /** Makes a pull request's head another commit, as a push to its branch does. */
  readonly moveHead: (pullRequest: number, sha: string) => void;
  readonly close: () => Promise<void>;
}

const JOB_TOKEN = "job-token";
const BOT = "github-actions[bot]";
const PASSED_ON = ["link", "content-type", "x-ratelimit-remaining", "x-ratelimit-reset"];

/**
 * Starts the server with one repository, its owner, a contributor `forker` and the job's bot.
 *
 * @param options - repository, permissions of the job's token, path prefix
 * @returns the running server
 */
export async function startGithub(options: GithubOptions = {}): Promise<GithubServer> {
  const repository = options.repository ?? "octo/app";
  const permissions = options.permissions ?? { "pull-requests": "write", statuses: "write" };
  const emulator = await createEmulator({ service: "github", port: 0, seed: seedOf(repository) });
  const faults = createFaultBox();
  const [requests, statuses, artifacts]: [LoggedRequest[], CommitStatus[], Artifact[]] = [
    [],
    [],
    [],
  ];
  const heads = new Map<number, string>();
  const history = createHistory();
  let caches: readonly CacheEntry[] = [];
  const base = { url: "" };
  const serve = async (request: ReceivedRequest): Promise<Answer> =>
    (isJob(request) ? refuse(request, permissions) : null) ??
    refuseLongComment(request) ??
    takeStatus(request, statuses) ??
    serveArtifacts(request, artifacts, base.url) ??
    serveCaches(request, caches) ??
    history.serve(request) ??
    viewer(request) ??
    forward(emulator.url, request, { heads, base: base.url });
  const server = await listen(async (received) => {
    const request = belowPrefix(received, options.prefix ?? "");
    if (request === null) return json(404, { message: "Not Found" });
    requests.push({
      method: request.method,
      path: request.url.pathname + request.url.search,
      body: bodyOf(request),
    });
    return faults.apply(`${request.method} ${request.url.pathname}`, () => serve(request));
  });
  base.url = `${server.url}${options.prefix ?? ""}`;
  return {
    ...openRepository(emulator.url, repository),
    url: base.url,
    token: JOB_TOKEN,
    repository,
    requests,
    statuses,
    inject: faults.inject,
    heal: faults.heal,
    addArtifact: (artifact) => artifacts.push(artifact),
    history,
    listCaches: (entries) => {
      caches = entries;
    },
    moveHead: (pullRequest, sha) => heads.set(pullRequest, sha),
    close: async () => {
      await server.close();
      await emulator.close();
    },
  };
}

function seedOf(repository: string) {
  const [owner = "", name = ""] = repository.split("/");
  const logins = [owner, "forker", BOT];
  return {
    tokens: {
      [JOB_TOKEN]: { login: BOT, scopes: ["repo"] },
      ...Object.fromEntries(
        logins.map((login) => [`token-of-${login}`, { login, scopes: ["repo"] }]),
      ),
    },
    github: {
      users: logins.map((login) => ({ login })),
      repos: [{ owner, name, auto_init: true }],
    },
  };
}

function isJob({ headers }: ReceivedRequest): boolean {
  return headers.authorization?.endsWith(JOB_TOKEN) === true;
}

function belowPrefix(request: ReceivedRequest, prefix: string): ReceivedRequest | null {
  const graphql = prefix === "" ? "/graphql" : "/api/graphql";
  const { pathname, search } = request.url;
  if (pathname === graphql) return { ...request, url: new URL("http://localhost/graphql") };
  if (!pathname.startsWith(`${prefix}/`)) return null;
  return { ...request, url: new URL(`http://localhost${pathname.slice(prefix.length)}${search}`) };
}

function viewer(request: ReceivedRequest): Answer | null {
  if (request.url.pathname !== "/graphql") return null;
  if (!isJob(request)) return json(401, { message: "Bad credentials" });
  return json(200, { data: { viewer: { login: BOT } } });
}

function bodyOf({ body }: ReceivedRequest): unknown {
  return body.length === 0 ? null : JSON.parse(body.toString("utf8"));
}

interface Rewriting {
  readonly heads: ReadonlyMap<number, string>;
  readonly base: string;
}

async function forward(
  upstream: string,
  request: ReceivedRequest,
  rewriting: Rewriting,
): Promise<Answer> {
  const {
    host: _host,
    "content-length": _length,
    connection: _connection,
    ...headers
  } = request.headers;
  const answer = await fetch(`${upstream}${request.url.pathname}${request.url.search}`, {
    method: request.method,
    headers,
    ...(request.body.length === 0 ? {} : { body: request.body.toString("utf8") }),
  });
  const kept = PASSED_ON.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value.replaceAll(upstream, rewriting.base)]];
  });
  const text = (await answer.text()).replaceAll(upstream, rewriting.base);
  const moved = request.url.pathname.includes("/pulls") ? moveHeads(text, rewriting.heads) : text;
  return { status: answer.status, headers: Object.fromEntries(kept), body: moved };
}

function moveHeads(text: string, heads: ReadonlyMap<number, string>): string {
  const value = JSON.parse(text) as unknown;
  for (const one of Array.isArray(value) ? value : [value]) {
    const pull = one as { number?: number; head?: { sha?: string } };
    const sha = heads.get(pull.number ?? 0);
    if (sha !== undefined && pull.head !== undefined) pull.head.sha = sha;
  }
  return JSON.stringify(value);
}
