import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { ActionRun } from "../servers/runner.ts";
import { type Occasion, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const README = readFileSync("README.md", "utf8");
const WORKFLOW = ".github/workflows/bench.yml";
const SOURCE = "assembly/primes.ts";

/** Files that the quick start shows, each under a line that begins with its name. */
const SHOWN = Object.fromEntries(
  [...README.matchAll(/^`([^`\n]+)`[^\n]*:\n\n```\w+\n([\s\S]*?)^```$/gm)].map(
    ([, name = "", text = ""]) => [name, text],
  ),
);

/** Seconds of each step, told at the end: a stranger's path is as long as its slowest one. */
const times: string[] = [];

async function timed<Value>(step: string, work: () => Value | Promise<Value>): Promise<Value> {
  const start = performance.now();
  const value = await work();
  times.push(`${step} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return value;
}

let stage: Stage;

/** Runs what the workflow's `run` steps say, with the compiler that is installed in place of one fetched from a registry. */
function build(): void {
  const { jobs } = parse(SHOWN[WORKFLOW] ?? "");
  const steps: { readonly run?: string }[] = jobs["wasm-bench"].steps;
  const commands = steps.flatMap(({ run }) => run ?? []);
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) {
    const { status, stderr } = spawnSync("bash", ["-e", "-c", command], {
      cwd: stage.workspace,
      encoding: "utf8",
      env: { ...process.env, npm_config_offline: "true" },
    });
    expect(status, stderr).toBe(0);
  }
}

async function propose(step: string, source: string, occasion: Occasion): Promise<ActionRun> {
  await stage.write({ [SOURCE]: source });
  await timed(`build of the ${step}`, build);
  return timed(`check of the ${step}`, () => stage.run(occasion));
}

beforeAll(async () => {
  stage = await openStage();
  const packages = join(stage.workspace, "node_modules");
  mkdirSync(packages);
  symlinkSync(resolve("node_modules/assemblyscript"), join(packages, "assemblyscript"));
});
afterAll(() => stage.close());

it("the README's quick start, copied into an empty repository, goes from a push to a green and a red pull request", async () => {
  expect(Object.keys(SHOWN)).toEqual([SOURCE, "wasm-bench.yml", WORKFLOW]);
  const source = SHOWN[SOURCE] ?? "";
  await stage.write(SHOWN);
  const push = await propose("push", source, pushed(shaOf("a")));
  expect(push, push.stdout).toMatchObject({
    exitCode: 0,
    outputs: { "baseline-saved": "true", failures: "0" },
  });
  const history = push.outputs["history-path"] ?? "";
  expect(readdirSync(history).sort()).toEqual(["badge.json", "badge.svg", "index.html"]);
  expect(readFileSync(join(history, "index.html"), "utf8")).toContain(
    "execution/count_primes/primes",
  );

  const pull = await stage.github.openPullRequest("feature");
  expect(README).toContain("Change a comment");
  const reworded = source.replace("Counts the primes", "How many primes there are");
  expect(reworded).not.toBe(source);
  const green = await propose("green pull request", reworded, proposed(pull));
  expect([green.exitCode, green.outputs.verdict], green.stdout).toEqual([0, "pass"]);
  expect(green.outputs["history-path"]).toBe("");
  const verdicts = (await stage.result()).judgement.benchmarks.map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(["identical"]));

  expect(README).toContain("Remove the line `break;`");
  const heavier = source.replace(/^ *break;\n/m, "");
  expect(heavier).not.toBe(source);
  const red = await propose("red pull request", heavier, proposed(pull));
  expect([red.exitCode, red.outputs.failures], red.stdout).toEqual([1, "0"]);
  const [comment] = await stage.github.comments(pull.number);
  expect(comment?.body).toMatch(/^### ❌ .*count_primes.* (is .* slower|uses .* more fuel)/m);
  process.stdout.write(`the quick start: ${times.join(", ")}\n`);
}, 300_000);
