import { readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const CRITERION = fileURLToPath(
  new URL("../../fixtures/criterion/stack-queue/target/criterion", import.meta.url),
);

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function config(limit: string): string {
  return `targets:\n  - { benchmark: "Batching/**", metric: time, max: ${limit}, source: ADR-7, severity: fail }\n`;
}

function hyperfine(seconds: number): string {
  const times = Array.from({ length: 10 }, (_, index) => seconds * (1 + (index % 3) / 100));
  return JSON.stringify({ results: [{ command: "codec", mean: seconds, times }] });
}

it("Criterion's results are judged by the targets of the configuration", () => {
  const met = wasmBench(
    project({ "wasm-bench.yml": config("10us") }),
    "import",
    "criterion",
    CRITERION,
  );
  expect(met.code).toBe(0);
  expect(met.out).toContain("2 of 2 targets met");
  expect(met.out).toContain("imported from criterion; machine and engine not recorded");
  const missed = wasmBench(
    project({ "wasm-bench.yml": config("1us") }),
    "import",
    "criterion",
    CRITERION,
  );
  expect(missed.code).toBe(1);
  expect(missed.out).toContain("1 missed target");
});

it("Criterion's copy of the newest run is no baseline, a named one that is missing is an error", () => {
  const folder = project({});
  expect(wasmBench(folder, "import", "criterion", CRITERION).out).toContain("not compared");
  const unknown = wasmBench(folder, "import", "criterion", CRITERION, "--baseline", "v1");
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("folders named v1");
});

it("two results are compared: a slowdown warns, and fails only when asked to; the stored result says the same", () => {
  const folder = project({ "before.json": hyperfine(1), "after.json": hyperfine(1.6) });
  const args = ["import", "hyperfine", "before.json", "after.json"];
  const warned = wasmBench(folder, ...args, "--json", "result.json");
  expect(warned.code).toBe(0);
  expect(warned.out).toContain("passed with warnings: 1 regression");
  expect(wasmBench(folder, ...args, "--fail-on", "regression").code).toBe(1);
  const again = wasmBench(folder, "judge", "result.json");
  expect(again.code).toBe(0);
  expect(again.out).toContain("the stored verdicts are confirmed");
});

describe("counts and sizes of a list are compared to the last digit", () => {
  const row = (name: string, unit: string, value: number): object => ({ name, unit, value });

  it("growth fails the run, with its numbers and without a word of noise; the stored result says the same", () => {
    const folder = project({
      "base.json": JSON.stringify([
        row("encode", "instructions", 2_000_000),
        row("encode heap", "B/op", 96),
        row("encode quality", "points", 40),
      ]),
      "head.json": JSON.stringify([
        row("encode", "instructions", 2_100_000),
        row("encode heap", "B/op", 96),
        row("encode quality", "points", 30),
      ]),
    });
    const sides = ["base.json", "head.json"];
    const smaller = wasmBench(folder, "import", "custom-smaller", ...sides, "--json", "r.json");
    expect(smaller.code).toBe(1);
    expect(smaller.out).toContain("2,000,000 to 2,100,000 (+5.0 %), beyond the allowance of 0.5 %");
    expect(smaller.out).toContain("failed: 1 regression · 3 benchmarks: 1 improvement");
    expect(smaller.out).not.toMatch(/warning|measured apart|noisy|certainty/);
    expect(wasmBench(folder, "judge", "r.json").code).toBe(1);
    const bigger = wasmBench(folder, "import", "custom-bigger", ...sides);
    expect(bigger.out).toContain("40 to 30 (−25.0 %), less than before");
    expect(bigger.out).toContain("failed: 2 regressions");
    expect(wasmBench(folder, "import", "custom-smaller", ...sides, "--fail-on", "none").code).toBe(
      0,
    );
  });

  it("a score is held to a minimum, in every report and in the stored result", () => {
    const folder = project({
      "wasm-bench.yml":
        "targets: [{ benchmark: encode quality, metric: imported_score, min: 35.5 }]\n",
      "head.json": JSON.stringify([row("encode quality", "points", 30)]),
      "good.json": JSON.stringify([row("encode quality", "points", 36)]),
    });
    const files = [
      "--json",
      "r.json",
      "--markdown",
      "r.md",
      "--junit",
      "r.xml",
      "--html",
      "r.html",
    ];
    const missed = wasmBench(folder, "import", "custom-bigger", "head.json", ...files);
    expect(missed.code).toBe(1);
    expect(missed.out).toContain("encode quality imported_score 30, at least 35.5");
    // (30 − 35.5) / 35.5
    expect(missed.out).toMatch(/≥ 35.5 .*≥ 30 .*missed .*15.5 % short/);
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    expect(read("r.md")).toContain("at least 35.5");
    expect(read("r.xml")).toContain("30, at least 35.5");
    expect(read("r.html")).toContain("≥ 35.5");
    expect(read("r.html")).toContain("30 is below 35.5, exactly");
    expect(wasmBench(folder, "judge", "r.json").code).toBe(1);
    const met = wasmBench(folder, "import", "custom-bigger", "good.json");
    expect(met.code).toBe(0);
    expect(met.out).toContain("1 of 1 targets met");
  });

  it("a count that wobbles by next to nothing is noisy, and 8 % more of it a regression that warns", () => {
    const rows = (level: number): string =>
      JSON.stringify(
        Array.from({ length: 24 }, (_, index) => ({
          arch: "x86_64",
          engine: "e",
          wasm: "noop.wasm",
          phase: "Execution",
          event: "instructions-retired",
          process: index % 8,
          iteration: 0,
          count: level + (index % 5),
        })),
      );
    const folder = project({ "base.json": rows(1_000_000), "head.json": rows(1_081_000) });
    const ended = wasmBench(folder, "import", "base.json", "head.json");
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("passed with warnings: 1 regression");
    expect(ended.out).toContain("+8.1 %");
  });

  it("an allowance of the configuration lets growth pass", () => {
    const folder = project({
      "wasm-bench.yml": "gate: { exact: { imported_count: 6% } }\n",
      "base.json": JSON.stringify([row("encode", "instructions", 2_000_000)]),
      "head.json": JSON.stringify([row("encode", "instructions", 2_100_000)]),
    });
    const ended = wasmBench(folder, "import", "base.json", "head.json");
    expect(ended.code, ended.err).toBe(0);
    expect(ended.out).toContain("passed: no regression in 1 benchmark · 1 unchanged");
  });

  it("growth from zero counts by its size, and no percentage is printed", () => {
    const rows = (count: number, time: number): string =>
      JSON.stringify([
        row("errors", "failures", count),
        row("wait", "ms", time),
        row("same", "failures", 0),
      ]);
    const folder = project({ "base.json": rows(0, 0), "head.json": rows(5, 3) });
    const ended = wasmBench(folder, "import", "custom-smaller", "base.json", "head.json");
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("errors imported_count from zero, wait from zero");
    expect(ended.out).toContain("0 ns to 3.00 ms: growth from zero counts by its size");
    expect(ended.out).toContain("2 regressions");
    expect(ended.out).not.toMatch(/Infinity|NaN|∞/);
  });
});

describe("the format is recognised", () => {
  it("by the content of the file, in UTF-16 too", () => {
    const folder = project({});
    const go = "pkg: a\nBenchmarkX-2 10 5 ns/op 16 B/op\nPASS\n";
    writeFileSync(join(folder, "head.txt"), Buffer.from(`\ufeff${go}`, "utf16le"));
    const ended = wasmBench(folder, "import", "head.txt");
    expect(ended.code, ended.err).toBe(0);
    expect(ended.out).toContain("imported from go;");
    expect(ended.out).toContain("a.BenchmarkX-2 B/op");
  });

  it("and what is of none, or of two, is an error with the names", () => {
    const folder = project({
      "none.json": '{"version":1}',
      "list.json": '[{"name":"a","unit":"points","value":1}]',
    });
    const none = wasmBench(folder, "import", "none.json");
    expect(none.code).toBe(2);
    expect(none.err).toContain("none.json: its content is of no format known here (criterion,");
    const both = wasmBench(folder, "import", "list.json");
    expect(both.code).toBe(2);
    expect(both.err).toContain("may be of custom-smaller-is-better or custom-bigger-is-better");
  });
});

it("Gungraun's counts are compared with those of the run before, which it keeps", () => {
  const summary = (name: string, values: object): string =>
    JSON.stringify({
      version: "7",
      module_path: `bench::codec::${name}`,
      function_name: name,
      profiles: [{ tool: "Callgrind", data: { total: { metrics: { Ir: { values } } } } }],
    });
  const folder = project({
    "g/a/summary.json": summary("slow", { new: 1200, old: 1000 }),
    "g/b/summary.json": summary("new", { new: 5 }),
  });
  const ended = wasmBench(folder, "import", "g");
  expect(ended.code).toBe(1);
  expect(ended.out).toContain("1,000 to 1,200 (+20.0 %), beyond the allowance of 0.5 %");
  expect(ended.out).toContain("1 regression: bench/codec/slow instructions imported_count +20.0 %");
  expect(ended.out).toContain("failed: 1 regression · 2 benchmarks: 1 new");
  expect(wasmBench(folder, "import", "g", "--baseline", "none").code).toBe(0);
  const named = wasmBench(folder, "import", "g", "--baseline", "v1");
  expect(named.code).toBe(2);
  expect(named.err).toContain('gungraun keeps no baseline by the name "v1"');
});

it("results of an earlier run are named and refused, unless they are allowed", () => {
  const folder = project({
    "r/now.json": hyperfine(1),
    "r/old.json": hyperfine(2).replace("codec", "gone"),
  });
  const days = 3 * 24 * 60 * 60;
  const past = Date.now() / 1000 - days - 60;
  utimesSync(join(folder, "r/old.json"), past, past);
  const refused = wasmBench(folder, "import", "r");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("r/old.json is 3 days older than r/now.json");
  expect(refused.err).toContain("--allow-stale");
  const allowed = wasmBench(folder, "import", "r", "--allow-stale");
  expect(allowed.code).toBe(0);
  expect(allowed.out).toContain("warning r/old.json is 3 days older");
});

it("a unit that changes its kind, and results of two tools, are errors with both names", () => {
  const folder = project({
    "base.json": '[{"name":"a","unit":"ms","value":9}]',
    "head.json": '[{"name":"a","unit":"allocs/op","value":9}]',
    "other.json": hyperfine(1),
  });
  const kind = wasmBench(folder, "import", "base.json", "head.json");
  expect(kind.code).toBe(2);
  expect(kind.err).toContain('was a time (unit "ms" in base.json) and is a count of allocs/op');
  const tools = wasmBench(folder, "import", "other.json", "head.json");
  expect(tools.code).toBe(2);
  expect(tools.err).toContain("other.json is of hyperfine and head.json of custom-smaller");
});

it("an unknown format and a missing file are named", () => {
  const folder = project({});
  expect(wasmBench(folder, "import", "criterium", "x").err).toContain('did you mean "criterion"');
  const missing = wasmBench(folder, "import", "sightglass", "none.json");
  expect(missing.code).toBe(2);
  expect(missing.err).toContain("none.json cannot be read");
});
