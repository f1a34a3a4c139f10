import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { original } from "./action-modules.ts";
import { configOf, openStage, pushed, type Stage, shaOf } from "./action-stage.ts";

let stage: Stage;
const names: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  await stage.write({ "sum.wasm": original });
});

afterEach(async () => {
  for (const name of names.splice(0))
    await rm(join(stage.workspace, name), { recursive: true, force: true });
});

afterAll(() => stage.close());

async function put(...files: readonly string[]): Promise<void> {
  names.push(...files);
  for (const name of files) await stage.write({ [name]: configOf(["sum"]) });
}

test("wasm-bench.yaml is read like wasm-bench.yml", async () => {
  await put("wasm-bench.yaml");
  const run = await stage.run(pushed(shaOf("a")));
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "no-baseline" } });
  const { benchmarks, policies } = await stage.result();
  expect(benchmarks.map(({ benchmark }) => benchmark.id)).toEqual(["execution/work/sum"]);
  expect(policies?.candidate.config).toBe("wasm-bench.yaml");
});

test("both are refused", async () => {
  await put("wasm-bench.yaml", "wasm-bench.yml");
  const run = await stage.run(pushed(shaOf("a")));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toMatch(/^::error .*wasm-bench\.yml and wasm-bench\.yaml/m);
});

test.each(["wasm_bench.yml", ".wasm-bench.yml", "Wasm-Bench.yml", "wasm-bench.yml.txt"])(
  "%s instead is refused by name",
  async (name) => {
    await put(name);
    const run = await stage.run(pushed(shaOf("a")));
    expect(run.exitCode, run.stdout).toBe(2);
    expect(run.stdout).toContain(`but ${name}, which is not read`);
    expect(run.summary).toContain("could not be judged");
    expect(`${run.stdout}${run.summary}`).not.toContain(stage.workspace);
  },
);

test.each(["wasm-bench.yml", "wasm-bench.yaml", "ci/bench.yml"])(
  "%s is refused where it was named and is not there",
  async (config) => {
    const run = await stage.run(pushed(shaOf("a"), { config }));
    expect(run.exitCode, run.stdout).toBe(2);
    expect(run.stdout).toContain(`configuration ${config} cannot be read: it is missing`);
  },
);

test("a folder of the configuration's name is refused", async () => {
  names.push("wasm-bench.yml");
  await mkdir(join(stage.workspace, "wasm-bench.yml"));
  const run = await stage.run(pushed(shaOf("a")));
  expect(run.exitCode, run.stdout).toBe(2);
  expect(run.stdout).toContain("wasm-bench.yml cannot be read: it is a folder");
});
