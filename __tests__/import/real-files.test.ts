import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recogniseFormat } from "../../src/import/recognise.ts";
import type { ImportFormat } from "../../src/model/imported.ts";
import { thrownBy } from "../config/thrown.ts";
import { load } from "./load.ts";

const FOLDER = new URL("../../fixtures/imports/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

/** Id, unit and samples of everything in a file. */
const imported = (format: ImportFormat, name: string): unknown[] =>
  load(format, read(name)).map(({ id, unit, samples }) => [id, unit, samples]);

/** What the files are named after, the longer first, is the format they hold. */
const FORMATS: readonly ImportFormat[] = [
  "google-benchmark",
  "pytest-benchmark",
  "tinybench",
  "vitest",
  "go",
];
const FILES = readdirSync(FOLDER).filter((name) => /\.(json|jsonl|txt)$/.test(name));

describe("a file that a tool wrote", () => {
  it.each(FILES)("is recognised by its content: %s", (name) => {
    const format = FORMATS.find((one) => name.startsWith(one));
    expect(recogniseFormat([{ path: "out", text: read(name) }])).toBe(format);
  });
});

describe("go test", () => {
  it("prints a line a repeat, behind what a benchmark prints itself", () => {
    expect(imported("go", "go-test.txt")).toEqual([
      ["example.org/codec.BenchmarkParse-2", "ns", [7106, 8208]],
      ["example.org/codec.BenchmarkParse-2 B/op", "bytes", [4915, 4915]],
      ["example.org/codec.BenchmarkParse-2 MB/s", "ns", [1e9 / 108.08, 1e9 / 93.57]],
      ["example.org/codec.BenchmarkParse-2 allocs/op", "count", [2, 2]],
      ["example.org/codec.BenchmarkTalks-2", "ns", [30.2, 11.07]],
      ["example.org/codec.BenchmarkWalk/depth=3-2", "ns", [18.79, 17.93]],
      ["example.org/codec.BenchmarkWalk/depth=3-2 nodes", "count", [15, 15]],
      ["example.org/codec.BenchmarkWalk/depth=6-2", "ns", [270.9, 267.2]],
      ["example.org/codec.BenchmarkWalk/depth=6-2 nodes", "count", [127, 127]],
    ]);
  });

  it("writes the same names with -json", () => {
    const names = load("go", read("go-test.jsonl")).map(({ id }) => id);
    const printed = load("go", read("go-test.txt")).map(({ id }) => id);
    expect(names).toEqual(printed.filter((id) => !id.includes("Talks")));
  });
});

describe("Google Benchmark", () => {
  it("writes repetitions beside their aggregates, a fit and a counter of the author", () => {
    const found = load("google-benchmark", read("google-benchmark.json"));
    expect(found.map(({ id, samples }) => [id, samples])).toEqual([
      ["BM_Copy/64", [expect.closeTo(1.2507, 4), expect.closeTo(1.1844, 4)]],
      // 1e9 ns / 5.117e10 bytes
      ["BM_Copy/64 bytes_per_second", [expect.closeTo(0.0195, 4), expect.closeTo(0.0185, 4)]],
      ["BM_Sum/64", [expect.any(Number), expect.any(Number)]],
      ["BM_Wait/real_time", [expect.any(Number), expect.any(Number)]],
    ]);
    expect(found[0]?.aside).toEqual(["BM_Copy/64 quality"]);
    // It sleeps: wall time is more than CPU time, and at least the 50 µs.
    expect(Math.min(...(found[3]?.samples ?? []))).toBeGreaterThan(50_000);
  });

  it("writes a median where its repetitions were not kept", () => {
    const found = load("google-benchmark", read("google-benchmark-aggregates.json"));
    expect(found.map(({ id, source }) => [id, source.sample])).toEqual(
      ["4096", "4096 bytes_per_second", "64", "64 bytes_per_second"].map((name) => [
        `BM_Copy/${name}`,
        "median of all repetitions",
      ]),
    );
  });

  it("says which benchmark reported an error", () => {
    const { message } = thrownBy(() =>
      load("google-benchmark", read("google-benchmark-failed.json")),
    );
    expect(message).toContain('benchmarks[1]: the benchmark "BM_Fails/2" failed: no file');
  });
});

describe("pytest-benchmark", () => {
  const NAMES = [
    "test_codec.py/TestWalk/test_deep",
    "test_codec.py/test_parse[64]",
    "test_codec.py/test_parse[8]",
  ];

  it.each([
    ["pytest-benchmark-rounds.json", 5, "time of one call, averaged over one round"],
    ["pytest-benchmark-saved.json", 1, "median of all rounds"],
  ])("writes rounds, or their statistics alone: %s", (name, count, sample) => {
    const found = load("pytest-benchmark", read(name));
    expect(found.map(({ id }) => id)).toEqual(NAMES);
    expect(found.map((one) => [one.samples.length, one.source.sample])).toEqual(
      NAMES.map(() => [count, sample]),
    );
    expect(new Date(found[0]?.recordedAt ?? "").getUTCFullYear()).toBe(2026);
  });
});

describe("tinybench", () => {
  it.each([
    ["tinybench-4-table.json", [9876, 7432.5]],
    ["tinybench-6.json", [10_828.5, 8354.5]],
    ["tinybench-6-table.json", [10_828, 8354.5]],
  ])("gives medians in ns, by its tasks as by its table: %s", (name, medians) => {
    const [match, split] = load("tinybench", read(name));
    expect([match?.id, split?.id]).toEqual(["match", "split"]);
    expect(match?.samples).toEqual([expect.closeTo(medians[0] ?? 0, 1)]);
    expect(split?.samples).toEqual([expect.closeTo(medians[1] ?? 0, 1)]);
  });

  it.each(["tinybench-4.json", "tinybench-6-samples.json"])(
    "gives calls where they were retained, as release 4 always does: %s",
    (name) => {
      const found = load("tinybench", read(name));
      expect(found.map(({ samples }) => samples.length)).toEqual([5, 5]);
    },
  );

  it.each(["tinybench-4-failed.json", "tinybench-6-failed.json"])("tells a failure: %s", (name) => {
    expect(thrownBy(() => load("tinybench", read(name))).message).toContain(
      'the task "fails" failed',
    );
  });
});

describe("vitest", () => {
  it("writes medians in groups up to release 4", () => {
    expect(imported("vitest", "vitest-4.json")).toEqual([
      ["codec.bench.ts > parse > match", "ns", [expect.any(Number)]],
      ["codec.bench.ts > parse > split", "ns", [expect.closeTo(9007, 0)]],
    ]);
  });

  it("writes them at its tests since release 5", () => {
    const found = load("vitest", read("vitest-5.json"));
    expect(found.map(({ id, source }) => [id, source.sample])).toEqual(
      ["alone > join", "numbers > match", "numbers > split"].map((name) => [
        `codec.bench.ts > parse > ${name}`,
        "median of all calls",
      ]),
    );
    const samples = found.flatMap((one) => one.samples);
    expect(samples.every((ns) => ns > 10 && ns < 100_000)).toBe(true);
  });

  it("says which test failed", () => {
    expect(thrownBy(() => load("vitest", read("vitest-5-failed.json"))).message).toContain(
      'testResults[0].assertionResults[0]: the test "file" of failing.bench.ts failed: Error: no file',
    );
  });
});
