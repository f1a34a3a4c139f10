import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

/** Nobody sees that a folder is needed that is only asked for. */
const ASKS = `import { existsSync } from "node:fs";
import { join } from "node:path";
if (!existsSync(join(import.meta.dirname, "licence"))) throw new Error("no licence");
export const work = () => 1;`;
const CALLS = `(module (import "env" "step" (func $step (param i32) (result i32)))
  (func (export "work") (result i32) (call $step (i32.const 0))))`;
const CALL = "suites: [execution], execution: [{ name: work, export: work, args: [], expect: 1 }]";
const CONFIG = `sampling: { rounds: 4, copies: 1, warmup: 2ms, block: 300us, time: 200ms, processes: 1, samples: 1 }
gate: { regression: 100% }
components:
  - { name: asks, path: asks.mjs, ${CALL} }
  - { name: hosted, path: calls.wat, host: host.mjs, ${CALL} }
`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await mkdir(join(stage.workspace, "licence"));
  await stage.write({
    "wasm-bench.yml": CONFIG,
    "asks.mjs": ASKS,
    "calls.wat": CALLS,
    "host.mjs": `import { step } from "./helper.mjs";\nexport const imports = { env: { step } };`,
    "helper.mjs": "export const step = (x) => x + 1;",
  });
});
afterAll(() => stage.close());

it("a component that would not load from the baseline is left out of it, with the reason and the remedy", async () => {
  const { exitCode, stdout, outputs } = await stage.run(pushed(shaOf("a")));
  expect([exitCode, outputs["baseline-saved"]], stdout).toEqual([0, "true"]);
  expect(stdout).toContain(
    'component "asks" does not load from a baseline and is left out: the glue module could not be loaded: no licence. Name the missing file under `files:` of the component',
  );
});

it("a helper of the imports module that changed is said in summary, comment and log, once", async () => {
  await stage.write({ "helper.mjs": "export const step = (x) => 1 + x;" });
  const pull = await stage.github.openPullRequest("helper");
  const { stdout, summary } = await stage.run(proposed(pull));
  const { benchmarks, judgement } = await stage.result();
  // What a component needs that nobody saw may have changed: what was left out for that is not called identical.
  expect(benchmarks.map(({ pairing }) => pairing)).toEqual(["new", "paired"]);
  expect(judgement.benchmarks[0]?.notCompared).toContain("does not carry its binary");
  expect(judgement.warnings.map(({ code }) => code)).not.toContain("no-counterpart");
  const comment = (await stage.github.comments(pull.number))[0]?.body ?? "";
  for (const text of [summary, comment])
    expect(text.match(/its host code changed \(helper\.mjs\), and both sides ran/g)).toHaveLength(
      1,
    );
  expect(stdout).toContain("hosted: its host code changed (helper.mjs), and both sides ran");
});
