import { afterAll, beforeAll, expect, test } from "vitest";
import { original, slower } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({
    "wasm-bench.yml": configOf(["sum", "two"]),
    "sum.wasm": original,
    "two.wasm": original,
  });
  await stage.run(pushed(shaOf("a")));
});

afterAll(() => stage.close());

const WEAK = `sampling: { rounds: 4, copies: 1, warmup: 1ms, block: 400us, time: 300ms, timeout: 20s, tier: optimized }
gate: { regression: 900%, decide: 850%, suspect: 800%, floor: 1s, exact: { fuel: 1000%, bytes: 900%, bytes-floor: 1MiB, pages: 9 }, fail-on: [error], inconclusive: ignore, confidence: 80%, confirm: fresh-runner }
components:
  - { name: sum, path: sum.wasm, suites: [execution], execution: [{ name: work, export: work, args: [2000] }] }
overrides: [{ benchmark: "exec*/**", fuel: 999%, reason: "a glob" }]
accept: [{ benchmark: "**", until: 2999-01-01, limit: 1000%, reason: "@octocat <b>hot</b> | path" }]
`;

test("every key is told", async () => {
  const pull = await stage.github.openPullRequest("feature");
  await stage.write({ "wasm-bench.yml": WEAK, "sum.wasm": slower });
  const run = await stage.run(proposed(pull));
  const [comment] = await stage.github.comments(pull.number);
  process.stdout.write(`${run.exitCode}\n${run.stdout}\n=====\n${comment?.body}\n`);
  expect(run.summary).toContain("also changes the gate");
  const base = await stage.run(proposed(pull, { policy: "base" }));
  const [again] = await stage.github.comments(pull.number);
  process.stdout.write(`${base.exitCode}\n${base.stdout}\n=====\n${again?.body}\n`);
  expect(base.exitCode).toBe(1);
});
