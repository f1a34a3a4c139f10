import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { CacheEntry } from "../servers/cache-storage.ts";
import { mergeGroupPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { rewriteDocument, spoilObjects } from "./action-archive.ts";
import { original } from "./action-modules.ts";
import { configOf, openMain, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const READ_ONLY = [{ ref: "refs/heads/main", access: "read" }] as const;

let stage: Stage;
let pull: OpenedPullRequest;
let saved: CacheEntry;
let archive: Buffer;

beforeAll(async () => {
  stage = await openMain({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
  pull = await stage.github.openPullRequest("feature");
  const [entry] = stage.cache.entries;
  if (entry === undefined) throw new Error("the push saved nothing");
  saved = entry;
  archive = entry.data;
});

afterEach(() => {
  stage.cache.heal();
  stage.cache.evict(({ key }) => key !== saved.key);
  saved.data = archive;
});

afterAll(() => stage.close());

test.each([
  ["an upload of a key that exists", { on: "create", status: 409 }],
  ["a service in trouble", { on: "create", status: 501 }],
  ["an upload that is not taken", { on: "finalize", status: 501 }],
])("saving into %s warns and keeps the verdict", async (_name, fault) => {
  stage.cache.inject(fault);
  const run = await stage.run(pushed(shaOf("b")));
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "pass", "baseline-saved": "false", "baseline-sha": shaOf("a") },
  });
  expect(run.stdout).toMatch(/^::warning .*the baseline was not saved/m);
  expect(stage.cache.entries.map(({ key }) => key)).toEqual([saved.key]);
});

test("a read-only token restores, saves nothing and says so", async () => {
  const run = await stage.run({ ...pushed(shaOf("b")), scopes: READ_ONLY });
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { "baseline-saved": "false", "baseline-sha": shaOf("a") },
  });
  expect(run.stdout).toMatch(/^::warning .*the baseline was not saved.*read-only/m);
});

test("cache-mode read is named as the reason why nothing is saved", async () => {
  const run = await stage.run({ ...pushed(shaOf("b")), cacheMode: "read" });
  expect(run.outputs["baseline-saved"]).toBe("false");
  expect(run.stdout).toMatch(/^::warning .*the baseline was not saved.*cache-mode is read/m);
  expect(stage.cache.entries.map(({ key }) => key)).toEqual([saved.key]);
});

test.each([
  ["a service in trouble", { on: "lookup", status: 501 }],
  ["a truncated download", { on: "download", cut: 40 }],
])("restoring from %s is a visible no-baseline, not an error", async (_name, fault) => {
  stage.cache.inject(fault);
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "no-baseline", "baseline-key": "", "baseline-sha": "" },
  });
  expect(run.stdout).toMatch(/^::warning .*no baseline: the cache could not be read: /m);
  expect(run.summary).toContain("nothing to compare with yet");
});

test("without any cache service the run still measures and judges", async () => {
  const run = await stage.run({ ...proposed(pull), hasCache: false });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "no-baseline" } });
  expect(run.stdout).toMatch(/^::warning .*this runner offers no cache service/m);
  expect(run.summary).not.toContain(stage.workspace);
});

test("a tampered binary is an error that names file and field", async () => {
  await spoilObjects(saved);
  const run = await stage.run(proposed(pull));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(
    /^::error .*damaged baseline: .*objects\/[0-9a-f]{64} does not match components\[0\]\.moduleSha256/m,
  );
});

test("a document with a damaged field is an error that names the field", async () => {
  await rewriteDocument(saved, (document) => {
    document.createdAt = "yesterday";
  });
  const run = await stage.run(proposed(pull));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*baseline\.json.*createdAt/m);
});

test("a newer baseline is refused by its version", async () => {
  await rewriteDocument(saved, (document) => {
    document.version = 99;
  });
  const run = await stage.run(proposed(pull));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*version.*99/m);
});

test("a document of another commit than its key is refused", async () => {
  await rewriteDocument(saved, (document) => {
    document.run = { ...(document.run as object), sha: shaOf("f") };
  });
  const run = await stage.run(proposed(pull));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*names another commit/m);
});

test("a pull request writes no cache entry, even when told to save always", async () => {
  const run = await stage.run(proposed(pull, { "save-baseline": "always" }));
  expect(run.outputs["baseline-saved"], run.stdout).toBe("false");
  expect(stage.cache.entries.map(({ key }) => key)).toEqual([saved.key]);
});

test("a merge group restores the baseline, saves nothing and sets its status on the group's commit, its comment on the pull request", async () => {
  const sha = shaOf("7");
  const run = await stage.run({
    event: "merge_group",
    payload: mergeGroupPayload("octo/app", "refs/heads/main", sha),
    sha,
    ref: `refs/heads/gh-readonly-queue/main/pr-1-${sha}`,
    inputs: { status: "true" },
  });
  expect(run, run.stdout).toMatchObject({
    exitCode: 0,
    outputs: {
      verdict: "pass",
      "baseline-sha": shaOf("a"),
      "comment-url": expect.stringContaining(`/${pull.number}#`),
    },
  });
  expect(stage.cache.entries.map(({ key }) => key)).toEqual([saved.key]);
  expect(stage.github.statuses).toMatchObject([{ sha, state: "success" }]);
});

test("an evicted baseline fails the run only where no-baseline is to fail it", async () => {
  stage.cache.evict();
  const run = await stage.run(proposed(pull, { "fail-on": "regression,no-baseline" }));
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
  expect(run.stdout).toMatch(/^::error .*baseline/m);
});
