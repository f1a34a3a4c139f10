import { afterAll, beforeEach, expect, test } from "vitest";
import type { CacheScope } from "../servers/runtime-token.ts";
import { original, rebuilt, slower } from "./action-modules.ts";
import {
  configOf,
  openStage,
  proposed,
  pushed,
  pushedOnto,
  type Stage,
  shaOf,
} from "./action-stage.ts";

const RELEASE = "refs/heads/release/1.x";

const stages: Stage[] = [];

async function staged(): Promise<Stage> {
  const stage = await openStage();
  stages.push(stage);
  await stage.write({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
  await stage.run(pushed(shaOf("a")));
  return stage;
}

let stage: Stage;
beforeEach(async () => {
  stage = await staged();
});
afterAll(() => Promise.all(stages.map((one) => one.close())));

test("a push that is run again is compared with the commit before it, not with what it saved itself", async () => {
  await stage.write({ "sum.wasm": slower });
  const push = { ...pushedOnto(shaOf("a"), shaOf("b")), runId: 2000 };
  const red = await stage.run(push);
  expect(red, red.stdout).toMatchObject({
    exitCode: 1,
    outputs: { regressions: "1", "baseline-saved": "true", "baseline-sha": shaOf("a") },
  });
  const again = await stage.run({ ...push, attempt: 2 });
  expect(again, again.stdout).toMatchObject({
    exitCode: 1,
    outputs: { regressions: "1", "baseline-sha": shaOf("a") },
  });
});

test("without an entry of the commit before it, a re-run has no baseline and says why", async () => {
  const push = { ...pushedOnto(shaOf("c"), shaOf("b")), runId: 2000 };
  await stage.run(push);
  const again = await stage.run({ ...push, attempt: 2 });
  expect(again, again.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "no-baseline" } });
  expect(again.stdout).toContain("saved by this very run");
});

test("the second job of a push saves nothing and compares with the commit before it", async () => {
  await stage.write({ "sum.wasm": rebuilt });
  const push = { ...pushedOnto(shaOf("a"), shaOf("b")), runId: 2000 };
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

  const release = pushedOnto(shaOf("0"), shaOf("e"), RELEASE);
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
