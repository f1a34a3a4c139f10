import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEvent } from "../../src/config/event.ts";
import { completeEvent } from "../../src/github/pull-request.ts";
import type { EventFacts } from "../../src/model/event.ts";
import { mergeGroupPayload, workflowRunPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { type GithubServer, startGithub } from "../servers/github-server.ts";
import { connect } from "./connection.ts";

const REPOSITORY = "octo/app";
const MAIN = "d".repeat(40);
const [GROUP, HEAD] = ["7".repeat(40), "8".repeat(40)];
const CONTEXT = { sha: MAIN, ref: "refs/heads/main", repository: REPOSITORY };

let server: GithubServer;
let pull: OpenedPullRequest;

beforeEach(async () => {
  server = await startGithub();
  pull = await server.openPullRequest("feature", "fork");
  server.moveHead(pull.number, HEAD);
});
afterEach(() => server.close());

const complete = (event: EventFacts) => completeEvent(event, connect(server).api);

function commented(number: number): EventFacts {
  const issue = { number, pull_request: { url: "https://api.github.com/x" } };
  return parseEvent("issue_comment", { issue }, CONTEXT);
}

function queued(number: number): EventFacts {
  const payload = mergeGroupPayload(REPOSITORY, "refs/heads/main", GROUP) as {
    merge_group: object;
  };
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${GROUP}`;
  const merge_group = { ...payload.merge_group, head_ref };
  return parseEvent("merge_group", { ...payload, merge_group }, { ...CONTEXT, sha: GROUP });
}

test("a comment on a pull request is about its head, which the payload does not name", async () => {
  expect(await complete(commented(pull.number))).toMatchObject({
    event: {
      headSha: HEAD,
      pullRequestHead: HEAD,
      statusSha: HEAD,
      baseSha: pull.baseSha,
      baseBranch: "main",
      isFork: true,
      savesBaselineFor: null,
    },
    warnings: [],
  });
});

test("a merge group keeps its commit for the status and finds its pull request", async () => {
  expect((await complete(queued(pull.number))).event).toMatchObject({
    headSha: GROUP,
    statusSha: GROUP,
    pullRequest: pull.number,
    pullRequestHead: HEAD,
  });
});

test("a closed pull request is not spoken on for a merge group", async () => {
  await server.closePullRequest(pull.number);
  expect((await complete(queued(pull.number))).event).toMatchObject({
    statusSha: GROUP,
    pullRequest: null,
  });
});

test("the run after a workflow is about the pull request of its head, when there is exactly one", async () => {
  const payload = workflowRunPayload(REPOSITORY, 7, { ...pull, headSha: HEAD });
  const event = parseEvent("workflow_run", payload, CONTEXT);
  expect((await complete(event)).event).toMatchObject({
    pullRequest: pull.number,
    statusSha: HEAD,
    baseSha: pull.baseSha,
  });
  const older = parseEvent("workflow_run", workflowRunPayload(REPOSITORY, 7, pull), CONTEXT);
  expect((await complete({ ...older, headSha: GROUP })).event.pullRequest).toBeNull();
});

test.each([
  ["a comment", () => commented(99), null],
  ["a merge group", () => queued(99), GROUP],
])(
  "%s on what the token is not shown warns, and no status goes to main",
  async (_title, event, statusSha) => {
    const { event: facts, warnings } = await complete(event());
    expect(facts.statusSha).toBe(statusSha);
    expect(warnings).toMatchObject([{ code: "pull-request-unknown" }]);
  },
);
