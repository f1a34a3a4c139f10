import { describe, expect, it } from "vitest";
import { thrownBy } from "../config/thrown.ts";
import { load } from "./load.ts";

const OUTPUT = `goos: linux
goarch: amd64
pkg: example.org/codec
cpu: AMD EPYC 7763 64-Core Processor
BenchmarkParse-4        \t  218264\t      5432 ns/op\t  94.25 MB/s\t    5432 B/op\t      12 allocs/op
BenchmarkParse-4        \t  218264\t      5500 ns/op\t  93.00 MB/s\t    5432 B/op\t      12 allocs/op
BenchmarkWalk/depth=3-4 \t     100\t  10500000 ns/op\t  7.000 nodes
PASS
ok  \texample.org/codec\t3.021s
`;

describe("go test -bench", () => {
  it("gives a benchmark per unit, every line of it a run", () => {
    const found = load("go", OUTPUT);
    expect(
      found.map(({ id, unit, quantity, samples, processes }) => [
        id,
        unit,
        quantity,
        samples,
        processes,
      ]),
    ).toEqual([
      ["example.org/codec.BenchmarkParse-4", "ns", undefined, [5432, 5500], [0, 1]],
      ["example.org/codec.BenchmarkParse-4 B/op", "bytes", "allocated", [5432, 5432], [0, 1]],
      // 1e9 ns / 94.25 MB: the time of one MB
      ["example.org/codec.BenchmarkParse-4 MB/s", "ns", undefined, [1e9 / 94.25, 1e9 / 93], [0, 1]],
      ["example.org/codec.BenchmarkParse-4 allocs/op", "count", undefined, [12, 12], [0, 1]],
      ["example.org/codec.BenchmarkWalk/depth=3-4", "ns", undefined, [10_500_000], [0]],
      ["example.org/codec.BenchmarkWalk/depth=3-4 nodes", "count", undefined, [7], [0]],
    ]);
  });

  it("tells packages apart, and needs none", () => {
    const two = "pkg: a\nBenchmarkX-2 10 5 ns/op\npkg: b\nBenchmarkX-2 10 6 ns/op\n";
    expect(load("go", two).map(({ id }) => id)).toEqual(["a.BenchmarkX-2", "b.BenchmarkX-2"]);
    expect(load("go", "BenchmarkX 10 0.25 ns/op\r\n")[0]).toMatchObject({
      id: "BenchmarkX",
      samples: [0.25],
    });
  });

  it("reads what the author of a benchmark reports: percentiles are times", () => {
    const line = "BenchmarkX-2 10 5 ns/op 250 p99-ns 3.5 hits/op 1e+03 cache-misses/op\n";
    expect(load("go", line).map(({ id, unit, samples }) => [id, unit, samples[0]])).toEqual([
      ["BenchmarkX-2", "ns", 5],
      ["BenchmarkX-2 cache-misses/op", "count", 1000],
      ["BenchmarkX-2 hits/op", "count", 3.5],
      ["BenchmarkX-2 p99-ns", "ns", 250],
    ]);
  });

  it("finds numbers that stand on a line of their own, behind what a benchmark printed", () => {
    const text = "BenchmarkX-2   \tloading 3 files\n      10\t  5 ns/op\nBenchmarkY-2 1 7 ns/op\n";
    expect(load("go", text).map(({ id, samples }) => [id, samples[0]])).toEqual([
      ["BenchmarkX-2", 5],
      ["BenchmarkY-2", 7],
    ]);
  });

  it("reads the output of go test -json", () => {
    const events = [
      { Action: "start", Package: "a" },
      { Action: "output", Package: "a", Output: "pkg: a\n" },
      { Action: "output", Package: "a", Test: "BenchmarkX", Output: "BenchmarkX-2 \t" },
      { Action: "output", Package: "a", Test: "BenchmarkX", Output: "10\t 5 ns/op\n" },
      { Action: "pass", Package: "a", Elapsed: 1.5 },
    ];
    const text = events.map((event) => JSON.stringify(event)).join("\n");
    expect(load("go", text).map(({ id, samples }) => [id, samples])).toEqual([
      ["a.BenchmarkX-2", [5]],
    ]);
  });

  it.each([
    ["PASS\nok a 0.1s\n", "out: holds no benchmark"],
    ["", "out: holds no benchmark"],
    [`${OUTPUT}--- FAIL: BenchmarkLate-4\n`, "line 10: the run did not end well: BenchmarkLate-4"],
    [`${OUTPUT}FAIL\texample.org/codec\t1s\n`, "the run did not end well: FAIL\texample.org/codec"],
    ["BenchmarkX-2 10 5 ns/op\npanic: boom\n", "the run did not end well: panic: boom"],
    ["BenchmarkX-2 10 NaN ns/op\n", 'line 1: ns/op: expected a finite number from 0, got "NaN"'],
    ["BenchmarkX-2 10 -5 ns/op\n", "line 1: ns/op: expected a finite number from 0, got -5"],
    ["BenchmarkX-2 10 5 ns/op 0 MB/s\n", "line 1: MB/s: a rate of 0 has no time"],
  ])("names what is damaged or failed (case %#)", (content, message) => {
    const { code, message: said } = thrownBy(() => load("go", content));
    expect(code).toBe("import");
    expect(said).toContain(message);
  });
});
