import { access, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { heavier, original, rebuilt } from "./action-modules.ts";
import { configOf, openMain, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const [A, B, C, D] = ["a", "b", "c", "d"].map(shaOf) as [string, string, string, string];
const COMMITS = /\/(commits|compare|branches)/;

let stage: Stage;

beforeEach(async () => {
  stage = await openMain(
    { "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original },
    { permissions: { "pull-requests": "write", statuses: "write", actions: "read" } },
    { runId: 100 },
  );
});
afterEach(() => stage.close());

/** A commit on top of main whose run has not finished. */
function land(sha: string): void {
  const { history } = stage.github;
  history.record(sha, [history.tipOf("main") ?? ""]);
  history.setTip("main", sha);
}

test("main moves during a pull request: the report leads with the commit compared with, and the base's own baseline counts once it is there", async () => {
  land(B);
  land(C);
  const pull = await stage.github.openPullRequest("feature");
  // The additional work is B's.
  await stage.write({ "sum.wasm": heavier });
  const early = await stage.run(proposed(pull));
  expect(early, early.stdout).toMatchObject({ exitCode: 1, outputs: { "baseline-sha": A } });
  const lead = /compared with aaaaaaaa, 2 commits behind the base cccccccc/i;
  expect(early.stdout).toMatch(lead);
  const [comment] = await stage.github.comments(pull.number);
  for (const text of [early.summary, comment?.body ?? ""]) {
    const [, line = ""] = text.split("\n").filter((one) => /^(##|>)/.test(one));
    expect(line.replaceAll(/[`*>]|\[|\]\([^)]*\)/g, "")).toMatch(lead);
  }
  expect((await stage.result()).baseline?.offset).toEqual({
    base: C,
    distance: { ahead: 0, behind: 2 },
  });

  await stage.run({ ...pushed(C), runId: 102 });
  const late = await stage.run(proposed(pull));
  expect(late, late.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "pass", "baseline-sha": C },
  });
  expect(late.stdout).not.toMatch(/behind the base/);
  expect((await stage.result()).baseline).not.toHaveProperty("offset");
});

test("an old run of main that is started again, or one overtaken, is nobody's baseline but its own commit's", async () => {
  const old = await stage.github.openPullRequest("old");
  await stage.run({ ...pushed(B), runId: 101 });
  const again = await stage.run({ ...pushed(A), runId: 100, attempt: 2 });
  expect(again.outputs["baseline-saved"], again.stdout).toBe("true");
  expect(again.stdout).toContain("a later commit of main has been measured");
  const manual = await stage.run({
    event: "workflow_dispatch",
    payload: { repository: { full_name: "octo/app", default_branch: "main" } },
    sha: A,
  });
  expect(manual.outputs["baseline-saved"], manual.stdout).toBe("true");
  expect(
    stage.cache.entries.map(({ key }) => key.replace(/^.*-(tip|old)-(.).*$/, "$1 $2")),
  ).toEqual(["tip a", "tip b", "old a", "old a"]);

  land(C);
  const pull = await stage.github.openPullRequest("new");
  const nearest = await stage.run(proposed(pull));
  expect(nearest.outputs["baseline-sha"], nearest.stdout).toBe(B);
  // Where nobody can be asked the newest answers, with a warning.
  stage.github.inject({ on: COMMITS, status: 403 });
  const blind = await stage.run(proposed(pull));
  expect(blind, blind.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-sha": B } });
  expect(blind.stdout).toMatch(
    /compared with bbbbbbbb, an unknown number of commits from the base/,
  );
  expect(blind.stdout).toMatch(
    /^::warning .*the newest there is, and not chosen by its commit.*403/m,
  );
  stage.github.heal();

  // Its own commit's it is.
  stage.cache.evict(({ key }) => key.includes("-tip-a"));
  const own = await stage.run(proposed(old));
  expect(own, own.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-sha": A } });
  expect(own.outputs["baseline-key"]).toContain("-old-a");
});

test("a run without a token compares with the newest baseline, and by the run's number saves none over it", async () => {
  await stage.run({ ...pushed(B), runId: 101 });
  const again = await stage.run({ ...pushed(A, { "github-token": "" }), runId: 100, attempt: 2 });
  expect(again.outputs["baseline-saved"], again.stdout).toBe("true");
  expect(stage.cache.entries.at(-1)?.key).toContain(`-old-${A}`);
  const pull = await stage.github.openPullRequest("feature");
  const run = await stage.run(proposed(pull, { "github-token": "" }));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-sha": B } });
});

test("two jobs with two configurations and no key keep their baselines apart", async () => {
  await stage.write({
    "one.yml": configOf(["one"]),
    "two.yml": configOf(["two"]),
    "one.wasm": original,
    "two.wasm": rebuilt,
  });
  const pull = await stage.github.openPullRequest("feature");
  for (const config of ["one.yml", "two.yml"]) await stage.run(pushed(B, { config }));
  for (const config of ["./one.yml", "two.yml"]) {
    const run = await stage.run(proposed(pull, { config, comment: "never" }));
    expect(run.outputs, run.stdout).toMatchObject({ verdict: "pass", "baseline-sha": B });
    expect((await stage.result()).judgement.counts).toMatchObject({
      identical: 1,
      new: 0,
      missing: 0,
    });
  }
  const other = await stage.run(proposed(pull, { config: "two.yml", "comment-key": "linux" }));
  expect(other.stdout).toMatch(
    /no baseline: .*saved yet by this job.*another comment-key or config/,
  );
});

test("a baseline that knows none of the benchmarks is told to be another job's", async () => {
  await stage.write({ "wasm-bench.yml": configOf(["other"]), "other.wasm": rebuilt });
  const pull = await stage.github.openPullRequest("feature");
  const run = await stage.run(proposed(pull));
  expect(run.stdout).toMatch(/^::warning .*another job saved it.*comment-key or a config/m);
  const [comment] = await stage.github.comments(pull.number);
  expect(comment?.body).toContain("another job saved it");
});

test("a release branch without a baseline is compared with the commit of main it began at, and a warning fails nothing", async () => {
  stage.github.history.record(D, [A]);
  stage.github.history.setTip("release/1.x", D);
  // Main goes on, with more work.
  await stage.write({ "sum.wasm": heavier });
  await stage.run(pushed(B));
  await stage.write({ "sum.wasm": original });
  const opened = await stage.github.openPullRequest("backport");
  const pull = { ...opened, baseRef: "release/1.x", baseSha: D };
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-sha": A } });
  expect((await stage.result()).warnings).toMatchObject([{ code: "baseline-fallback" }]);
  expect(run.stdout).toContain("compared with aaaaaaaa, 1 commit behind the base dddddddd");
});

test("a baseline packed with another compression is told apart from none", async () => {
  const pull = await stage.github.openPullRequest("feature");
  const folder = await mkdtemp(join(tmpdir(), "no-zstd-"));
  const found = (process.env.PATH ?? "").split(delimiter);
  for (const name of ["tar", "gzip", "git"])
    await symlink(await firstOf(found, name), join(folder, name));
  const run = await stage.run({ ...proposed(pull), path: folder });
  await rm(folder, { recursive: true });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "no-baseline" } });
  expect(run.stdout).toMatch(
    /no baseline: .*packed with zstd, on Linux or macOS, which this runner does not see/,
  );
});

async function firstOf(folders: readonly string[], name: string): Promise<string> {
  for (const folder of folders) {
    const path = join(folder, name);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  throw new Error(`${name} is not installed`);
}
