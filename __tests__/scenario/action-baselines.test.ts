import { afterAll, beforeEach, expect, test } from "vitest";
import { pushPayload } from "../servers/event-payload.ts";
import type { CacheScope } from "../servers/runtime-token.ts";
import { runsIn } from "./action-archive.ts";
import { heavier, original, rebuilt } from "./action-modules.ts";
import { configOf, openMain, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const RELEASE = "refs/heads/release/1.x";

const stages: Stage[] = [];

async function staged(): Promise<Stage> {
  const stage = await openMain({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
  stages.push(stage);
  return stage;
}

let stage: Stage;
beforeEach(async () => {
  stage = await staged();
});
afterAll(() => Promise.all(stages.map((one) => one.close())));

test("a push that is run again is compared with what it was compared with at first, whoever has saved since", async () => {
  await stage.write({ "sum.wasm": heavier });
  const push = { ...pushed(shaOf("b")), runId: 2000 };
  const red = { exitCode: 1, outputs: { regressions: "1", "baseline-sha": shaOf("a") } };
  const first = await stage.run(push);
  expect(first, first.stdout).toMatchObject(red);
  const again = await stage.run({ ...push, attempt: 2 });
  expect(again, again.stdout).toMatchObject(red);
  await stage.run(pushed(shaOf("c")));
  const late = await stage.run({ ...push, attempt: 3 });
  expect(late, late.stdout).toMatchObject(red);
});

test("a re-run without its baseline says why and forgets no history", async () => {
  await stage.write({ "sum.wasm": rebuilt });
  const push = { ...pushed(shaOf("b")), runId: 2000 };
  await stage.run(push);
  stage.cache.evict(({ key }) => key.includes(shaOf("a")));
  const again = await stage.run({ ...push, attempt: 2 });
  expect(again, again.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "no-baseline" } });
  expect(again.stdout).toContain("saved by this very run");
  const newest = stage.cache.entries.at(-1);
  const runs = newest === undefined ? [] : await runsIn(newest, "execution/work/sum");
  expect(runs).toEqual([shaOf("a"), shaOf("b")]);
});

test("the second job of a push saves nothing and compares with the commit before it", async () => {
  await stage.write({ "sum.wasm": rebuilt });
  const push = { ...pushed(shaOf("b")), runId: 2000 };
  await stage.run({ ...push, inputs: { confirm: "fresh-runner" } });
  const entries = stage.cache.entries.length;
  const second = await stage.run({ ...push, inputs: { suspects: "execution/work/sum" } });
  expect(second, second.stdout).toMatchObject({
    exitCode: 0,
    outputs: { "baseline-sha": shaOf("a"), "baseline-saved": "false" },
  });
  expect(second.stdout).toContain("lifted: execution/work/sum");
  expect(stage.cache.entries).toHaveLength(entries);
});

test("a pull request into a release branch is compared with that branch, or told that it is not", async () => {
  const opened = await stage.github.openPullRequest("backport");
  const pull = { ...opened, baseRef: "release/1.x" };
  const without = await stage.run(proposed(pull));
  expect(without, without.stdout).toMatchObject({
    exitCode: 0,
    outputs: { "baseline-sha": shaOf("a") },
  });
  expect(without.stdout).toMatch(/holds no baseline of release\/1\.x/);
  expect((await stage.result()).warnings).toMatchObject([{ code: "baseline-fallback" }]);

  const payload = pushPayload("octo/app", RELEASE, shaOf("e"));
  const release = { event: "push", payload, sha: shaOf("e"), ref: RELEASE };
  await stage.run({ ...release, inputs: { "save-baseline": "always" } });
  // A pull request may read what its base branch saved.
  const scopes: CacheScope[] = [
    { ref: `refs/pull/${pull.number}/merge`, access: "write" },
    { ref: RELEASE, access: "read" },
    { ref: "refs/heads/main", access: "read" },
  ];
  const within = await stage.run({ ...proposed(pull), scopes });
  expect(within, within.stdout).toMatchObject({ outputs: { "baseline-sha": shaOf("e") } });
  expect((await stage.result()).warnings).toEqual([]);
});
