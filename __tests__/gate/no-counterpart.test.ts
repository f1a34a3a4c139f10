import { expect, test } from "vitest";
import { runWarnings } from "../../src/gate/run-warnings.ts";
import type { BenchmarkResult, Measurements } from "../../src/model/result.ts";
import { BASELINE } from "../report/sample-results.ts";
import { benchmark, measurements, pairedVisits, result } from "./fabricate.ts";

const fresh = (id: string) => result([], { pairing: "new" }, id);
const known = result(pairedVisits([0, 0, 0, 0]), {}, "execution/known");
const gone = result([], { pairing: "missing" }, "execution/gone");
const unsupported = {
  ...fresh("execution/not"),
  benchmark: benchmark("execution/not", { unsupported: "no export" }),
};

function warned(
  benchmarks: readonly BenchmarkResult[],
  baseline: Measurements["baseline"] = BASELINE,
) {
  return runWarnings(measurements(benchmarks, { baseline })).filter(
    ({ code }) => code === "no-counterpart",
  );
}

test.each([
  ["new benchmarks beside missing ones", [fresh("execution/a"), fresh("execution/b"), gone]],
  ["new benchmarks alone, as with other suites", [fresh("execution/a")]],
  ["what cannot run does not hide it", [fresh("execution/a"), unsupported]],
])("a baseline without a counterpart is told to be another job's: %s", (_title, benchmarks) => {
  const [warning] = warned(benchmarks);
  expect(warning?.message).toContain("another job saved it");
  expect(warning?.message).toContain("comment-key");
  expect(warning?.message).toContain(BASELINE.key);
});

test.each([
  ["one of them is known", [fresh("execution/a"), known], BASELINE],
  ["nothing could run", [unsupported, gone], BASELINE],
  [
    "the baseline is a file somebody named",
    [fresh("execution/a")],
    { ...BASELINE, source: "file" },
  ],
  ["there is no baseline", [fresh("execution/a")], null],
] as const)("nothing is said when %s", (_title, benchmarks, baseline) => {
  expect(warned(benchmarks, baseline)).toEqual([]);
});
