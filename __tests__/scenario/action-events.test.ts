import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { pushPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { heavier, original } from "./action-modules.ts";
import { configOf, openMain, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const COMMENTS = /\/issues\/\d+\/comments$/;

let stage: Stage;
let clean: OpenedPullRequest;

beforeAll(async () => {
  stage = await openMain({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
  clean = await stage.github.openPullRequest("clean");
});

afterEach(async () => {
  stage.github.heal();
  await stage.write({ "sum.wasm": original });
});

afterAll(() => stage.close());

/** The server gives every pull request one head commit; contexts tell the runs apart. */
function statusesOf(sha: string, name: string) {
  return stage.github.statuses.filter((one) => one.sha === sha && one.context === name);
}

test("every output of action.yml is set, and no other", async () => {
  const action = parse(await readFile(new URL("../../action.yml", import.meta.url), "utf8"));
  const run = await stage.run(proposed(clean));
  expect(Object.keys(run.outputs).sort(), run.stdout).toEqual(Object.keys(action.outputs).sort());
  expect(run.outputs).toMatchObject({
    "baseline-key": expect.stringMatching(/^wasm-bench-v2-_-_-main-tip-a{40}-\d+-1$/),
    "comment-url": expect.stringMatching(/^https?:/),
    failures: "0",
    inconclusive: "0",
    "missed-targets": "0",
  });
  expect(await readFile(run.outputs["report-path"] ?? "", "utf8")).toContain("<!doctype html>");
});

test("a commit status is set on the head commit, not on the merge commit", async () => {
  await stage.run(proposed(clean, { status: "true", "comment-key": "linux", comment: "never" }));
  const [status, ...others] = statusesOf(clean.headSha, "wasm-bench (linux)");
  expect(others).toEqual([]);
  expect(status).toMatchObject({ state: "success" });
  expect(status?.description.length).toBeLessThanOrEqual(140);
  expect(statusesOf(shaOf("9"), "wasm-bench (linux)")).toEqual([]);
});

test("a regression is told as status, annotation, summary and comment, worst first", async () => {
  const pull = await stage.github.openPullRequest("slow");
  await stage.write({ "sum.wasm": heavier });
  const run = await stage.run(proposed(pull, { status: "true", comment: "on-failure" }));
  expect(run.exitCode, run.stdout).toBe(1);
  expect(statusesOf(pull.headSha, "wasm-bench")).toMatchObject([{ state: "failure" }]);
  expect(run.stdout).toMatch(/^::error title=(?:work|sum) \S.*::execution\/work\/sum/m);
  expect(run.summary).toContain("execution/work/sum");
  expect(await stage.github.comments(pull.number)).toHaveLength(1);
});

test("by default a calm run writes no comment, and one that moved does", async () => {
  const calm = await stage.github.openPullRequest("calm");
  expect((await stage.run(proposed(calm, { comment: "" }))).exitCode).toBe(0);
  expect(await stage.github.comments(calm.number)).toEqual([]);
  const slow = await stage.github.openPullRequest("slower");
  await stage.write({ "sum.wasm": heavier });
  await stage.run(proposed(slow, { comment: "" }));
  expect(await stage.github.comments(slow.number)).toHaveLength(1);
});

test("with 300 comments of others, among them copies of the marker, the own one is rewritten", async () => {
  const pull = await stage.github.openPullRequest("crowded");
  await stage.run(proposed(pull));
  const [own] = await stage.github.comments(pull.number);
  const marker = own?.body.split("\n")[0] ?? "";
  for (let count = 0; count < 299; count += 1)
    await stage.github.addComment(pull.number, count % 7 === 0 ? `${marker}\nfake` : `c${count}`);
  await stage.github.addComment(pull.number, `${marker}\nfake`, "forker");
  stage.github.moveHead(pull.number, shaOf("8"));
  const run = await stage.run(proposed({ ...pull, headSha: shaOf("8") }));
  const all = await stage.github.comments(pull.number);
  expect(all).toHaveLength(301);
  expect(all.filter(({ body }) => body.includes("88888888")).map(({ id }) => id)).toEqual([
    own?.id,
  ]);
  expect(run.outputs["comment-url"]).toContain(String(own?.id));
});

test.each(["never", "on-failure", "on-change"])(
  "comment: %s writes nothing about a pull request that changes nothing",
  async (comment) => {
    const pull = await stage.github.openPullRequest(`quiet-${comment}`);
    const run = await stage.run(proposed(pull, { comment }));
    expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "comment-url": "" } });
    expect(await stage.github.comments(pull.number)).toEqual([]);
  },
);

test("comments of several keys stand side by side", async () => {
  const pull = await stage.github.openPullRequest("matrix");
  for (const key of ["linux", "mac", "linux"])
    await stage.run(proposed(pull, { "comment-key": key, baseline: "none" }));
  expect(await stage.github.comments(pull.number)).toHaveLength(2);
});

test("a rate limit with retry-after is waited for", async () => {
  const pull = await stage.github.openPullRequest("limited");
  const fault = { status: 429, headers: { "retry-after": "1" }, times: 1 };
  stage.github.inject({ ...fault, on: COMMENTS });
  const run = await stage.run(proposed(pull));
  expect(run.outputs["comment-url"], run.stdout).not.toBe("");
  expect(await stage.github.comments(pull.number)).toHaveLength(1);
});

test.each([
  ["502", { status: 502 }],
  ["404", { status: 404 }],
  ["422", { status: 422 }],
  ["a rate limit of an hour", { status: 429, headers: { "retry-after": "3600" } }],
])("reporting trouble (%s) warns and keeps verdict and summary", async (_name, fault) => {
  stage.github.inject({ ...fault, on: COMMENTS });
  const run = await stage.run(proposed(clean));
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "pass", "comment-url": "" },
  });
  expect(run.stdout).toMatch(/^::warning .*The comment was not published/m);
  expect(run.summary).toContain("execution/work/sum");
});

test("a request that is never answered is given up and tried again", async () => {
  stage.github.inject({ on: COMMENTS, hang: true, times: 1 });
  const run = await stage.run(proposed(clean));
  expect(run.outputs["comment-url"], run.stdout).not.toBe("");
});

test.each(["schedule", "workflow_dispatch"])("%s on main compares and saves", async (event) => {
  const sha = shaOf("c");
  const payload = { repository: { full_name: "octo/app", default_branch: "main" } };
  const run = await stage.run({ event, payload, sha });
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { "baseline-sha": shaOf("a"), "baseline-saved": "true", "comment-url": "" },
  });
  stage.cache.evict(({ key }) => key.includes(sha));
});

test("a push to another branch compares with main's baseline and saves none", async () => {
  const [sha, ref] = [shaOf("d"), "refs/heads/topic"];
  const run = await stage.run({
    event: "push",
    payload: pushPayload("octo/app", ref, sha),
    sha,
    ref,
  });
  expect(run.outputs, run.stdout).toMatchObject({
    "baseline-sha": shaOf("a"),
    "baseline-saved": "false",
  });
  expect(stage.cache.entries).toHaveLength(1);
});

test("the same run again has a key of its own", async () => {
  const again = { ...pushed(shaOf("e")), runId: 5000 };
  for (const attempt of [1, 2])
    expect((await stage.run({ ...again, attempt })).outputs["baseline-saved"]).toBe("true");
  const keys = stage.cache.entries.map(({ key }) => key).filter((key) => key.includes("eeee"));
  stage.cache.evict(({ key }) => keys.includes(key));
  expect(keys.map((key) => key.replace(/^.*-(\d+-\d+)$/, "$1"))).toEqual(["5000-1", "5000-2"]);
});
