import { afterAll, beforeAll, expect, test } from "vitest";
import { runsIn } from "./action-archive.ts";
import { original, rebuilt, slower } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
});

afterAll(() => stage.close());

test("the whole life of a repository: saved, unchanged, rebuilt, slowed, mended, merged", async () => {
  const { github, cache } = stage;
  const first = await stage.run(pushed(shaOf("a")));
  expect(first, first.stdout).toMatchObject({
    exitCode: 0,
    outputs: { "baseline-saved": "true", verdict: "no-baseline", "baseline-key": "" },
  });
  expect(first.summary).toContain("**Baseline saved**: pull requests are compared with this run");
  expect(cache.entries.map(({ key, scope }) => [key, scope])).toEqual([
    [expect.stringMatching(/^wasm-bench-v2-_-_-main-tip-a{40}-1001-1$/), "refs/heads/main"],
  ]);

  const pull = await github.openPullRequest("feature");
  const same = await stage.run(proposed(pull));
  expect(same, same.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "pass", "baseline-sha": shaOf("a"), "baseline-saved": "false" },
  });
  expect(same.summary).not.toContain("Baseline saved");
  const untouched = await stage.result();
  expect(untouched.judgement.counts.identical).toBe(1);
  expect(untouched.time.processes).toBe(0);

  await stage.write({ "sum.wasm": rebuilt });
  const rebuild = await stage.run(proposed(pull));
  expect(rebuild, rebuild.stdout).toMatchObject({ exitCode: 0, outputs: { regressions: "0" } });
  const paired = await stage.result();
  expect(paired.benchmarks.map(({ pairing }) => pairing)).toEqual(["paired"]);
  expect(paired.time.processes).toBeGreaterThanOrEqual(2);

  await stage.write({ "sum.wasm": slower });
  const slow = await stage.run(proposed(pull));
  expect(slow, slow.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", regressions: "1" },
  });
  const [red, ...others] = await github.comments(pull.number);
  expect(others).toEqual([]);
  expect(red?.body).toContain("execution/work/sum");
  expect(red?.body).toMatch(/1 regression/i);
  expect(slow.summary).toContain("execution/work/sum");
  expect(slow.stdout).toMatch(/^::error /m);

  await stage.write({ "sum.wasm": rebuilt });
  const mended = await stage.run(proposed(pull));
  expect(mended, mended.stdout).toMatchObject({ exitCode: 0, outputs: { regressions: "0" } });
  const comments = await github.comments(pull.number);
  expect(comments.map(({ id }) => id)).toEqual([red?.id]);
  expect(comments[0]?.body).not.toMatch(/1 regression/i);
  expect(cache.entries).toHaveLength(1);

  for (const letter of ["b", "c"]) {
    const merged = await stage.run(pushed(shaOf(letter)));
    expect(merged, merged.stdout).toMatchObject({
      exitCode: 0,
      outputs: { "baseline-saved": "true" },
    });
  }
  expect(cache.entries).toHaveLength(3);
  const last = await stage.run(pushed(shaOf("d")));
  expect(last.outputs["baseline-sha"]).toBe(shaOf("c"));
  const newest = cache.entries.at(-1);
  expect(newest?.key).toContain(shaOf("d"));
  const runs = newest === undefined ? [] : await runsIn(newest, "execution/work/sum");
  expect(runs).toEqual(["a", "b", "c", "d"].map(shaOf));
  expect(last.summary, JSON.stringify(runs)).toMatch(/\| [▁-█]{4} \|/);
});
