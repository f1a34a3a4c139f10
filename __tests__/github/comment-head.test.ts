import { afterEach, beforeEach, expect, test } from "vitest";
import { createCommentPublisher } from "../../src/github/comment.ts";
import { firstLineOf, headIn, markerOf } from "../../src/github/comment-marker.ts";
import type { CommentOutcome, CommentRequest } from "../../src/model/publication.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { type GithubServer, startGithub } from "../servers/github-server.ts";
import { connect } from "./connection.ts";

const [OLDER, NEWER] = ["1".repeat(40), "2".repeat(40)];
const BOT = "github-actions[bot]";

let server: GithubServer;
let pull: OpenedPullRequest;

beforeEach(async () => {
  server = await startGithub();
  pull = await server.openPullRequest("feature");
  server.moveHead(pull.number, OLDER);
});
afterEach(() => server.close());

function publish(change: Partial<CommentRequest>): Promise<CommentOutcome> {
  return createCommentPublisher(connect(server).api).publish({
    pullRequest: pull.number,
    head: OLDER,
    key: "",
    body: "body",
    policy: "always",
    changed: true,
    failed: true,
    ...change,
  });
}

const bodies = async (): Promise<readonly string[]> =>
  (await server.comments(pull.number)).map(({ body }) => body);

test("a comment carries its head, hidden in its first line", async () => {
  await publish({});
  const [body = ""] = await bodies();
  expect(body.startsWith(markerOf(""))).toBe(true);
  expect(headIn(body)).toBe(OLDER);
});

test.each([
  ["", null],
  [`${markerOf("k")}\nbody`, null],
  [`${markerOf("k")}\n<!-- head:${OLDER} -->`, null],
  [`${firstLineOf("k --> x", OLDER)}\nbody`, OLDER],
])("the head in %j is %j", (body, head) => {
  expect(headIn(body)).toBe(head);
});

test("a run of an older head leaves the newer one's comment alone", async () => {
  await publish({});
  server.moveHead(pull.number, NEWER);
  expect(await publish({ head: NEWER, body: "new" })).toMatchObject({ action: "updated" });
  const before = await bodies();
  expect(await publish({ body: "late" })).toMatchObject({
    action: "outdated",
    url: expect.stringContaining("#issuecomment"),
  });
  expect(await bodies()).toEqual(before);
});

test("a run of an older head writes no first comment, and rewrites its own", async () => {
  server.moveHead(pull.number, NEWER);
  expect(await publish({})).toMatchObject({ action: "outdated", url: null });
  expect(await bodies()).toEqual([]);
  server.moveHead(pull.number, OLDER);
  await publish({});
  server.moveHead(pull.number, NEWER);
  expect(await publish({ body: "again" })).toMatchObject({ action: "updated" });
});

test("a comment of an earlier release, which names no head, is the newer head's to rewrite", async () => {
  await server.addComment(pull.number, `${markerOf("")}\nbefore`, BOT);
  server.moveHead(pull.number, NEWER);
  expect(await publish({})).toMatchObject({ action: "outdated" });
  expect(await publish({ head: NEWER })).toMatchObject({ action: "updated" });
});

test("doubles of our comment are merged into the newest, those of others stay", async () => {
  const other = `${markerOf("")}\nfake`;
  for (const [body, login] of [
    [`${markerOf("")}\none`, BOT],
    [other, "forker"],
    [`${markerOf("")}\ntwo`, BOT],
    [`${markerOf("another")}\nkept`, BOT],
  ])
    await server.addComment(pull.number, body ?? "", login);
  const newest = (await server.comments(pull.number))[2]?.id;
  expect(await publish({})).toMatchObject({ action: "updated" });
  const left = await server.comments(pull.number);
  expect(left.map(({ body }) => body)).toEqual([
    other,
    `${firstLineOf("", OLDER)}\nbody`,
    `${markerOf("another")}\nkept`,
  ]);
  expect(left[1]?.id).toBe(newest);
});

test("a token that may not delete or read the head still writes", async () => {
  for (const body of ["one", "two"])
    await server.addComment(pull.number, `${markerOf("")}\n${body}`, BOT);
  server.inject({ on: /^DELETE/, status: 403 });
  server.inject({ on: /^GET .*\/pulls\/\d+$/, status: 403 });
  server.moveHead(pull.number, NEWER);
  expect(await publish({})).toMatchObject({ action: "updated" });
  expect(await bodies()).toHaveLength(2);
});
