import { describe, expect, test } from "vitest";
import { judgeSuites } from "../../src/gate/suite-test.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { Random } from "../../src/stats/random.ts";
import { drawRatios, shareOf } from "../stats/noise-model.ts";
import { pairedVisits, result } from "./fabricate.ts";

function suite(count: number, change: number, random: Random): BenchmarkResult[] {
  return Array.from({ length: count }, (_, index) =>
    result(pairedVisits(drawRatios(4, change, random)), {}, `execution/case/${index}`),
  );
}

function suspiciousShare(change: number): number {
  return shareOf(
    500,
    `suite ${change}`,
    (random) => judgeSuites(suite(10, change, random), 0.95)[0]?.suspicious === true,
  );
}

describe("suite-level test", () => {
  // Ten benchmarks at +1.3 %: none reaches s = 1.5 % by itself on average, together they do.
  test("sees a slowdown of 1.3 % common to ten benchmarks", () => {
    expect(suspiciousShare(0.013)).toBeGreaterThan(0.8);
  });

  test("is silent on unchanged suites", () => {
    expect(suspiciousShare(0)).toBeLessThan(0.01);
  });

  test("does not take one slow benchmark for a slow suite", () => {
    const calm = Array.from({ length: 9 }, (_, index) =>
      result(pairedVisits([0.001, -0.001, 0.002, -0.002]), {}, `execution/case/${index}`),
    );
    const slow = result(pairedVisits([0.5, 0.5, 0.5, 0.5]), {}, "execution/case/slow");
    expect(judgeSuites([...calm, slow], 0.95)[0]?.suspicious).toBe(false);
  });

  test("needs five compared benchmarks", () => {
    const few = Array.from({ length: 4 }, (_, index) =>
      result(pairedVisits([0.1, 0.1]), {}, `execution/case/${index}`),
    );
    expect(judgeSuites(few, 0.95)).toEqual([
      {
        suite: "execution",
        benchmarks: 4,
        change: null,
        suspicious: false,
        because: "4 compared benchmarks, 5 needed",
      },
    ]);
  });

  test("says nothing about suites that were not compared", () => {
    expect(judgeSuites([result([], { pairing: "identical" })], 0.95)).toEqual([]);
  });
});
