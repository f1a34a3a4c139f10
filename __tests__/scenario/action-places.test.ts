import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  issueCommentPayload,
  mergeGroupPayload,
  pullRequestPayload,
  workflowRunPayload,
} from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { original } from "./action-modules.ts";
import {
  configOf,
  type Occasion,
  openStage,
  proposed,
  pushed,
  type Stage,
  shaOf,
} from "./action-stage.ts";

const MAIN = shaOf("a");
const STATUS = { status: "true", "save-baseline": "always" } as const;
const BOT = "github-actions[bot]";

let stage: Stage;
let entries: number;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
  await stage.run(pushed(MAIN));
  entries = stage.cache.entries.length;
});

afterEach(() => stage.github.heal());
afterAll(() => stage.close());

/** A pull request with a head of its own. */
async function opened(head: string): Promise<OpenedPullRequest> {
  const pull = await stage.github.openPullRequest(`branch-${head[0]}`);
  stage.github.moveHead(pull.number, head);
  return { ...pull, headSha: head };
}

/** On the commit and ref of main, as these events run. */
const onMain = (event: string, payload: unknown): Occasion => ({
  event,
  payload,
  sha: MAIN,
  inputs: STATUS,
});

const spoken = (sha: string) => stage.github.statuses.filter((one) => one.sha === sha);

test.each([
  [
    "issue_comment",
    "1",
    ({ number }: OpenedPullRequest) => issueCommentPayload("octo/app", number, true),
  ],
  ["pull_request_target", "2", (pull: OpenedPullRequest) => pullRequestPayload("octo/app", pull)],
  ["pull_request_review", "3", (pull: OpenedPullRequest) => pullRequestPayload("octo/app", pull)],
  ["workflow_run", "4", (pull: OpenedPullRequest) => workflowRunPayload("octo/app", 9, pull)],
])(
  "%s speaks on the head of the pull request, never on main's, and saves nothing",
  async (event, letter, payload) => {
    const pull = await opened(shaOf(letter));
    const before = spoken(MAIN).length;
    const run = await stage.run(onMain(event, payload(pull)));
    expect(run, run.stdout).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "pass", "baseline-sha": MAIN, "baseline-saved": "false" },
    });
    expect(spoken(pull.headSha)).toMatchObject([{ state: "success" }]);
    expect(spoken(MAIN)).toHaveLength(before);
    expect(stage.cache.entries).toHaveLength(entries);
    const [comment] = await stage.github.comments(pull.number);
    expect(run.outputs["comment-url"]).toContain(String(comment?.id));
    expect(comment?.body).toContain(pull.headSha.slice(0, 8));
  },
);

test("a merge group's status is on its commit, and its comment on its pull request", async () => {
  const pull = await opened(shaOf("5"));
  const group = shaOf("7");
  const payload = mergeGroupPayload("octo/app", "refs/heads/main", group) as {
    merge_group: object;
  };
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-${pull.number}-${group}`;
  const merge_group = { ...payload.merge_group, head_ref, base_sha: MAIN };
  const run = await stage.run({
    event: "merge_group",
    payload: { ...payload, merge_group },
    sha: group,
    ref: head_ref,
    inputs: STATUS,
  });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-sha": MAIN } });
  expect(spoken(group)).toMatchObject([{ state: "success" }]);
  expect(await stage.github.comments(pull.number)).toHaveLength(1);
});

test.each([
  ["issue_comment", issueCommentPayload("octo/app", 1, false)],
  ["release", { repository: { full_name: "octo/app", default_branch: "main" } }],
])("%s without a pull request sets no status and says so", async (event, payload) => {
  const before = stage.github.statuses.length;
  const run = await stage.run(onMain(event, payload));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "comment-url": "" } });
  expect(run.stdout).toMatch(
    new RegExp(`^::warning .*no commit status was set: a run for ${event}`, "m"),
  );
  expect(stage.github.statuses).toHaveLength(before);
});

test("a pull request that cannot be looked up gets nothing, and main neither", async () => {
  const pull = await opened(shaOf("6"));
  stage.github.inject({ on: /\/pulls\/\d+$/, status: 404 });
  stage.github.inject({ on: /^POST .*\/comments$/, status: 403 });
  const before = stage.github.statuses.length;
  const run = await stage.run(
    onMain("issue_comment", issueCommentPayload("octo/app", pull.number, true)),
  );
  expect(run.exitCode, run.stdout).toBe(0);
  expect(run.stdout).toMatch(/^::warning .*the pull request of this issue_comment is not known/m);
  expect(stage.github.statuses).toHaveLength(before);
});

test("a run of an older head leaves the newer comment alone, and doubles become one", async () => {
  const pull = await opened(shaOf("8"));
  await stage.run(proposed(pull));
  const newer = shaOf("c");
  stage.github.moveHead(pull.number, newer);
  const [first] = await stage.github.comments(pull.number);
  const marker = first?.body.split("<!-- head:")[0] ?? "";
  await stage.github.addComment(pull.number, `${marker}\na double`, BOT);
  await stage.run(proposed({ ...pull, headSha: newer }));
  const [written, ...doubles] = await stage.github.comments(pull.number);
  expect(doubles).toEqual([]);
  expect(written?.body).toContain(newer.slice(0, 8));

  const late = await stage.run({ ...proposed(pull), attempt: 2 });
  expect(late, late.stdout).toMatchObject({ exitCode: 0 });
  expect(late.stdout).toContain("the comment was left as it is");
  expect(await stage.github.comments(pull.number)).toEqual([written]);
});
