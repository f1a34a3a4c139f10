import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import { assemble } from "../wasm/assemble.ts";
import { original, rebuilt } from "./action-modules.ts";
import {
  configOf,
  openMain,
  openStage,
  proposed,
  pushed,
  type Stage,
  shaOf,
} from "./action-stage.ts";
import { folderWith, wasmBench } from "./command-line.ts";

/** A module with so much data that does not compress, and as many exports. */
function moduleOf(bytes: number, exports = 1, more = ""): Uint8Array {
  // A linear congruence: bytes without a pattern that gzip finds.
  let state = 1;
  const data = Array.from({ length: bytes }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return `\\${((state >> 16) & 255).toString(16).padStart(2, "0")}`;
  });
  const functions = Array.from({ length: exports }, (_, at) => `(func (export "f${at}"))`);
  return assemble(
    `(module (memory 1) ${more} ${functions.join("")} (data (i32.const 0) "${data.join("")}"))`,
  );
}

const GLUE = `import { readFileSync } from "node:fs";
  const load = (name) => new WebAssembly.Instance(new WebAssembly.Module(readFileSync(new URL(name, import.meta.url))));
  export const [one, two] = [load("./one.wasm"), load("./two.wasm")];`;
const TARGETS = `targets:
  - { benchmark: "size/**", metric: size_gzip, max: 20 KiB }
  - { benchmark: "size/component/app", metric: size_custom_name, max: 64B }
  - { benchmark: "size/**", metric: size_start, max: 0 }
gate: { exact: { exports: 0, size_code: 0 } }
`;
const CONFIG = `components:
  - { name: app, path: app.wasm, suites: [size] }
  - { name: site, path: site.mjs, suites: [size] }
${TARGETS}`;

function sizeOf(result: ResultDocument, name: string, metric: string): unknown {
  const one = result.benchmarks.find(({ benchmark }) => benchmark.id === `size/component/${name}`);
  const value = one?.exact.find((exact) => exact.metric === metric);
  return value === undefined ? undefined : [value.baseline, value.candidate];
}

describe("a repository without a benchmark", () => {
  let stage: Stage;
  const app = moduleOf(3000);
  const [one, two] = [moduleOf(100), moduleOf(200, 2)];

  beforeAll(async () => {
    stage = await openStage();
    await stage.write({
      "wasm-bench.yml": CONFIG,
      "app.wasm": app,
      "site.mjs": GLUE,
      "one.wasm": one,
      "two.wasm": two,
    });
  });

  afterAll(() => stage.close());

  test("is gated by its sizes, without a process that measures", async () => {
    const first = await stage.run(pushed(shaOf("a")));
    expect(first, first.stdout).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "no-baseline", "baseline-saved": "true", "missed-targets": "0" },
    });
    const saved = await stage.result();
    expect(saved.time.processes).toBe(0);
    expect(sizeOf(saved, "app", "size_raw")).toEqual([null, app.length]);
    expect(sizeOf(saved, "site", "size_raw")).toEqual([null, one.length + two.length]);
    expect(sizeOf(saved, "site", "exports")).toEqual([null, 3]);

    const pull = await stage.github.openPullRequest("grow");
    const same = await stage.run(proposed(pull));
    expect(same, same.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
    expect((await stage.result()).judgement.counts).toMatchObject({ identical: 2 });

    await stage.write({ "app.wasm": moduleOf(5000), "two.wasm": moduleOf(200, 3) });
    const grown = await stage.run(proposed(pull));
    expect(grown, grown.stdout).toMatchObject({
      exitCode: 1,
      outputs: { verdict: "fail", regressions: "2", "missed-targets": "0" },
    });
    expect(grown.stdout).toMatch(/size\/component\/app size_raw \+\d+\.\d %/);
    expect(grown.stdout).toMatch(/size\/component\/site/);
    const [comment] = await stage.github.comments(pull.number);
    expect(comment?.body).toContain("size/component/app");

    await stage.write({ "app.wasm": app, "two.wasm": two });
  });

  test("misses a limit also where no byte changed, and fails where a module is gone or damaged", async () => {
    const pull = await stage.github.openPullRequest("limits");
    const lower = CONFIG.replace("20 KiB", "1 KiB");
    await stage.write({ "wasm-bench.yml": lower });
    const missed = await stage.run(proposed(pull));
    expect(missed, missed.stdout).toMatchObject({
      exitCode: 1,
      outputs: { regressions: "0", "missed-targets": "1" },
    });
    expect(missed.stdout).toMatch(/1 missed target: size\/component\/app size_gzip/);

    await stage.write({ "wasm-bench.yml": CONFIG, "app.wasm": app.slice(0, 60) });
    const damaged = await stage.run(proposed(pull));
    expect(damaged.exitCode, damaged.stdout).toBe(2);
    expect(damaged.stdout).toMatch(/^::error .*app\.wasm/m);

    await stage.write({ "wasm-bench.yml": CONFIG.replace("path: app.wasm", "path: gone.wasm") });
    const gone = await stage.run(proposed(pull));
    expect(gone.exitCode, gone.stdout).toBe(2);
    expect(gone.stdout).toMatch(/^::error .*gone\.wasm/m);

    const without = CONFIG.replace(/ {2}- .*site.*\n/, "");
    await stage.write({ "wasm-bench.yml": without, "app.wasm": app });
    const removed = await stage.run(proposed(pull));
    expect(removed, removed.stdout).toMatchObject({ exitCode: 1, outputs: { missing: "1" } });
  });
});

test("a baseline from before the suite is compared with, by its modules", async () => {
  const stage = await openMain({ "wasm-bench.yml": configOf(["app"]), "app.wasm": original });
  try {
    const pull = await stage.github.openPullRequest("sizes");
    await stage.write({
      "wasm-bench.yml": `components: [{ name: app, path: app.wasm, suites: [size] }]\ngate: { exact: { size_custom: 0 } }\naccept: [{ benchmark: "execution/**", removed: true, reason: "sizes only" }]\n`,
      "app.wasm": rebuilt,
    });
    const run = await stage.run(proposed(pull));
    // A rebuild adds a custom section to the same code.
    expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { regressions: "1" } });
    expect(sizeOf(await stage.result(), "app", "size_code")).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(run.stdout).toMatch(/size\/component\/app size_custom/);
  } finally {
    await stage.close();
  }
});

describe("the command line", () => {
  const files = {
    "app.wat": `(module (memory 1) (func $start) (start $start) (func (export "f")))`,
    "inline.mjs": "export const run = () => 1;",
    "empty.wat": "(module)",
  };
  let folder = "";

  beforeAll(() => {
    folder = folderWith(files);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(config: string, ...args: readonly string[]) {
    writeFileSync(join(folder, "wasm-bench.yml"), config);
    const { code, out, err } = wasmBench(folder, "run", ...args);
    return { code, said: out + err };
  }

  test("refuses a metric nobody knows with the list, and a limit in another unit", () => {
    const limited = (metric: string, max: string) =>
      run(
        `components: [{ name: app, path: app.wat, suites: [size] }]\ntargets: [{ benchmark: "**", metric: ${metric}, max: ${max} }]\n`,
      );
    const unknown = limited("size_codes", "1KiB");
    expect(unknown.code, unknown.said).toBe(2);
    expect(unknown.said).toMatch(
      /got "size_codes"; did you mean "size_code"\? known: .*size_brotli/,
    );
    const timed = limited("size_code", "1ms");
    expect(timed.code, timed.said).toBe(2);
    expect(timed.said).toContain("size_code is measured in bytes");
  });

  test("fails where the size of all that was asked for is not known", () => {
    const glue = run("components: [{ name: app, path: inline.mjs, suites: [size] }]\n");
    expect(glue.code, glue.said).toBe(1);
    expect(glue.said).toMatch(/nothing was measured: .*no module file of the glue was seen/);
    const limit = `targets: [{ benchmark: "**", metric: size_raw, max: 1GiB }]\n`;
    const beside = run(
      `components: [{ name: app, path: inline.mjs }, { name: empty, path: empty.wat }]\n${limit}`,
      "--suite",
      "size",
    );
    expect(beside.code, beside.said).toBe(1);
    expect(beside.said).toMatch(/1 missed target: size\/component\/app size_raw not measured/);
    expect(run("components: [{ name: app, path: gone.wasm, suites: [size] }]\n").code).toBe(2);
  });

  test("judges modules without code, and by the suite alone where there are others", () => {
    const limits = `components: [{ name: app, path: app.wat }, { name: empty, path: empty.wat, suites: [size] }]
targets:
  - { benchmark: "size/**", metric: size_code, max: 0 }
  - { benchmark: "size/component/app", metric: size_start, max: 2 }
`;
    const { code, said } = run(limits, "--suite", "size");
    expect(code, said).toBe(1);
    expect(said).toMatch(
      /2 missed targets: size\/component\/app size_code .*size_start 3 B, limit 2 B/,
    );
    expect(said).toMatch(/component\/empty +18 B/);
  });
});
