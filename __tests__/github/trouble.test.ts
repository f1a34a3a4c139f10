import { afterEach, describe, expect, test } from "vitest";
import { createApi } from "../../src/github/api.ts";
import { createCommentPublisher } from "../../src/github/comment.ts";
import { createStatusPublisher } from "../../src/github/status.ts";
import type { CommentOutcome } from "../../src/model/publication.ts";
import { type GithubOptions, type GithubServer, startGithub } from "../servers/github-server.ts";
import { type Connection, connect, NOW_MS } from "./connection.ts";

let server: GithubServer;
const CREATE = /^POST .*\/comments$/;

async function start(options?: GithubOptions): Promise<number> {
  server = await startGithub(options);
  return (await server.openPullRequest("feature")).number;
}

afterEach(() => server.close());

function comment(
  { api }: Pick<Connection, "api">,
  pullRequest: number,
  body = "body",
): Promise<CommentOutcome> {
  const request = { head: null, key: "", policy: "always", changed: true, failed: true } as const;
  return createCommentPublisher(api).publish({ ...request, pullRequest, body });
}

describe("trouble becomes a warning", () => {
  test("a read-only token: the permission to add, and what forks do", async () => {
    const number = await start({ permissions: {} });
    const connection = connect(server);
    const { action, warnings } = await comment(connection, number);
    expect(action).toBe("failed");
    expect(warnings).toMatchObject([{ code: "github-403" }]);
    expect(warnings[0]?.message).toContain('Add "permissions: pull-requests: write" to the job');
    expect(warnings[0]?.message).toContain("mode: comment");
    expect(connection.waits).toEqual([]);
  });

  test("a read-only token for the commit status", async () => {
    await start({ permissions: {} });
    const request = {
      sha: "a".repeat(40),
      key: "",
      state: "success",
      description: "fine",
      url: "",
    } as const;
    const [warning] = await createStatusPublisher(connect(server).api).publish(request);
    expect(warning?.message).toContain('Add "permissions: statuses: write" to the job');
  });

  test.each([
    [401, "github-401", "the token was refused"],
    [404, "github-404", "does not show it to this token"],
    [410, "github-410", "does not show it to this token"],
    [422, "github-422", "refused the content"],
    [418, "github-418", "not one of GitHub's"],
  ])("status %i is %s and not tried again", async (status, code, text) => {
    const number = await start();
    const connection = connect(server);
    server.inject({ on: CREATE, status });
    const { warnings } = await comment(connection, number);
    expect(warnings).toMatchObject([{ code, message: expect.stringContaining(text) }]);
    expect(connection.waits).toEqual([]);
  });

  test("no token", async () => {
    const number = await start();
    const deps = {
      token: "",
      apiUrl: server.url,
      repository: "octo/app",
      wait: async () => undefined,
      now: () => 0,
    };
    const { warnings } = await comment({ api: createApi(deps) }, number);
    expect(warnings).toMatchObject([
      { code: "github-unauthorized", message: expect.stringContaining("no token was given") },
    ]);
  });

  test("a server that cannot be reached", async () => {
    await start();
    const deps = {
      token: "t",
      apiUrl: "http://localhost:9",
      repository: "octo/app",
      wait: async () => undefined,
      now: () => 0,
    };
    const { warnings } = await comment({ api: createApi(deps) }, 1);
    expect(warnings).toMatchObject([{ code: "github-network" }]);
  });

  test("an answer that is not GitHub's", async () => {
    const number = await start();
    server.inject({ on: /^GET/, status: 200, body: { portal: "please log in" } });
    const { warnings } = await comment(connect(server), number);
    expect(warnings).toMatchObject([{ code: "github-unexpected" }]);
  });

  test("what GitHub says is one short line", async () => {
    const number = await start();
    server.inject({
      on: CREATE,
      status: 403,
      body: { message: `no\n::error::${"x".repeat(5000)}` },
    });
    const [warning] = (await comment(connect(server), number)).warnings;
    expect(warning?.message).not.toContain("\n");
    expect(warning?.message.length).toBeLessThan(1000);
  });
});

describe("what can pass is tried again, in bounded time", () => {
  test("429: the wait GitHub asks for, then the comment", async () => {
    const number = await start();
    const connection = connect(server);
    server.inject({ on: CREATE, status: 429, headers: { "retry-after": "7" }, times: 1 });
    expect(await comment(connection, number)).toMatchObject({ action: "created", warnings: [] });
    expect(connection.waits).toEqual([7000]);
  });

  test("a secondary limit answers 403 with retry-after, and is no missing permission", async () => {
    const number = await start();
    const connection = connect(server);
    server.inject({ on: CREATE, status: 403, headers: { "retry-after": "3" }, times: 1 });
    expect(await comment(connection, number)).toMatchObject({ action: "created" });
    expect(connection.waits).toEqual([3000]);
  });

  test("a spent limit waits until it is reset", async () => {
    const number = await start();
    const connection = connect(server);
    const headers = {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(NOW_MS / 1000 + 20),
    };
    server.inject({ on: CREATE, status: 403, headers, times: 1 });
    expect(await comment(connection, number)).toMatchObject({ action: "created" });
    expect(connection.waits).toEqual([20_000]);
  });

  test("a wait of more than a minute is not waited", async () => {
    const number = await start();
    const connection = connect(server);
    server.inject({ on: CREATE, status: 429, headers: { "retry-after": "3600" } });
    const { warnings } = await comment(connection, number);
    expect(warnings).toMatchObject([
      { code: "github-429", message: expect.stringContaining("3600 s") },
    ]);
    expect(connection.waits).toEqual([]);
  });

  test.each([500, 502, 503])("%i once, then the comment", async (status) => {
    const number = await start();
    server.inject({ on: CREATE, status, times: 1 });
    expect(await comment(connect(server), number)).toMatchObject({
      action: "created",
      warnings: [],
    });
  });

  test("a server that keeps failing is asked three times", async () => {
    const number = await start();
    const connection = connect(server);
    server.inject({ on: CREATE, status: 503 });
    expect((await comment(connection, number)).warnings).toMatchObject([{ code: "github-503" }]);
    expect(server.requests.filter(({ method }) => method === "POST")).toHaveLength(3);
    expect(connection.waits).toEqual([1000, 2000]);
  });

  test("a server that never answers is given up", async () => {
    const number = await start();
    server.inject({ on: CREATE, hang: true });
    const { action, warnings } = await comment(connect(server, 100), number);
    expect({ action, warnings }).toMatchObject({
      action: "failed",
      warnings: [{ code: "github-timeout" }],
    });
  });

  test("a comment whose answer was lost is not written twice", async () => {
    const number = await start();
    server.inject({ on: CREATE, cut: 5, times: 1 });
    expect(await comment(connect(server), number)).toMatchObject({ warnings: [] });
    expect(await server.comments(number)).toHaveLength(1);
  });
});
