import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { EXPECTED, heavier, LOOPS, original } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const TITLE = "This pull request also changes the gate";
const COMPONENT = "path: sum.wasm, suites: [execution]";
const CALL = `name: work, export: work, args: [${LOOPS}], expect: ${EXPECTED}`;

/** The same benchmarks under a gate that lets everything pass, however the workflow pins threshold and kinds. */
const WEAK = `sampling: { rounds: 4, copies: 1, warmup: 1ms, block: 400us, time: 300ms, timeout: 20s, tier: optimized }
gate: { floor: 1s, exact: { fuel: 1000%, bytes: 900%, bytes-floor: 1MiB, pages: 9 }, inconclusive: ignore, confidence: 80% }
components:
  - { name: sum, ${COMPONENT}, execution: [{ ${CALL} }] }
  - { name: two, path: two.wasm, suites: [execution], execution: [{ ${CALL} }] }
overrides: [{ benchmark: "exec*/**", fuel: 999%, reason: "a glob" }]
accept: [{ benchmark: "**", until: 2999-01-01, limit: 1000%, reason: "@octocat <b>hot</b> | path" }]
`;
const PINNED = { threshold: "25%", "fail-on": "regression,error" };

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openStage();
  const modules = { "sum.wasm": original, "two.wasm": original };
  await stage.write({ "wasm-bench.yml": configOf(["sum", "two"]), ...modules });
  await stage.run(pushed(shaOf("a"), PINNED));
  pull = await stage.github.openPullRequest("feature");
});

afterAll(() => stage.close());

/** Everywhere a person may look: the comment, the summary and the log with its annotations. */
async function toldOf(run: { readonly summary: string; readonly stdout: string }) {
  const [comment] = await stage.github.comments(pull.number);
  const shown = (markdown: string) => markdown.replaceAll(/<\/?code>/g, "").replaceAll(" | ", " ");
  const [terminal = "", annotations = ""] = [
    run.stdout.slice(run.stdout.lastIndexOf(TITLE)),
    run.stdout
      .split("\n")
      .filter((line) => line.startsWith("::warning "))
      .join("\n"),
  ];
  return {
    comment: shown(comment?.body ?? ""),
    summary: shown(run.summary),
    terminal,
    annotations,
  };
}

test("an unchanged gate is no news", async () => {
  const run = await stage.run(proposed(pull, PINNED));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
  expect(`${run.stdout}${run.summary}`).not.toMatch(/changes the gate|base's policy/);
});

describe("a module with more work behind a gate that lets everything pass", () => {
  test("is told with every value of the gate, old and new, whatever the workflow pins", async () => {
    await stage.write({ "wasm-bench.yml": WEAK, "sum.wasm": heavier });
    const run = await stage.run(proposed(pull, PINNED));
    expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "warn" } });
    const { comment, summary, terminal, annotations } = await toldOf(run);
    for (const text of [comment, summary]) {
      expect(text).toContain(`### ⚠️ ${TITLE}`);
      expect(text).toMatch(/floor 0 ns 1\.00 s/);
      expect(text).toMatch(/exact\.size_raw 1\.0 % or 1\.00 KiB 900 % or 1\.00 MiB/);
      expect(text).toContain("&#64;&#8288;octocat &#60;b&#62;hot&#60;/b&#62; &#124; path");
    }
    // A long line goes on indented.
    const lines = terminal.replaceAll(/\n {2,}/g, " ").split("\n");
    expect(lines.filter((line) => line.startsWith("weaker "))).toEqual(
      [
        "inconclusive: warn → ignore",
        "confidence: 95.0 % → 80.0 %",
        "floor: 0 ns → 1.00 s",
        "exact.fuel of execution/work/sum, execution/work/two: 0.5 % → 999 %",
        "exact.pages: 0 pages → 9 pages",
        "exact.size_raw: 1.0 % or 1.00 KiB → 900 % or 1.00 MiB",
        "exact.fuel of every other benchmark: 0.5 % → 1,000 %",
        "accept of execution/work/sum, execution/work/two: none → time up to +1,000 % until 2999-01-01: @octocat <b>hot</b> | path",
        "sampling.rounds: 6 → 4",
        "sampling.copies: 2 → 1",
        "sampling.block: 500 µs → 400 µs",
        "sampling.warmup: 2.00 ms → 1.00 ms",
        "sampling.timeout: 10.0 s → 20.0 s",
        "sampling.tier: natural → optimized",
      ].map((line) => `weaker ${line}`),
    );
    expect(annotations).toMatch(/title=This pull request also changes the gate::inconclusive: /);
    const { judgement, policies } = await stage.result();
    expect(judgement.policyChanges?.weaker).toHaveLength(14);
    expect(policies).toMatchObject({ base: { config: "wasm-bench.yml" }, judgedBy: "candidate" });
  });

  test("is red under the policy of the base, which is told too", async () => {
    const run = await stage.run(proposed(pull, { ...PINNED, policy: "base" }));
    expect(run, run.stdout).toMatchObject({
      exitCode: 1,
      outputs: { verdict: "fail", regressions: "1" },
    });
    const { comment, terminal } = await toldOf(run);
    expect(comment).toContain("Judged by the policy of the baseline");
    expect(terminal).toContain("weaker floor: 0 ns → 1.00 s");
    const { policy, sampling } = await stage.result();
    expect(policy).toMatchObject({ accept: [], thresholds: { regression: 0.25, floor: 0 } });
    expect(sampling).toMatchObject({ rounds: 6, copies: 2, tier: "natural" });
  });
});

test("thresholds, kinds that fail, the place of confirmation and a glob of overrides are told", async () => {
  const gate =
    "gate: { regression: 900%, decide: 850%, suspect: 800%, fail-on: [error], confirm: fresh-runner }";
  const glob = 'overrides: [{ benchmark: "**/t?o", regression: 950%, floor: 1s, reason: "x" }]';
  const config = configOf(["sum", "two"], glob).replace(/^gate:.*$/m, gate);
  await stage.write({ "wasm-bench.yml": config });
  const run = await stage.run(proposed(pull));
  expect(run, run.stdout).toMatchObject({ exitCode: 0 });
  const { terminal, annotations } = await toldOf(run);
  for (const line of [
    "fail-on: regression, error → error",
    "confirm: here → fresh-runner",
    "regression of execution/work/sum, every other benchmark: 25.0 % → 900 %",
    "regression of execution/work/two: 25.0 % → 950 %",
    "decide of execution/work/two: 15.0 % → 897 %",
    "floor of execution/work/two: 0 ns → 1.00 s",
  ])
    expect(terminal).toContain(`weaker ${line}\n`);
  expect(annotations).toContain("fail-on: regression, error → error");
});

test("other definitions, a removed benchmark and a removed component are told", async () => {
  const calls = `{ name: work, export: work, args: [${LOOPS + 1}] }`;
  const config = configOf(["sum"]).replace(/execution: \[\{.*\}\]/, `execution: [${calls}]`);
  await stage.write({ "wasm-bench.yml": config });
  const run = await stage.run(proposed(pull, PINNED));
  const { terminal, comment } = await toldOf(run);
  for (const line of [
    "component of two: 1 benchmark → removed",
    `args of execution/work/sum: [${LOOPS}] → [${LOOPS + 1}]`,
    `expect of execution/work/sum: ${EXPECTED} → not set`,
  ])
    expect(terminal).toContain(`weaker ${line}\n`);
  expect(comment).toContain(`args of execution/work/sum &#91;${LOOPS}&#93; &#91;${LOOPS + 1}&#93;`);
});

test("a configuration that is gone is told first, in the summary and in the comment", async () => {
  await rm(join(stage.workspace, "wasm-bench.yml"));
  const run = await stage.run(proposed(pull, { suites: "crash_handling", "time-budget": "1s" }));
  const [first] = run.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  const notice =
    "There is no wasm-bench.yml: this run measures the shipped reference components and not this repository's modules";
  expect(first).toBe(notice);
  const { comment, summary, terminal } = await toldOf(run);
  for (const text of [comment, summary]) {
    expect(text.indexOf("this run measures the shipped reference components")).toBeGreaterThan(0);
    expect(text.indexOf("this run measures the shipped")).toBeLessThan(text.indexOf("\n|"));
  }
  for (const line of [
    "configuration: wasm-bench.yml → none: the shipped reference components are measured",
    "suites: all → crash_handling",
    "component of sum, two: 1 benchmark → removed",
  ])
    expect(terminal).toContain(`weaker ${line}\n`);
});

test("the baseline branch is judged by its own new policy, and later pull requests by that one", async () => {
  const config = configOf(["sum", "two"], "targets: []").replace("25%", "24%");
  await stage.write({ "wasm-bench.yml": config, "sum.wasm": original });
  const merged = await stage.run(pushed(shaOf("b"), { policy: "base" }));
  expect(merged, merged.stdout).toMatchObject({ outputs: { "baseline-saved": "true" } });
  expect((await stage.result()).policies?.judgedBy).toBe("candidate");
  const next = await stage.run(proposed(pull, { policy: "base" }));
  expect(next, next.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
  expect(next.stdout).not.toContain("changes the gate");
});
