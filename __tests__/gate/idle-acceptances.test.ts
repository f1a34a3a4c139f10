import { describe, expect, test } from "vitest";
import { idleAcceptances } from "../../src/gate/idle-acceptances.ts";
import { judgeBenchmark } from "../../src/gate/judge-benchmark.ts";
import { noiseContextOf } from "../../src/gate/planner.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import { failedVisit, LEARNED, POLICY, pairedVisits, result } from "./fabricate.ts";

function judged(results: readonly BenchmarkResult[], policy: Policy): BenchmarkJudgement[] {
  const facts = { baseline: null, candidate: null };
  return results.map((one) => judgeBenchmark(one, noiseContextOf(results, policy), facts));
}

function idle(results: readonly BenchmarkResult[], part: Partial<Policy>, isCompared = true) {
  const policy = { ...POLICY, ...part };
  return idleAcceptances(judged(results, policy), policy, isCompared).map(({ message }) => message);
}

const named = (id: string, visits: BenchmarkResult["visits"]): BenchmarkResult =>
  result(visits, { noise: LEARNED }, id);
const calm = named("execution/a/x", pairedVisits([0, 0.001, 0, -0.001]));
const slow = named("execution/b/x", [
  ...pairedVisits([0.1, 0.1, 0.1, 0.1]),
  ...pairedVisits(Array(8).fill(0.1), "confirm", { first: 4 }),
]);
const gone = result([], { pairing: "missing" }, "execution/gone/x");

describe("an accepted slowdown", () => {
  const accept = (benchmark: string, until = "2027-01-01") => ({
    accept: [{ benchmark, metric: "time" as const, until, limit: 0.2, reason: "r" }],
  });

  test("is idle where everything it names is settled and nothing regressed", () => {
    expect(idle([calm, slow], accept("execution/a"))).toEqual([
      'the acceptance of time of "execution/a" ("r") accepts nothing in this run: nothing regressed; once that is so on the baseline branch, remove the entry',
    ]);
    const same = result([], { pairing: "identical" }, "execution/a/x");
    expect(idle([same], accept("execution/**"))).toHaveLength(1);
  });

  test("is not where something regressed, is open, unknown, expired, or nothing was compared", () => {
    expect(idle([calm, slow], accept("execution/**"))).toEqual([]);
    const open = named("execution/a/x", [failedVisit(0, "candidate")]);
    expect(idle([open], accept("execution/a"))).toEqual([]);
    expect(idle([calm], accept("execution/other"))).toEqual([]);
    expect(idle([calm], accept("execution/a", "2026-11-22"))).toEqual([]);
    expect(idle([calm], accept("execution/a"), false)).toEqual([]);
  });
});

describe("an accepted removal", () => {
  const remove = (benchmark: string, until: string | null = null) => ({
    removals: [{ benchmark, until, reason: "r" }],
  });

  test("is idle where nothing missing matches", () => {
    expect(idle([calm, gone], remove("execution/a"))).toHaveLength(1);
    expect(idle([calm], remove("execution/gone"))).toEqual([
      'the acceptance of the removal of "execution/gone" ("r") accepts nothing in this run: no missing benchmark matches; once that is so on the baseline branch, remove the entry',
    ]);
  });

  test("is not where something is missing, its day is over, or nothing was compared", () => {
    expect(idle([calm, gone], remove("execution/gone"))).toEqual([]);
    expect(idle([calm], remove("execution/gone", "2026-11-22"))).toEqual([]);
    expect(idle([calm], remove("execution/gone"), false)).toEqual([]);
  });
});
