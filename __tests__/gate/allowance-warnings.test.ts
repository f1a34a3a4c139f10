import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { type Allowances, DEFAULT_ALLOWANCES } from "../../src/model/metric.ts";
import type { Override } from "../../src/model/policy.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { measurements, POLICY, pairedVisits, result } from "./fabricate.ts";

const NONE = { fraction: 0, absolute: 0 };
const fuel = { metric: "fuel", baseline: 1, candidate: 1, note: null } as const;
const size = { metric: "size_raw", baseline: 1, candidate: 1, note: null } as const;

function benchmarkWith(id: string, exact: BenchmarkResult["exact"]): BenchmarkResult {
  return result(pairedVisits([0, 0, 0, 0]), { exact }, id);
}

function override(benchmark: string, allowances: Allowances): Override {
  return { benchmark, regression: null, floor: null, floorUnit: null, allowances, reason: "r" };
}

function messages(overrides: readonly Override[], allowances: Allowances = {}): string[] {
  const policy = { ...POLICY, overrides, allowances: { ...DEFAULT_ALLOWANCES, ...allowances } };
  const results = [
    benchmarkWith("instantiation/cold_start/a", [size]),
    benchmarkWith("execution/b/a", [fuel]),
  ];
  return judge(measurements(results, { policy }))
    .warnings.filter(({ code }) => code === "allowance-unmatched")
    .map(({ message }) => message);
}

describe("an allowance that meets no value", () => {
  test("is told with where the value stands", () => {
    expect(messages([override("execution/**", { size_raw: NONE, fuel: NONE })])).toEqual([
      'the allowance of size_raw for "execution/**" gates nothing: it stands at instantiation/cold_start/a',
    ]);
    expect(messages([override("**", { pages: NONE })])).toEqual([
      'the allowance of pages for "**" gates nothing: no benchmark has it',
    ]);
  });

  test("is told of the gate where somebody wrote it", () => {
    expect(messages([], { size_gzip: NONE })).toEqual([
      "the allowance of size_gzip in gate.exact gates nothing: no benchmark has it",
    ]);
  });

  test("is silent about defaults, values that are met, and overrides that match nothing at all", () => {
    expect(messages([])).toEqual([]);
    expect(messages([override("**", { size_raw: NONE })], { fuel: NONE })).toEqual([]);
    expect(messages([override("gone/**", { fuel: NONE })])).toEqual([]);
  });
});
