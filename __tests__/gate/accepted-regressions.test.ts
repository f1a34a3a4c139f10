import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { ExactMetricName } from "../../src/model/metric.ts";
import type { Acceptance } from "../../src/model/policy.ts";
import type { BenchmarkResult, Measurements } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import { LEARNED, measurements, POLICY, pairedVisits, result } from "./fabricate.ts";

const SLOW = Array.from({ length: 8 }, (_, index) => 0.12 + (index % 3) * 0.002);

function judged(one: BenchmarkResult, part: Partial<Measurements> = {}): BenchmarkJudgement {
  const [first] = judge(measurements([one], part)).benchmarks;
  if (first === undefined) {
    throw new Error("no benchmark was judged");
  }
  return first;
}

function confirmed(
  ratios: readonly number[],
  part: Partial<BenchmarkResult> = {},
): BenchmarkResult {
  const screen = pairedVisits([0.2, 0.2, 0.2, 0.2]);
  return result([...screen, ...pairedVisits(ratios, "confirm", { first: 4 })], {
    noise: LEARNED,
    ...part,
  });
}

function exact(metric: ExactMetricName, baseline: number, candidate: number): ExactValue {
  return { metric, baseline, candidate, note: null };
}

describe("accepted regressions", () => {
  const accept: Acceptance = {
    benchmark: "execution/compute_heavy/*",
    metric: "time",
    until: POLICY.today,
    limit: 0.15,
    reason: "bounds checks",
  };
  const withAccept = (part: Partial<typeof accept>): Partial<Measurements> => ({
    policy: { ...POLICY, accept: [{ ...accept, ...part }] },
  });

  test("hold through their last day", () => {
    expect(judged(confirmed(SLOW), withAccept({}))).toMatchObject({
      verdict: "regression",
      accepted: { reason: "bounds checks", until: POLICY.today, limit: 0.15 },
    });
  });

  test("are refused the day after, clearly", () => {
    const refused = judged(confirmed(SLOW), withAccept({ until: "2026-11-22" }));
    expect(refused.accepted).toBeNull();
    expect(refused.warnings).toEqual([
      {
        code: "acceptance-expired",
        message:
          'the acceptance of time ("bounds checks") expired on 2026-11-22: the regression stands',
      },
    ]);
  });

  test("end at their limit", () => {
    const refused = judged(confirmed(SLOW), withAccept({ limit: 0.1 }));
    expect(refused.accepted).toBeNull();
    expect(refused.warnings.map(({ code }) => code)).toEqual(["acceptance-exceeded"]);
  });

  test("do not cover another metric", () => {
    expect(judged(confirmed(SLOW), withAccept({ metric: "fuel" })).accepted).toBeNull();
    expect(
      judged(confirmed(SLOW, { exact: [exact("fuel", 1, 2)] }), withAccept({})).accepted,
    ).toBeNull();
  });
});
