import { getOctokit } from "@actions/github";
import { afterEach, expect, test } from "vitest";
import { type GithubOptions, type GithubServer, startGithub } from "./github-server.ts";

const running: GithubServer[] = [];

async function start(options?: GithubOptions) {
  const server = await startGithub(options);
  running.push(server);
  const [owner = "", repo = ""] = server.repository.split("/");
  return {
    server,
    octokit: getOctokit(server.token, { baseUrl: server.url }),
    where: { owner, repo },
  };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

test("a comment of the job's token is the bot's, and listed", async () => {
  const { server, octokit, where } = await start();
  const pull = await server.openPullRequest("feature");
  await octokit.rest.issues.createComment({ ...where, issue_number: pull.number, body: "hello" });
  expect(await server.comments(pull.number)).toMatchObject([
    { body: "hello", user: { login: "github-actions[bot]" } },
  ]);
});

test("comments are paginated by links to this server", async () => {
  const { server, octokit, where } = await start();
  const pull = await server.openPullRequest("feature");
  for (let count = 0; count < 5; count += 1) await server.addComment(pull.number, `c${count}`);
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    ...where,
    issue_number: pull.number,
    per_page: 2,
  });
  expect(all.map(({ body }) => body)).toEqual(["c0", "c1", "c2", "c3", "c4"]);
  expect(server.requests.filter(({ method }) => method === "GET")).toHaveLength(3);
});

test("a pull request from a fork names the fork, and is found by owner and branch", async () => {
  const { server, octokit, where } = await start();
  const pull = await server.openPullRequest("feature", "fork");
  const { data } = await octokit.rest.pulls.list({
    ...where,
    head: "forker:feature",
    state: "open",
  });
  expect(pull.headRepository).toBe("forker/app");
  expect(data.map(({ head }) => head.sha)).toEqual([pull.headSha]);
});

test("without the permission a comment is refused, with the permission named", async () => {
  const { server, octokit, where } = await start({ permissions: { "pull-requests": "read" } });
  const pull = await server.openPullRequest("feature");
  await expect(
    octokit.rest.issues.createComment({ ...where, issue_number: pull.number, body: "x" }),
  ).rejects.toMatchObject({
    status: 403,
    response: {
      headers: {
        "x-accepted-github-permissions": "issues=write; pull-requests=write".replace("-", "_"),
      },
    },
  });
});

test("a comment of more than 65,536 characters is refused", async () => {
  const { server, octokit, where } = await start();
  const { number } = await server.openPullRequest("feature");
  await octokit.rest.issues.createComment({
    ...where,
    issue_number: number,
    body: "x".repeat(65_536),
  });
  await expect(
    octokit.rest.issues.createComment({ ...where, issue_number: number, body: "x".repeat(65_537) }),
  ).rejects.toMatchObject({ status: 422 });
});

test("a status is kept with its commit, and refused when its description is too long", async () => {
  const { server, octokit, where } = await start();
  const sha = "a".repeat(40);
  await octokit.rest.repos.createCommitStatus({
    ...where,
    sha,
    state: "success",
    context: "c",
    description: "d",
  });
  expect(server.statuses).toMatchObject([{ sha, state: "success", context: "c" }]);
  await expect(
    octokit.rest.repos.createCommitStatus({
      ...where,
      sha,
      state: "success",
      description: "d".repeat(141),
    }),
  ).rejects.toMatchObject({ status: 422 });
});

test("an artifact is downloaded through its redirect", async () => {
  const { server, octokit, where } = await start();
  server.addArtifact({ runId: 7, name: "result", zip: Buffer.from("bytes") });
  const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({ ...where, run_id: 7 });
  const [artifact] = data.artifacts;
  const archive = await octokit.rest.actions.downloadArtifact({
    ...where,
    artifact_id: artifact?.id ?? -1,
    archive_format: "zip",
  });
  expect(Buffer.from(archive.data as ArrayBuffer).toString()).toBe("bytes");
});

test("the API answers below a prefix only, as on an enterprise server", async () => {
  const { server, octokit, where } = await start({ prefix: "/api/v3" });
  expect(server.url).toMatch(/\/api\/v3$/);
  expect((await octokit.rest.repos.get(where)).data.full_name).toBe("octo/app");
  expect((await fetch(server.url.replace("/api/v3", "/repos/octo/app"))).status).toBe(404);
});

test("a pull request's head moves when it is told to", async () => {
  const { server, octokit, where } = await start();
  const { number } = await server.openPullRequest("feature");
  server.moveHead(number, "b".repeat(40));
  expect((await octokit.rest.pulls.get({ ...where, pull_number: number })).data.head.sha).toBe(
    "b".repeat(40),
  );
});
