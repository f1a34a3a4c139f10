import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { original } from "./action-modules.ts";
import { configOf, openStage, pushed, type Stage, shaOf } from "./action-stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
});

afterAll(() => stage.close());

test.each([
  ["mode", "bench", ["run", "merge", "comment", "import"]],
  ["suites", "speed", ["instantiation", "execution", "memory", "crash_handling", "size"]],
  ["baseline", "s3", ["cache", "file", "none"]],
  ["save-baseline", "yes", ["auto", "always", "never"]],
  ["fail-on", "slow", ["regression", "target", "error", "missing", "inconclusive", "no-baseline"]],
  ["confirm", "there", ["here", "fresh-runner"]],
  ["comment", "sometimes", ["always", "on-change", "on-failure", "never"]],
  ["status", "maybe", ["true", "false"]],
  ["summary", "maybe", ["true", "false"]],
  ["self-test", "maybe", ["true", "false"]],
  ["shard", "3/2", ["i/n"]],
  ["threshold", "fast", ["5%"]],
  ["time-budget", "long", ["s"]],
])("input %s: %s is refused with what is allowed", async (name, value, allowed) => {
  const run = await stage.run(pushed(shaOf("a"), { [name]: value }));
  expect(run.exitCode, run.stdout).toBe(2);
  const error = run.stdout.split("\n").find((line) => line.startsWith("::error ")) ?? "";
  expect([name, value, ...allowed].filter((word) => !error.includes(word))).toEqual([]);
  expect(stage.cache.entries).toEqual([]);
});

test.each([
  ["components:\n  - { name: a }\n", "path"],
  ["componets: []\n", "components"],
  ["components: [\n", "wasm-bench.yml"],
  ["sampling: { time: fast }\n", "sampling.time"],
])("the configuration %j is refused, naming %s", async (text, named) => {
  await writeFile(join(stage.workspace, "bad.yml"), text);
  const run = await stage.run(pushed(shaOf("a"), { config: "bad.yml" }));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*bad\.yml/m);
  expect(run.stdout).toContain(named.replace("wasm-bench", "bad"));
});

test("a configuration that was named and is not there is refused", async () => {
  const run = await stage.run(pushed(shaOf("a"), { config: "other.yml" }));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*other\.yml cannot be read/m);
});

test("a component that is not there is refused by its path", async () => {
  await rm(join(stage.workspace, "sum.wasm"));
  const run = await stage.run(pushed(shaOf("a")));
  await stage.write({ "sum.wasm": original });
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*sum\.wasm/m);
});

test("a fault of the user's is told in the summary too", async () => {
  const run = await stage.run(pushed(shaOf("a"), { config: "other.yml" }));
  expect(run.summary).toContain("other.yml cannot be read");
});
