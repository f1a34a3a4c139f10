import { afterAll, beforeAll, expect, test } from "vitest";
import { original, rebuilt, slower } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

/** The extra work shows in the fuel too; only the clock is to speak here. */
const FUEL_ALLOWED =
  'overrides: [{ benchmark: "execution/**", fuel: 1000%, reason: "the clock decides" }]\n';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({ "wasm-bench.yml": configOf(["sum"], FUEL_ALLOWED), "sum.wasm": original });
  await stage.run(pushed(shaOf("a")));
});

afterAll(() => stage.close());

test("a would-be failure is left to a second job, which upholds it or lifts it", async () => {
  const pull = await stage.github.openPullRequest("feature");
  await stage.write({ "sum.wasm": slower });
  const first = await stage.run(proposed(pull, { confirm: "fresh-runner" }));
  expect(first, first.stdout).toMatchObject({
    exitCode: 0,
    outputs: { regressions: "1", suspects: "execution/work/sum" },
  });
  expect(first.stdout).toContain("left to a second job");

  const upheld = await stage.run(proposed(pull, { suspects: first.outputs.suspects ?? "" }));
  expect(upheld, upheld.stdout).toMatchObject({ exitCode: 1, outputs: { suspects: "" } });
  expect(upheld.stdout).toContain("upheld on another machine: execution/work/sum");

  await stage.write({ "sum.wasm": rebuilt });
  const lifted = await stage.run(proposed(pull, { suspects: "execution/work/sum" }));
  expect(lifted, lifted.stdout).toMatchObject({ exitCode: 0 });
  expect(lifted.stdout).toContain("lifted: execution/work/sum");
});
