import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { heavier, original } from "./action-modules.ts";
import {
  configOf,
  type Occasion,
  openStage,
  proposed,
  pushed,
  type Stage,
  shaOf,
} from "./action-stage.ts";

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({
    "wasm-bench.yml": configOf(["one", "two", "three"]),
    "one.wasm": original,
    "two.wasm": original,
    "three.wasm": original,
  });
  pull = await stage.github.openPullRequest("feature");
});

afterAll(() => stage.close());

/** Runs two shards of one workflow run and puts their results where the merge job expects them. */
async function runShards(occasion: Occasion, runId: number) {
  const folder = join(stage.workspace, "wasm-bench-results");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const runs = [];
  for (const shard of ["1/2", "2/2"]) {
    const run = await stage.run({ ...occasion, runId, inputs: { ...occasion.inputs, shard } });
    runs.push(run);
    const path = run.outputs["result-path"] ?? "";
    await cp(path, join(folder, path.slice(path.lastIndexOf("/") + 1)));
  }
  return runs;
}

async function mergeShards(occasion: Occasion, runId: number) {
  return stage.run({ ...occasion, runId, inputs: { ...occasion.inputs, mode: "merge" } });
}

test("two shards save nothing and the merge job saves one baseline of all benchmarks", async () => {
  const push = pushed(shaOf("a"));
  const shards = await runShards(push, 2000);
  expect(shards.map(({ exitCode, outputs }) => [exitCode, outputs["baseline-saved"]])).toEqual([
    [0, "false"],
    [0, "false"],
  ]);
  expect(stage.cache.entries).toEqual([]);
  const run = await mergeShards(push, 2000);
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-saved": "true" } });
  expect((await stage.result()).benchmarks.map(({ benchmark }) => benchmark.id).sort()).toEqual([
    "execution/work/one",
    "execution/work/three",
    "execution/work/two",
  ]);
});

test("the merge job alone comments, once, with the regression a shard found", async () => {
  await stage.write({ "two.wasm": heavier });
  const shards = await runShards(proposed(pull), 2001);
  expect(await stage.github.comments(pull.number)).toEqual([]);
  // Dealt out in the order of their names: one and two, then three.
  expect(shards.map(({ outputs }) => outputs.regressions)).toEqual(["1", "0"]);
  expect(shards.map(({ outputs }) => outputs["report-url"])).toEqual(["", ""]);
  const run = await mergeShards(proposed(pull), 2001);
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { regressions: "1" } });
  expect(run.outputs["report-url"]).toMatch(/\/actions\/runs\/2001\/artifacts\/\d+$/);
  expect(stage.cache.artifacts.filter((one) => one.run === "run-2001")).toHaveLength(1);
  const comments = await stage.github.comments(pull.number);
  expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining("execution/work/two")]);
  await stage.write({ "two.wasm": original });
});

test("a benchmark that no shard has any more is missing once", async () => {
  await stage.write({ "wasm-bench.yml": configOf(["one", "two"]) });
  const occasion = proposed(pull, { "fail-on": "missing" });
  await runShards(occasion, 2002);
  const run = await mergeShards(occasion, 2002);
  await stage.write({ "wasm-bench.yml": configOf(["one", "two", "three"]) });
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
  expect((await stage.result()).judgement.counts).toMatchObject({ missing: 1, identical: 2 });
});

test("the trend goes on when shards are merged", async () => {
  const push = pushed(shaOf("b"));
  await runShards(push, 2003);
  const run = await mergeShards(push, 2003);
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "baseline-saved": "true" } });
  expect(run.summary).toMatch(/\| [▁-█]{2} \|/);
});

test("a merge job with a shard missing is refused", async () => {
  await runShards(proposed(pull), 2004);
  await rm(join(stage.workspace, "wasm-bench-results", "result-2-of-2.json"));
  const lacking = await mergeShards(proposed(pull), 2004);
  expect(lacking.exitCode, lacking.stdout).toBe(2);
  expect(lacking.stdout).toMatch(/^::error .*parts 1, needed is each of 1 to 2/m);
});

test("a merge job without any result is refused with a hint", async () => {
  await rm(join(stage.workspace, "wasm-bench-results"), { recursive: true, force: true });
  const run = await mergeShards(proposed(pull), 2005);
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*cannot be read.*Download the artifacts/m);
});
