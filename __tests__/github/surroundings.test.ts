import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSurroundings } from "../../src/github/surroundings.ts";
import { pullRequestPayload, pushPayload } from "../servers/event-payload.ts";
import { type RunnerEnvironment, runnerEnvironment } from "../servers/runner.ts";

let directory: string;
const SHA = "a".repeat(40);
const HEAD = "b".repeat(40);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "surroundings-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function onPush(inputs: Readonly<Record<string, string>> = {}): Promise<RunnerEnvironment> {
  const payload = pushPayload("octo/app", "refs/heads/main", SHA);
  return runnerEnvironment({
    event: "push",
    payload,
    repository: "octo/app",
    sha: SHA,
    ref: "refs/heads/main",
    inputs,
    directory,
  });
}

test("a push is read with its run, folders and inputs", async () => {
  const read = await readSurroundings(await onPush({ "comment-key": " linux ", status: "true" }));
  expect(read).toMatchObject({
    inputs: { commentKey: "linux", status: true, mode: "run" },
    event: { name: "push", savesBaselineFor: "main" },
    run: {
      sha: SHA,
      runId: "1000",
      attempt: 1,
      url: "https://github.com/octo/app/actions/runs/1000",
    },
    workspace: join(directory, "workspace"),
    temporary: join(directory, "temp"),
    apiUrl: "https://api.github.com",
    image: "ubuntu24 20261101.1",
    cacheMode: "",
  });
});

test("a pull request's run is about its head, not the merge commit", async () => {
  const pull = {
    number: 5,
    headSha: HEAD,
    headRef: "f",
    headRepository: "forker/app",
    baseRef: "main",
    baseSha: SHA,
  };
  const payload = pullRequestPayload("octo/app", pull);
  const ref = "refs/pull/5/merge";
  const read = await readSurroundings(
    await runnerEnvironment({
      event: "pull_request",
      payload,
      repository: "octo/app",
      sha: SHA,
      ref,
      directory,
    }),
  );
  expect(read).toMatchObject({
    run: { sha: HEAD, ref },
    event: { pullRequest: 5, isFork: true, statusSha: HEAD },
  });
});

test("an enterprise server's addresses are taken over", async () => {
  const variables = {
    ...(await onPush()),
    GITHUB_API_URL: "https://ghe.example/api/v3",
    GITHUB_SERVER_URL: "https://ghe.example",
  };
  const read = await readSurroundings(variables);
  expect([read.apiUrl, read.run.url]).toEqual([
    "https://ghe.example/api/v3",
    "https://ghe.example/octo/app/actions/runs/1000",
  ]);
});

test("an event that is not known is named in the run and trusted with nothing", async () => {
  const read = await readSurroundings({ ...(await onPush()), GITHUB_EVENT_NAME: "release" });
  expect(read).toMatchObject({
    run: { event: "release" },
    event: { name: "other", savesBaselineFor: null },
  });
});

test.each([
  "GITHUB_REPOSITORY",
  "GITHUB_EVENT_PATH",
  "GITHUB_EVENT_NAME",
  "GITHUB_SHA",
  "GITHUB_WORKSPACE",
])("without %s the step is told where it belongs", async (name) => {
  const variables = { ...(await onPush()), [name]: "" };
  await expect(readSurroundings(variables)).rejects.toMatchObject({
    code: "environment",
    message: `${name} is not set`,
  });
});

test("an event file that is missing or no JSON is named", async () => {
  const variables = await onPush();
  const path = join(directory, "event.json");
  await writeFile(path, "{");
  await expect(readSurroundings(variables)).rejects.toMatchObject({
    code: "environment",
    message: expect.stringContaining(path),
  });
  await rm(path);
  await expect(readSurroundings(variables)).rejects.toMatchObject({
    code: "environment",
    message: expect.stringContaining("it is missing"),
  });
});

test("a wrong input is named", async () => {
  await expect(readSurroundings(await onPush({ mode: "walk" }))).rejects.toMatchObject({
    code: "input",
    message: expect.stringContaining("mode"),
  });
});
