import { expect, test } from "vitest";
import { nothingMeasured } from "../../src/gate/nothing-measured.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { benchmark, failedVisit, pairedVisits, result } from "./fabricate.ts";

const unsupported = (reason: string): BenchmarkResult =>
  result([], { benchmark: benchmark("execution/u", { unsupported: reason }), pairing: "alone" });

const size = result([], {
  benchmark: benchmark("size/component/u", {
    suite: "size",
    procedure: { kind: "size" },
    primary: "size_raw",
  }),
  exact: [{ metric: "size_raw", baseline: 1, candidate: 2, note: null }],
});

test.each<[string, BenchmarkResult[], string]>([
  ["an empty list", [], "the list of benchmarks is empty"],
  [
    "what cannot run",
    [unsupported("no memory"), unsupported("a component"), unsupported("no memory")],
    "2 benchmarks unsupported (no memory); 1 benchmark unsupported (a component)",
  ],
  ["what is gone", [result([], { pairing: "missing" })], "1 benchmark missing"],
  ["what the time budget cut", [result([])], "1 benchmark never run"],
  ["what failed", [result([failedVisit(0, "candidate")])], "1 benchmark failed (unreachable)"],
  [
    "a new definition that never ran",
    [result([], { pairing: "identical", definitionChange: "redefined" })],
    "1 benchmark never run",
  ],
  [
    "the size of a module alone",
    [result([], { exact: [{ metric: "size_raw", baseline: 1, candidate: 2, note: null }] })],
    "1 benchmark never run",
  ],
  ["a size beside what the time budget cut", [size, result([])], "1 benchmark never run"],
  [
    "an unchanged size beside what failed",
    [{ ...size, pairing: "identical" }, result([failedVisit(0, "candidate")])],
    "1 benchmark failed (unreachable)",
  ],
])("%s measures nothing", (_, results, reasons) => {
  expect(nothingMeasured(results)).toBe(`nothing was measured: ${reasons}`);
});

test.each<[string, BenchmarkResult]>([
  ["a time", result(pairedVisits([0]))],
  ["a count", result([], { exact: [{ metric: "fuel", baseline: 1, candidate: 2, note: null }] })],
  ["a size, where nothing else can run", size],
  ["code that did not change", result([], { pairing: "identical" })],
])("%s is something", (_, one) => {
  expect(nothingMeasured([unsupported("no memory"), one])).toBeNull();
});
