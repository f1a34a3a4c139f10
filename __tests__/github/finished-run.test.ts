import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseEvent } from "../../src/config/event.ts";
import { createFinishedRunReader, finishedRunOf } from "../../src/github/finished-run.ts";
import type { FinishedRun, FinishedRunOutcome } from "../../src/model/publication.ts";
import { pushPayload, workflowRunPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { type GithubServer, startGithub } from "../servers/github-server.ts";
import { connect } from "./connection.ts";
import { zip } from "./zip-writer.ts";

let server: GithubServer;
let pull: OpenedPullRequest;
const CONTEXT = { sha: "d".repeat(40), ref: "refs/heads/main", repository: "octo/app" };
const NAME = "wasm-bench-result";
const ARCHIVE = zip([{ name: "result.json", bytes: Buffer.from('{"number":999}') }]);

beforeEach(async () => {
  server = await startGithub();
  pull = await server.openPullRequest("feature", "fork");
});
afterEach(() => server.close());

function finished(change: Partial<FinishedRun> = {}): FinishedRun {
  const event = parseEvent("workflow_run", workflowRunPayload("octo/app", 7, pull), CONTEXT);
  const run = finishedRunOf(event);
  if (run === null) throw new Error("no finished run in the payload");
  return { ...run, ...change };
}

function read(change: Partial<FinishedRun> = {}): Promise<FinishedRunOutcome> {
  return createFinishedRunReader(connect(server).api, NAME).read(finished(change));
}

function store(name: string, bytes: Buffer, expired = false): void {
  server.addArtifact({ runId: 7, name, zip: bytes, expired });
}

test("the pull request of a fork's run is found, and the files of its artifact are handed out", async () => {
  store("other", Buffer.from("not asked for"));
  store(NAME, ARCHIVE);
  const outcome = await read();
  expect(outcome).toMatchObject({
    found: true,
    pullRequest: pull.number,
    files: [{ artifact: NAME, name: "result.json" }],
  });
});

test("a re-run's artifact is taken before the one of the first attempt", async () => {
  store(NAME, ARCHIVE);
  store(NAME, zip([{ name: "second.json", bytes: Buffer.from("{}") }]));
  expect(await read()).toMatchObject({ files: [{ name: "second.json" }] });
});

test("an event that is about no finished run has none", () => {
  expect(
    finishedRunOf(
      parseEvent("push", pushPayload("octo/app", "refs/heads/main", CONTEXT.sha), CONTEXT),
    ),
  ).toBeNull();
});

describe("no pull request is guessed", () => {
  beforeEach(() => store(NAME, ARCHIVE));

  test.each([
    ["the commit is another", { headSha: "e".repeat(40) }],
    ["the branch is another", { headBranch: "other" }],
    ["the repository is another", { headRepository: "stranger/app" }],
    ["the fork was deleted", { headRepository: "" }],
  ])("when %s", async (_title, change) => {
    expect(await read(change)).toMatchObject({
      found: false,
      warnings: [{ code: "pull-request-not-found" }],
    });
  });

  test("when it was closed", async () => {
    await server.closePullRequest(pull.number);
    expect(await read()).toMatchObject({
      found: false,
      warnings: [{ code: "pull-request-not-found" }],
    });
  });

  test("when its branch has newer commits", async () => {
    const run = finished();
    server.moveHead(pull.number, "f".repeat(40));
    expect(await createFinishedRunReader(connect(server).api, NAME).read(run)).toMatchObject({
      found: false,
    });
  });
});

test("when two pull requests have the head of the run, neither is taken", async () => {
  const head = { sha: pull.headSha, ref: pull.headRef, repo: { full_name: pull.headRepository } };
  server.inject({ on: /pulls$/, status: 200, body: [1, 2].map((number) => ({ number, head })) });
  expect(await read()).toMatchObject({
    found: false,
    warnings: [{ code: "pull-request-ambiguous" }],
  });
});

describe("an artifact that cannot be used is a warning", () => {
  test("missing", async () => {
    expect(await read()).toMatchObject({
      found: false,
      warnings: [
        { code: "artifact-not-usable", message: expect.stringContaining("no artifact named") },
      ],
    });
  });

  test.each([
    ["no archive", Buffer.from("<html>"), /not a ZIP archive/],
    ["leaving its folder", zip([{ name: "../x", bytes: Buffer.from("x") }]), /the name/],
    ["damaged", ARCHIVE.subarray(5), /artifact is refused/],
  ])("%s", async (_title, bytes, message) => {
    store(NAME, bytes);
    expect(await read()).toMatchObject({
      found: false,
      warnings: [{ code: "artifact-refused", message: expect.stringMatching(message) }],
    });
  });

  test("expired", async () => {
    store(NAME, ARCHIVE, true);
    expect(await read()).toMatchObject({
      found: false,
      warnings: [{ message: expect.stringContaining("expired") }],
    });
  });

  test("not readable with this token", async () => {
    server.inject({ on: /actions\/runs/, status: 403 });
    expect(await read()).toMatchObject({
      found: false,
      warnings: [{ code: "github-403", message: expect.stringContaining("actions: read") }],
    });
  });
});
