import { describe, expect, test } from "vitest";
import { acceptRegressions, isExpired } from "../../src/gate/accept.ts";
import type { MetricName } from "../../src/model/metric.ts";
import type { Acceptance } from "../../src/model/policy.ts";
import type { MetricJudgement } from "../../src/model/verdict.ts";
import { POLICY } from "./fabricate.ts";

const ID = "execution/blur/fast";
const ACCEPTANCE: Acceptance = {
  benchmark: ID,
  metric: "time",
  until: POLICY.today,
  limit: 0.12,
  reason: "bounds checks",
};

function regressed(center: number | null, metric: MetricName = "time"): MetricJudgement {
  return {
    metric,
    unit: "ns",
    verdict: "regression",
    change: center === null ? null : { center, low: center, high: center },
    baseline: null,
    candidate: null,
    gatedAt: null,
    because: "",
    stage: null,
  };
}

const accept = (regressions: readonly MetricJudgement[], ...offers: readonly Acceptance[]) =>
  acceptRegressions(ID, regressions, { ...POLICY, accept: offers });

describe("an accepted regression", () => {
  test("is accepted at exactly its limit, and no longer just above it", () => {
    const { benchmark: _, metric: __, ...accepted } = ACCEPTANCE;
    expect(accept([regressed(0.12)], ACCEPTANCE)).toEqual({ accepted, warnings: [] });
    expect(accept([regressed(0.12 + Number.EPSILON)], ACCEPTANCE)).toMatchObject({
      accepted: null,
      warnings: [{ code: "acceptance-exceeded" }],
    });
  });

  test("never covers growth from zero, whose size no limit can hold", () => {
    const { accepted, warnings } = accept([regressed(null)], { ...ACCEPTANCE, limit: 1e9 });
    expect(accepted).toBeNull();
    expect(warnings[0]?.message).toContain("the change is growth from zero");
  });

  test("is accepted only when every regressed metric is, with the terms of the worst", () => {
    const fuel: Acceptance = { ...ACCEPTANCE, metric: "fuel", limit: 0.5, reason: "unrolled" };
    const both = [regressed(0.3, "fuel"), regressed(0.05)];
    expect(accept(both, fuel).accepted).toBeNull();
    expect(accept(both, ACCEPTANCE).accepted).toBeNull();
    expect(accept(both, ACCEPTANCE, fuel).accepted).toMatchObject({ reason: "unrolled" });
  });

  test("says which other metric regressed, of which it says nothing", () => {
    const both = [regressed(0.3, "fuel"), regressed(0.05)];
    expect(accept(both, ACCEPTANCE)).toEqual({
      accepted: null,
      warnings: [
        {
          code: "acceptance-incomplete",
          message:
            'the acceptance of time ("bounds checks") does not cover fuel, which regressed: an entry of its own with `metric: fuel` would',
        },
      ],
    });
    const elsewhere = { ...ACCEPTANCE, benchmark: "execution/other/*" };
    expect(accept(both, elsewhere).warnings).toEqual([]);
  });

  test("is the first that holds; those before it are not complained about", () => {
    const narrow = { ...ACCEPTANCE, limit: 0.01, reason: "narrow" };
    const wide = { ...ACCEPTANCE, limit: 0.2, reason: "wide" };
    const outcome = accept([regressed(0.1)], narrow, wide);
    expect(outcome.accepted).toMatchObject({ reason: "wide" });
    expect(outcome.warnings).toEqual([]);
  });

  test("of another benchmark is nothing to complain about either", () => {
    const other = { ...ACCEPTANCE, benchmark: "execution/other/*", limit: 0.01 };
    expect(accept([regressed(0.1)], other)).toEqual({ accepted: null, warnings: [] });
  });

  test("holds through its last day", () => {
    expect(isExpired(ACCEPTANCE, "2026-11-23")).toBe(false);
    expect(isExpired(ACCEPTANCE, "2026-11-24")).toBe(true);
  });
});
