import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { broken, original, slower } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({
    "wasm-bench.yml": configOf(["one", "two"]),
    "one.wasm": original,
    "two.wasm": original,
  });
  pull = await stage.github.openPullRequest("feature");
  await stage.run(pushed(shaOf("a")));
});

afterEach(() =>
  stage.write({
    "wasm-bench.yml": configOf(["one", "two"]),
    "one.wasm": original,
    "two.wasm": original,
  }),
);

afterAll(() => stage.close());

test("a guest that traps is failed and turns the run red, with the trap named", async () => {
  await stage.write({ "one.wasm": broken });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", failures: "1", regressions: "0" },
  });
  expect(run.stdout).toMatch(/^::error title=failed%3A execution\/work\/one::.*unreachable/m);
});

test("a failed run on the baseline branch is no baseline", async () => {
  await stage.write({ "one.wasm": broken });
  const run = await stage.run(pushed(shaOf("b")));
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { "baseline-saved": "false" } });
  expect(run.stdout).toMatch(
    /^::warning .*not saved: 1 benchmark failed \(execution\/work\/one\)/m,
  );
});

test("a wrong result is failed", async () => {
  await stage.write({
    "wasm-bench.yml": configOf(["one", "two"]).replaceAll(/expect: \d+/g, "expect: 1"),
  });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { failures: "2" } });
});

test("a benchmark that is gone is missing: red by default, seen where it is not to fail the run", async () => {
  await stage.write({ "wasm-bench.yml": configOf(["one"]) });
  const seen = await stage.run(proposed(pull, { "fail-on": "regression" }));
  expect(seen, seen.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "warn" } });
  expect(seen.summary).toContain("execution/work/two");
  expect(seen.stdout).toMatch(/^::warning title=missing%3A execution\/work\/two::./m);
  const red = await stage.run(proposed(pull));
  expect(red, red.stdout).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
});

test("a missed target turns the run red and is counted", async () => {
  const target = `targets:\n  - { benchmark: "execution/*/one", metric: time, max: 1ns, source: ADR-1, severity: fail }`;
  await stage.write({ "wasm-bench.yml": configOf(["one"], target) });
  const run = await stage.run(proposed(pull, { baseline: "none" }));
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", "missed-targets": "1" },
  });
  expect(run.summary).toContain("ADR-1");
});

test("what the time budget cuts off is inconclusive, never green by omission", async () => {
  await stage.write({ "one.wasm": slower, "two.wasm": slower });
  const run = await stage.run(
    proposed(pull, { "time-budget": "1ms", "fail-on": "regression,inconclusive" }),
  );
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", inconclusive: "2" },
  });
});

test("an accepted slowdown passes with its reason in the summary", async () => {
  const entries = ["time", "fuel"].map(
    (metric) =>
      `  - { benchmark: "execution/**", metric: ${metric}, until: 2099-01-31, limit: 1000%, reason: "bounds checks" }`,
  );
  const accept = `accept:\n${entries.join("\n")}`;
  await stage.write({ "wasm-bench.yml": configOf(["one", "two"], accept), "one.wasm": slower });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { regressions: "0" } });
  expect(run.summary).toContain("bounds checks");
});

test("an acceptance that has expired counts no more, which is said with its date", async () => {
  const accept = `accept:\n  - { benchmark: "execution/**", until: 2020-01-31, limit: 12%, reason: "bounds checks" }`;
  await stage.write({ "wasm-bench.yml": configOf(["one", "two"], accept), "one.wasm": slower });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { regressions: "1" } });
  expect(run.stdout).toMatch(
    /^::warning .*the acceptance of time of "execution\/\*\*" .*expired on 2020-01-31 and is refused/m,
  );
});

test("nothing of the run stays in the checkout but its result and report", async () => {
  await stage.run(proposed(pull));
  expect((await readdir(join(stage.workspace, ".wasm-bench"))).sort()).toEqual([
    "result.html",
    "result.json",
  ]);
});
