import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCommentPublisher } from "../../src/github/comment.ts";
import { markerOf } from "../../src/github/comment-marker.ts";
import type { CommentOutcome, CommentRequest, ToldFailure } from "../../src/model/publication.ts";
import { type GithubOptions, type GithubServer, startGithub } from "../servers/github-server.ts";
import { connect } from "./connection.ts";

let server: GithubServer;
let number: number;
let head: string;

async function start(options?: GithubOptions): Promise<void> {
  server = await startGithub(options);
  ({ number, headSha: head } = await server.openPullRequest("feature"));
}

beforeEach(() => start());
afterEach(() => server.close());

function publish(change: Partial<CommentRequest> = {}): Promise<CommentOutcome> {
  const request = {
    head: null,
    key: "main",
    body: "body",
    policy: "always",
    changed: true,
    failed: false,
  } as const;
  return createCommentPublisher(connect(server).api).publish({
    pullRequest: number,
    ...request,
    ...change,
  });
}

const writes = (): readonly string[] =>
  server.requests.filter(({ method }) => method !== "GET").map(({ method }) => method);
const bodies = async (): Promise<readonly string[]> =>
  (await server.comments(number)).map(({ body }) => body);

test("a first report is a new comment that begins with the marker", async () => {
  const outcome = await publish();
  expect(outcome).toMatchObject({
    action: "created",
    warnings: [],
    url: expect.stringContaining("comment"),
  });
  expect(await bodies()).toEqual([`${markerOf("main")}\nbody`]);
});

test("the next report rewrites it in place", async () => {
  await publish();
  expect(await publish({ body: "green" })).toMatchObject({ action: "updated" });
  expect(await bodies()).toEqual([`${markerOf("main")}\ngreen`]);
});

test("one that told of a failure is told as mended, with its title and head, unless this one fails too", async () => {
  const red = "### ❌ <code>a</code> is 9.0 % slower\n\ntable";
  const bodyAfterFailure = ({ title, head: sha }: ToldFailure): string =>
    `fixed ${title} of ${sha}`;
  await publish({ body: red, failed: true, head });
  await publish({ body: `${red} again`, failed: true, bodyAfterFailure, head });
  expect((await bodies())[0]).toContain("table again");
  await publish({ bodyAfterFailure });
  expect(await bodies()).toEqual([
    `${markerOf("main")}\nfixed <code>a</code> is 9.0 % slower of ${head}`,
  ]);
  await publish({ bodyAfterFailure });
  expect(await bodies()).toEqual([`${markerOf("main")}\nbody`]);
});

test("an equal report writes nothing", async () => {
  await publish();
  expect(await publish()).toMatchObject({
    action: "unchanged",
    url: expect.stringContaining("comment"),
  });
  expect(writes().filter((method) => method === "PATCH")).toEqual([]);
});

test("it is found behind 300 comments of others", { timeout: 60_000 }, async () => {
  for (let count = 0; count < 150; count += 1) await server.addComment(number, `before ${count}`);
  await publish();
  for (let count = 0; count < 150; count += 1) await server.addComment(number, `after ${count}`);
  expect(await publish({ body: "second" })).toMatchObject({ action: "updated" });
  expect((await bodies()).filter((body) => body.includes("wasm-bench"))).toEqual([
    `${markerOf("main")}\nsecond`,
  ]);
});

test("a comment of someone else with our marker is left alone", async () => {
  await server.addComment(number, `${markerOf("main")}\nforged`, "forker");
  expect(await publish()).toMatchObject({ action: "created" });
  expect(await bodies()).toEqual([`${markerOf("main")}\nforged`, `${markerOf("main")}\nbody`]);
});

test("a comment of ours that only quotes the marker is not taken for the report", async () => {
  await server.addComment(number, `see ${markerOf("main")}`, "github-actions[bot]");
  expect(await publish()).toMatchObject({ action: "created" });
});

test("each key has its own comment", async () => {
  await publish({ key: "linux" });
  await publish({ key: "linux-arm" });
  expect(await publish({ key: "linux", body: "again" })).toMatchObject({ action: "updated" });
  expect(await bodies()).toEqual([`${markerOf("linux")}\nagain`, `${markerOf("linux-arm")}\nbody`]);
});

test("without GraphQL the bot's comment is still found", async () => {
  await publish();
  server.inject({ on: /graphql/, status: 403 });
  expect(await publish({ body: "again" })).toMatchObject({ action: "updated" });
});

test("a GraphQL server in trouble is asked again before anything is written", async () => {
  await publish();
  server.inject({ on: /graphql/, status: 503, times: 1 });
  expect(await publish({ body: "again" })).toMatchObject({ action: "updated" });
  expect(server.requests.filter(({ path }) => path === "/graphql")).toHaveLength(2);
});

describe("the policy decides about a new comment", () => {
  test.each([
    { policy: "never", changed: true, failed: true, action: "skipped" },
    { policy: "on-failure", changed: true, failed: false, action: "skipped" },
    { policy: "on-failure", changed: true, failed: true, action: "created" },
    { policy: "on-change", changed: false, failed: false, action: "skipped" },
    { policy: "on-change", changed: true, failed: false, action: "created" },
    { policy: "always", changed: false, failed: false, action: "created" },
  ] as const)(
    "$policy, changed $changed, failed $failed: $action",
    async ({ action, ...change }) => {
      expect(await publish(change)).toMatchObject({ action });
      expect(await bodies()).toHaveLength(action === "created" ? 1 : 0);
    },
  );

  test.each(["on-failure", "on-change"] as const)(
    "with %s a red comment still turns green",
    async (policy) => {
      await publish({ policy, failed: true, body: "red" });
      expect(await publish({ policy, changed: false, body: "green" })).toMatchObject({
        action: "updated",
      });
      expect(await bodies()).toEqual([`${markerOf("main")}\ngreen`]);
    },
  );

  test("with never an existing comment stays as it is", async () => {
    await publish();
    expect(await publish({ policy: "never", body: "other" })).toMatchObject({ action: "skipped" });
    expect(await bodies()).toEqual([`${markerOf("main")}\nbody`]);
  });
});

describe("a body that is too long", () => {
  test("is cut after a whole line, marker first, and says so", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `| benchmark ${index} | 😀 |`);
    expect(await publish({ body: rows.join("\n") })).toMatchObject({
      action: "created",
      warnings: [],
    });
    const [body = ""] = await bodies();
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.startsWith(`${markerOf("main")}\n| benchmark 0 |`)).toBe(true);
    const table = body.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.slice(0, table.length)).toEqual(table);
    expect(body).toMatch(new RegExp(`_Shortened: ${5000 - table.length} more lines`));
  });

  test("without line breaks is cut between characters", async () => {
    await publish({ body: "😀".repeat(40_000) });
    const [body = ""] = await bodies();
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.isWellFormed()).toBe(true);
  });
});

test("on an enterprise server the API's own path is used", async () => {
  await server.close();
  await start({ prefix: "/api/v3" });
  await publish();
  expect(await publish({ body: "again" })).toMatchObject({ action: "updated" });
});
