import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPECTED, heavier, LOOPS, original } from "./action-modules.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const TITLE = "This run also changes the gate";
const CALL = `{ name: work, export: work, args: [${LOOPS}], expect: ${EXPECTED} }`;
const CONFIG = `sampling: { rounds: 6, copies: 2, warmup: 2ms, block: 500us, time: 200ms, processes: 1, samples: 6 }
gate: { regression: 25%, fail-on: [regression, error] }
components:
  - { name: sum, path: sum.wasm, suites: [execution], execution: [${CALL}] }
`;
const WEAK = CONFIG.replace("25%,", "25%, floor: 1s, exact: { fuel: 1000% },");

const folder = folderWith({ "wasm-bench.yml": CONFIG });
const write = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, name), content);
const count = (text: string, part: string) => text.split(part).length - 1;

beforeAll(() => {
  write("sum.wasm", original);
  const saved = wasmBench(folder, "save", "main");
  expect(saved.code, saved.err).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

it("show prints the policy a baseline was saved under", () => {
  const { out } = wasmBench(folder, "show");
  for (const text of [
    "policy it was saved under",
    "configuration  wasm-bench.yml",
    "regression 25.0 %, decide 15.0 %",
    "fail-on        regression, error",
    "rounds 6, copies 2",
    `execution/work/sum: kind call, export "work", args [${LOOPS}], expect ${EXPECTED}, operations 1`,
  ])
    expect(out).toContain(text);
});

describe("a module with more work behind a floor and an allowance", () => {
  it("passes, and the run says what changed and from what", () => {
    write("wasm-bench.yml", WEAK);
    write("sum.wasm", heavier);
    const { code, out } = wasmBench(folder, "run", "--json", "r.json", "--html", "r.html");
    expect(code, out).toBe(0);
    expect(out).toContain(`${TITLE}\n`);
    expect(out).toContain("weaker floor: 0 ns → 1.00 s\n");
    expect(out).toContain("weaker exact.fuel: 0.5 % → 1,000 %\n");
    expect(out).toMatch(/passed with warnings: .*gate weakened by 2 changes/);
    expect(readFileSync(join(folder, "r.html"), "utf8")).toContain(`<h2>${TITLE}</h2>`);
  });

  it("is told the same when the result is judged again", () => {
    const { code, out } = wasmBench(folder, "judge", "r.json");
    expect(code, out).toBe(0);
    expect(out).toContain("weaker floor: 0 ns → 1.00 s\n");
    expect(out).toContain("confirmed, byte for byte");
  });

  it("fails under the policy of the base", () => {
    const { code, out } = wasmBench(folder, "run", "--policy", "base");
    expect(code, out).toBe(1);
    expect(out).toContain("Judged by the policy of the baseline");
    expect(out).toContain("failed: 1 regression");
  });
});

describe("a baseline of an earlier version", () => {
  it("is read, and said once to store no policy", () => {
    const path = join(folder, "baselines/main/baseline.json");
    const { policy: _, ...older } = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify(older));
    write("sum.wasm", original);
    const { code, out } = wasmBench(folder, "run");
    expect(code, out).toBe(0);
    expect(count(out, "the base's policy is not known")).toBe(1);
    expect(out).not.toContain(TITLE);
    expect(wasmBench(folder, "show").out).toContain("policy: not stored");
  });

  it("is no clean pass for a run that was to be judged by its policy", () => {
    const { code, out } = wasmBench(folder, "run", "--policy", "base");
    expect(code, out).toBe(0);
    expect(out.replaceAll(/\n +/g, " ")).toContain("policy: base has no effect");
    expect(out).toContain("passed with warnings");
  });
});

it("a policy of another name is refused", () => {
  const { code, err } = wasmBench(folder, "run", "--policy", "main");
  expect(code).toBe(2);
  expect(err).toContain("option --policy: expected one of candidate, base");
});

describe("a folder without a configuration", () => {
  const NOTICE =
    "There is no wasm-bench.yml: this run measures the shipped reference components and not this repository's modules\n";

  it("is told in the first line what is measured instead", () => {
    renameSync(join(folder, "wasm-bench.yml"), join(folder, "kept.yml"));
    const args = ["--suite", "crash_handling", "--time-budget", "1s", "--baseline", "none"];
    const { out } = wasmBench(folder, "run", ...args);
    expect(out.startsWith(NOTICE)).toBe(true);
    const listed = wasmBench(folder, "run", "--list");
    expect(listed.err).toBe(NOTICE);
    expect(listed.out).toMatch(/^instantiation\//);
  });

  it.each(["wasmbench.yml", "wasm-bench.config.yml", "wasm-bench.json"])(
    "but with %s ends with an error that names the file",
    (name) => {
      renameSync(join(folder, "kept.yml"), join(folder, name));
      const { code, err } = wasmBench(folder, "run");
      renameSync(join(folder, name), join(folder, "kept.yml"));
      expect(code).toBe(2);
      expect(err).toContain(`but ${name}, which is not read`);
      expect(err).toContain("Rename it to wasm-bench.yml");
    },
  );
});
