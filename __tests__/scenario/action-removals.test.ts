import { afterAll, beforeAll, expect, test } from "vitest";
import { original } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({
    "wasm-bench.yml": configOf(["kept", "old"]),
    "kept.wasm": original,
    "old.wasm": original,
  });
  await stage.run(pushed(shaOf("a")));
});

afterAll(() => stage.close());

const ACCEPTED = 'accept: [{ benchmark: "execution/*/old", removed: true, reason: "moved, #7" }]';

test("a removed component is red until its removal is accepted, then saved without, and then the entry warns", async () => {
  const pull = await stage.github.openPullRequest("remove");
  await stage.write({ "wasm-bench.yml": configOf(["kept"]) });
  const red = await stage.run(proposed(pull));
  expect(red, red.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", missing: "1", "not-compared": "0" },
  });
  expect(red.stdout).toMatch(/^::error .*1 missing benchmark: execution\/work\/old/m);

  const merged = await stage.run(pushed(shaOf("b")));
  expect(merged, merged.stdout).toMatchObject({
    exitCode: 1,
    outputs: { "baseline-saved": "false", "baseline-sha": shaOf("a") },
  });
  expect(merged.stdout).toMatch(/the baseline was not saved: 1 benchmark missing .*removed: true/);

  await stage.write({ "wasm-bench.yml": configOf(["kept"], ACCEPTED) });
  const accepted = await stage.run(proposed(pull));
  expect(accepted, accepted.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "warn", missing: "0", "baseline-sha": shaOf("a") },
  });
  const [comment] = await stage.github.comments(pull.number);
  expect(comment?.body).toMatch(/1 accepted removal/);
  expect(comment?.body).toMatch(/execution\/work\/old.*accepted as removed: moved/);
  expect(accepted.summary).toContain("Accepted changes");
  expect((await stage.result()).judgement.warnings).toEqual([]);

  const saved = await stage.run(pushed(shaOf("c")));
  expect(saved, saved.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "warn", "baseline-saved": "true" },
  });

  // Opened on main as it is now.
  const next = await stage.github.openPullRequest("next");
  const idle = await stage.run(proposed(next));
  expect(idle, idle.stdout).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "pass", missing: "0", "baseline-sha": shaOf("c") },
  });
  expect(idle.stdout).toMatch(
    /^::warning .*the acceptance of the removal of "execution\/\*\/old" \("moved, #7"\) accepts nothing in this run/m,
  );
});

test("components that were all renamed are missing, though their modules are known", async () => {
  const pull = await stage.github.openPullRequest("rename");
  await stage.write({
    "wasm-bench.yml": configOf(["kept"]).replace("name: kept", "name: other"),
  });
  const renamed = await stage.run(proposed(pull));
  expect(renamed, renamed.stdout).toMatchObject({ exitCode: 1, outputs: { missing: "1" } });
  expect(renamed.stdout).toContain("execution/work/kept");
  const result = await stage.result();
  expect(result.benchmarks[0]).toMatchObject({
    pairing: "identical",
    definitionChange: "added",
    baseComponent: "kept",
  });
  await stage.write({ "wasm-bench.yml": configOf(["kept"]) });
});

test("a cache that could not be asked is told from one that holds nothing", async () => {
  const pull = await stage.github.openPullRequest("store");
  const inputs = { "fail-on": "store" };
  stage.cache.inject({ on: "lookup", status: 501 });
  const unasked = await stage.run(proposed(pull, inputs));
  stage.cache.heal();
  expect(unasked, unasked.stdout).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
  expect(unasked.stdout).toMatch(/^::error .*no baseline: the cache could not be read/m);
  expect((await stage.result()).storeFault).toMatch(/the cache could not be read/);

  stage.cache.evict();
  const empty = await stage.run(proposed(pull, inputs));
  expect(empty, empty.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "no-baseline" } });
  expect((await stage.result()).storeFault).toBeUndefined();
});

test("a shard without benchmarks is refused and says how many shards make sense", async () => {
  const run = await stage.run(pushed(shaOf("d"), { shard: "4/4" }));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*4\/4 has nothing to measure.*at most 1 shard/m);
});

test("a suite taken out of the configuration is missing; one left out by the input is told", async () => {
  const both = configOf(["kept"]).replace("[execution]", "[execution, crash_handling]");
  await stage.write({ "wasm-bench.yml": both });
  const push = await stage.run(pushed(shaOf("e")));
  expect(push.outputs["baseline-saved"], push.stdout).toBe("true");
  const pull = await stage.github.openPullRequest("suites");
  const left = await stage.run(proposed(pull, { suites: "execution" }));
  expect(left, left.stdout).toMatchObject({ exitCode: 0, outputs: { missing: "0" } });
  expect(left.stdout).toMatch(
    /^::warning .*the input suites leaves out 3 benchmarks of the baseline \(crash_/m,
  );
  await stage.write({ "wasm-bench.yml": configOf(["kept"]) });
  const reduced = await stage.run(proposed(pull));
  expect(reduced, reduced.stdout).toMatchObject({ exitCode: 1, outputs: { missing: "3" } });
});
