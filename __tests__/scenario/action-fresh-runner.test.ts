import { afterAll, beforeAll, expect, test } from "vitest";
import { original, rebuilt, slower } from "./action-modules.ts";
import { configOf, openMain, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

/** The extra work shows in the fuel too; only the clock is to speak here. */
const FUEL_ALLOWED =
  'overrides: [{ benchmark: "execution/**", fuel: 1000%, reason: "the clock decides" }]\n';
const SUSPECT = "execution/work/sum";

let stage: Stage;

beforeAll(async () => {
  stage = await openMain({
    "wasm-bench.yml": configOf(["sum"], FUEL_ALLOWED),
    "sum.wasm": original,
  });
});

afterAll(() => stage.close());

test("a would-be failure is left to a second job, which upholds it or lifts it", async () => {
  const pull = await stage.github.openPullRequest("feature");
  await stage.write({ "sum.wasm": slower });
  const inputs = { confirm: "fresh-runner", "second-job": "true", status: "true" };
  const first = await stage.run(proposed(pull, inputs));
  expect(first, first.stdout).toMatchObject({
    exitCode: 0,
    outputs: { regressions: "1", suspects: SUSPECT, verdict: "warn" },
  });
  expect(first.stdout).toContain("left to a second job");
  expect(stage.github.statuses.at(-1)).toMatchObject({ state: "pending" });

  const upheld = await stage.run(proposed(pull, { suspects: first.outputs.suspects ?? "" }));
  expect(upheld, upheld.stdout).toMatchObject({ exitCode: 1, outputs: { suspects: "" } });
  expect(upheld.stdout).toContain("upheld on another machine: execution/work/sum");

  await stage.write({ "sum.wasm": rebuilt });
  const lifted = await stage.run(proposed(pull, { suspects: SUSPECT }));
  expect(lifted, lifted.stdout).toMatchObject({ exitCode: 0 });
  expect(lifted.stdout).toContain("lifted: execution/work/sum");
});

test("without a second job of the workflow it fails, whoever asked for a fresh runner", async () => {
  const pull = await stage.github.openPullRequest("alone");
  const config = configOf(["sum"], FUEL_ALLOWED).replace("25%", "25%, confirm: fresh-runner");
  await stage.write({ "sum.wasm": slower, "wasm-bench.yml": config });
  const run = await stage.run(proposed(pull, { status: "true" }));
  expect(run, run.stdout).toMatchObject({
    exitCode: 1,
    outputs: { regressions: "1", suspects: SUSPECT, verdict: "fail" },
  });
  expect(run.stdout).toContain("set the input second-job to true");
  expect(run.stdout).toContain("weaker confirm: here → fresh-runner");
  expect(stage.github.statuses.at(-1)).toMatchObject({ state: "failure" });
  const [comment] = await stage.github.comments(pull.number);
  expect(comment?.body).toContain("set the input second-job to true");
});

test("a configuration cannot say that there is a second job", async () => {
  const config = configOf(["sum"]).replace("25%", "25%, second-job: true");
  await stage.write({ "wasm-bench.yml": config });
  const run = await stage.run(pushed(shaOf("b")));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toContain("gate.second-job: unknown key");
});
