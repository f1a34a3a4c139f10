import { expect, it } from "vitest";
import { plainEntry } from "../../src/command-line/plain-entry.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import { SUITES } from "../../src/model/benchmark.ts";
import type { CopyFacts, LoadRecord } from "../../src/model/load-record.ts";
import { tellUnsupported } from "../../src/shell/tell-unsupported.ts";
import { userBenchmarks } from "../../src/suites/catalog/user.ts";

const CALL = { name: "go", export: "run", args: [], native: null, operations: 1 };
const ENTRY = { ...plainEntry("thing", SUITES, [CALL]), trap: { export: "fail", args: [] } };
const OFFERS = {
  format: "glue",
  growableMemory: null,
  growthObstacle: null,
  memory: false,
  command: null,
} as const;
const ALL: readonly Benchmark[] = userBenchmarks(ENTRY, OFFERS, 50);

function unsupported(copies?: CopyFacts): Record<string, string> {
  const record: LoadRecord = {
    modules: [],
    reads: [],
    compiled: [],
    isLoaded: true,
    failure: null,
    failedCalls: [],
    ...(copies === undefined ? {} : { copies }),
  };
  const told = tellUnsupported(ALL, new Map([["thing", record]]));
  expect(told.map(({ id }) => id)).toEqual(ALL.map(({ id }) => id));
  return Object.fromEntries(
    told.flatMap(({ id, unsupported: why }) => (why === null ? [] : [[id, why]])),
  );
}

it("leaves glue all its benchmarks whose copies can be measured, or were not tried", () => {
  expect(unsupported({ fault: null, isLate: false, growth: null })).toEqual({});
  expect(unsupported()).toEqual({});
});

it("takes from glue without copies exactly what needs them, with the reason", () => {
  const told = unsupported({ fault: "one for all", isLate: false, growth: null });
  expect(Object.keys(told)).toEqual([
    "instantiation/warm_start/thing",
    "instantiation/size_scaling/thing",
    "memory/footprint/thing",
    "memory/scaling/thing",
    "memory/limit_enforcement/thing",
    "memory/linear_scaling/thing",
    "crash_handling/recovery_latency/thing",
    "crash_handling/fuel_exhaustion/thing",
  ]);
  expect(new Set(Object.values(told))).toEqual(new Set(["one for all"]));
});

it("takes growth where a memory cannot grow, and the footprint where an instance comes late", () => {
  expect(unsupported({ fault: null, isLate: true, growth: "fixed" })).toEqual({
    "memory/footprint/thing": expect.stringContaining("in its first call"),
    "memory/limit_enforcement/thing": "fixed",
  });
});
