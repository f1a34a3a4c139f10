import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

/** What a hyperfine of so many seconds exports. */
function hyperfine(seconds: number): string {
  const times = Array.from({ length: 10 }, (_, index) => seconds * (1 + (index % 3) / 100));
  return JSON.stringify({ results: [{ command: "codec", mean: seconds, times }] });
}

const target = (limit: string): string =>
  `targets:\n  - { benchmark: codec, metric: time, max: ${limit}, source: ADR-7, severity: fail }\n`;

const INPUTS = { mode: "import", "import-format": "hyperfine", "import-path": "head.json" };

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openStage();
  pull = await stage.github.openPullRequest("feature");
  await mkdir(join(stage.workspace, "host"));
  for (const folder of ["", "host"]) {
    await writeFile(join(stage.workspace, folder, "base.json"), hyperfine(1));
    await writeFile(join(stage.workspace, folder, "head.json"), hyperfine(1.6));
    await writeFile(join(stage.workspace, folder, "wasm-bench.yml"), target("2s"));
  }
});

afterAll(() => stage.close());

test("another tool's results are judged by the targets, reported and commented on", async () => {
  const run = await stage.run(proposed(pull, { ...INPUTS, "comment-key": "host" }));
  expect(run.exitCode, run.stdout).toBe(0);
  expect(run.outputs).toMatchObject({ verdict: "pass", "missed-targets": "0" });
  expect(run.outputs["baseline-saved"]).toBe("false");
  const [comment, ...others] = await stage.github.comments(pull.number);
  expect(others).toEqual([]);
  expect(comment?.body).toContain("codec");
  expect(comment?.body).not.toContain(stage.workspace);
  expect(run.summary).toContain("codec");
  expect((await stage.result()).judgement.targets[0]?.verdict).toBe("met");
  expect(stage.cache.entries).toEqual([]);
});

test("a missed target fails the job", async () => {
  await stage.write({ "wasm-bench.yml": target("1s") });
  const run = await stage.run(pushed(shaOf("a"), INPUTS));
  await stage.write({ "wasm-bench.yml": target("2s") });
  expect(run.exitCode, run.stdout).toBe(1);
  expect(run.stdout).toContain("1 missed target");
});

test("two results are compared: a slowdown warns, and fails only when asked to", async () => {
  const inputs = { ...INPUTS, "import-baseline": "base.json" };
  const warned = await stage.run(pushed(shaOf("b"), inputs));
  expect(warned.exitCode, warned.stdout).toBe(0);
  expect(warned.outputs).toMatchObject({ verdict: "warn", regressions: "1" });
  const failed = await stage.run(pushed(shaOf("b"), { ...inputs, "fail-on": "regression" }));
  expect(failed.exitCode, failed.stdout).toBe(1);
});

test("counts that grew fail by default, without a word about time; old results are refused unless allowed", async () => {
  const counts = (value: number): string =>
    JSON.stringify([{ name: "codec", unit: "instructions", value }]);
  await stage.write({ "base.counts.json": counts(1000), "head.counts.json": counts(1200) });
  const inputs = {
    mode: "import",
    "import-path": "head.counts.json",
    "import-baseline": "base.counts.json",
  };
  const failed = await stage.run(pushed(shaOf("d"), inputs));
  expect(failed.exitCode, failed.stdout).toBe(1);
  expect(failed.outputs).toMatchObject({ verdict: "fail", regressions: "1" });
  expect(failed.stdout).toContain("codec imported_count +20.0 % (0.5 % allowed)");
  expect(failed.stdout).not.toContain("measured apart");
  const past = Date.now() / 1000 - 2.5 * 24 * 60 * 60;
  await utimes(join(stage.workspace, "head.counts.json"), past, past);
  const old = await stage.run(pushed(shaOf("d"), inputs));
  expect(old.exitCode, old.stdout).toBe(2);
  expect(old.stdout).toContain("head.counts.json is 2 days older than base.counts.json");
  const allowed = await stage.run(pushed(shaOf("d"), { ...inputs, "allow-stale": "true" }));
  expect(allowed.exitCode, allowed.stdout).toBe(1);
});

test("paths are relative to the working directory, and no folder of the runner is named", async () => {
  const inputs = { ...INPUTS, "working-directory": "host", "import-baseline": "base.json" };
  const run = await stage.run(proposed(pull, { ...inputs, "comment-key": "host" }));
  expect(run.exitCode, run.stdout).toBe(0);
  expect(run.outputs.regressions).toBe("1");
  const [comment] = await stage.github.comments(pull.number);
  expect(comment?.body).toContain("1 regression");
  expect(comment?.body).not.toContain(stage.workspace);
});

test("results that are not there are named by their path", async () => {
  const run = await stage.run(pushed(shaOf("c"), { ...INPUTS, "import-path": "none.json" }));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*none\.json cannot be read/m);
});
