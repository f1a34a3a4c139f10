import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { broken, heavier, original, slower } from "./action-modules.ts";
import { configOf, openMain, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const FILES = {
  "wasm-bench.yml": configOf(["one", "two"]),
  "one.wasm": original,
  "two.wasm": original,
};

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openMain(FILES);
  pull = await stage.github.openPullRequest("feature");
});

afterEach(() => stage.write(FILES));

afterAll(() => stage.close());

test("a guest that traps and one that answers wrongly are failed and turn the run red, with the cause named", async () => {
  const config = configOf(["one", "two"]);
  const at = config.lastIndexOf("expect: ");
  await stage.write({
    "wasm-bench.yml": `${config.slice(0, at)}${config.slice(at).replace(/expect: \d+/, "expect: 1")}`,
    "one.wasm": broken,
  });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { verdict: "fail", failures: "2", regressions: "0" },
  });
  expect(run.stdout).toMatch(/^::error title=failed%3A execution\/work\/one::.*unreachable/m);
  expect(run.stdout).toMatch(/^::error title=failed%3A execution\/work\/two::.*expected 1/m);
});

test("a failed run on the baseline branch is no baseline", async () => {
  await stage.write({ "one.wasm": broken });
  const run = await stage.run(pushed(shaOf("b")));
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { "baseline-saved": "false" } });
  expect(run.stdout).toMatch(
    /^::warning .*not saved: 1 benchmark failed \(execution\/work\/one\)/m,
  );
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

const acceptanceOf = (metric: string, until: string): string =>
  `  - { benchmark: "execution/**", metric: ${metric}, until: ${until}, limit: 1000%, reason: "bounds checks" }\n`;

test("an accepted slowdown passes with its reason in the summary", async () => {
  const accept = `accept:\n${["time", "fuel"].map((metric) => acceptanceOf(metric, "2099-01-31")).join("")}`;
  await stage.write({ "wasm-bench.yml": configOf(["one", "two"], accept), "one.wasm": slower });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { regressions: "0" } });
  expect(run.summary).toContain("bounds checks");
});

test("an acceptance that has expired counts no more, which is said with its date", async () => {
  const accept = `accept:\n${acceptanceOf("fuel", "2020-01-31")}`;
  await stage.write({ "wasm-bench.yml": configOf(["one", "two"], accept), "one.wasm": heavier });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { regressions: "1" } });
  expect(run.stdout).toMatch(
    /^::warning .*the acceptance of fuel of "execution\/\*\*" .*expired on 2020-01-31 and is refused/m,
  );
});

test("nothing of the run stays in the checkout but its result and report", async () => {
  await stage.run(proposed(pull));
  expect((await readdir(join(stage.workspace, ".wasm-bench"))).sort()).toEqual([
    "result.html",
    "result.json",
  ]);
});
