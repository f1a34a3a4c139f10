import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zip } from "../github/zip-writer.ts";
import { workflowRunPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { heavier, original } from "./action-modules.ts";
import { configOf, openMain, openStage, proposed, type Stage, shaOf } from "./action-stage.ts";

const READING = [
  { ref: "refs/pull/1/merge", access: "read" },
  { ref: "refs/heads/main", access: "read" },
] as const;

let stage: Stage;
let pull: OpenedPullRequest;
/** What the fork's run left. */
let report: string;

beforeAll(async () => {
  stage = await openMain(
    { "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original },
    { permissions: { "pull-requests": "read", statuses: "read" } },
  );
  pull = await stage.github.openPullRequest("feature", "fork");
  await stage.write({ "sum.wasm": heavier });
});

afterAll(() => stage.close());

test("a fork's regression fails by exit code and summary; the warning names the permissions", async () => {
  const run = await stage.run({ ...proposed(pull, { status: "true" }), scopes: READING });
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", regressions: "1", "comment-url": "" },
  });
  expect(run.summary).toContain("execution/work/sum");
  expect(run.stdout).toMatch(/^::warning .*pull-requests: write.*mode: comment/m);
  expect(run.stdout).toMatch(/^::warning .*statuses: write/m);
  report = await readFile(run.outputs["result-path"] ?? "", "utf8");
});

test("a fork's run never writes to the cache", () => {
  expect(stage.cache.entries.map(({ scope }) => scope)).toEqual(["refs/heads/main"]);
});

test("without a token the comment is warned about and the verdict stands", async () => {
  await stage.write({ "sum.wasm": original });
  const run = await stage.run({
    ...proposed(pull, { "github-token": "" }),
    scopes: READING,
  });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
  expect(run.stdout).toMatch(/^::warning .*The comment was not published.*no token/m);
});

test("a run for Dependabot, which only reads, is judged all the same", async () => {
  const branch = await stage.github.openPullRequest("dependabot/npm");
  const occasion = proposed(branch, { "fail-on": "regression,target,error,missing,no-baseline" });
  const payload = occasion.payload as { pull_request: object };
  const pull_request = { ...payload.pull_request, user: { login: "dependabot[bot]" } };
  const run = await stage.run({
    ...occasion,
    payload: { ...payload, pull_request },
    scopes: READING,
  });
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "pass", "baseline-sha": shaOf("a"), "comment-url": "" },
  });
  expect(run.stdout).toMatch(/^::warning .*Dependabot gets a token that only reads/m);
});

async function publish(runId: number, files: Readonly<Record<string, string>>) {
  const base = await openStage();
  try {
    const opened = await base.github.openPullRequest("feature", "fork");
    const entries = Object.entries(files).map(([name, text]) => ({
      name,
      bytes: Buffer.from(text),
    }));
    base.github.addArtifact({ runId, name: "wasm-bench", zip: zip(entries) });
    const run = await base.run({
      event: "workflow_run",
      payload: workflowRunPayload("octo/app", runId, opened),
      sha: shaOf("a"),
      inputs: { mode: "comment", status: "true" },
    });
    const { statuses } = base.github;
    return { run, opened, statuses, comments: await base.github.comments(opened.number) };
  } finally {
    await base.close();
  }
}

test("mode comment publishes the fork's report on the pull request of that commit", async () => {
  const { run, opened, comments, statuses } = await publish(7, { "result.json": report });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { regressions: "1" } });
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain("execution/work/sum");
  expect(comments[0]?.body).toContain(opened.headSha.slice(0, 8));
  expect(comments[0]?.body).toContain("/actions/runs/7");
  // The report is an artifact of the run that comments, not of the fork's.
  expect(run.outputs["report-url"]).toMatch(/\/actions\/runs\/1001\/artifacts\/\d+$/);
  expect(comments[0]?.body).toContain(`[Report](${run.outputs["report-url"]})`);
  expect(statuses).toMatchObject([{ sha: opened.headSha, state: "failure" }]);
});

test("names in a hostile artifact reach nobody: no mention, link, HTML or command", async () => {
  const evil = "execution/@octo <img src=x> [a](https://evil.example) | ::error::x/sum";
  const hostile = report
    .replaceAll("execution/work/sum", JSON.stringify(evil).slice(1, -1))
    .replaceAll("https://github.com/octo/app/actions", "https://evil.example/actions");
  const { run, comments } = await publish(8, { "result.json": hostile });
  const body = comments[0]?.body ?? "";
  expect(comments, run.stdout).toHaveLength(1);
  expect(body).not.toContain("<img");
  expect(body).not.toContain("](https://evil.example");
  expect(body).not.toMatch(/@octo/);
  expect(run.stdout).not.toMatch(/^::error::x/m);
});

test("an artifact whose judgement denies its own measurements is judged anew", async () => {
  const lying = JSON.parse(report);
  lying.judgement.verdict = "pass";
  lying.judgement.counts.regression = 0;
  for (const one of lying.judgement.benchmarks) one.verdict = "unchanged";
  const { run, comments, statuses } = await publish(9, { "result.json": JSON.stringify(lying) });
  expect(run.outputs.verdict, run.stdout).toBe("fail");
  expect(comments[0]?.body).toMatch(/1 regression/i);
  expect(statuses).toMatchObject([{ state: "failure" }]);
});

test("a thousand regressions make a comment GitHub accepts, with the rest in the report", async () => {
  const large = JSON.parse(report);
  const [one] = large.benchmarks;
  large.benchmarks = Array.from({ length: 1000 }, (_, index) => ({
    ...one,
    benchmark: {
      ...one.benchmark,
      id: `execution/work_${index}/a-component-with-a-rather-long-name`,
    },
  }));
  const { run, comments } = await publish(11, { "result.json": JSON.stringify(large) });
  expect(run.outputs.regressions, run.stdout).toBe("1000");
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body.length).toBeGreaterThan(30_000);
  expect(comments[0]?.body.length).toBeLessThanOrEqual(65_536);
  expect(comments[0]?.body).toMatch(/\d+ more in the/);
  expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(1_048_576);
});

test.each([
  ["text that is no JSON", { "result.json": "{" }, 2],
  ["a document of another kind", { "result.json": '{"kind":"x","version":1}' }, 2],
  ["no result", { "other.json": "{}" }, 0],
  ["a path that leaves its folder", { "../result.json": "{}" }, 0],
])("an artifact with %s comments nothing and says why", async (_name, files, exitCode) => {
  const { run, comments, statuses } = await publish(10, files);
  expect(run.exitCode, run.stdout).toBe(exitCode);
  expect(run.stdout).toMatch(/^::(warning|error) .*artifact/m);
  expect([comments, statuses]).toEqual([[], []]);
});

test("mode comment on another event is refused with a hint", async () => {
  const run = await stage.run(proposed(pull, { mode: "comment" }));
  expect(run.exitCode).toBe(2);
  expect(run.stdout).toContain("workflow_run");
});
