import { describe, expect, test } from "vitest";
import type { Acceptance } from "../../src/model/policy.ts";
import type { Measurements } from "../../src/model/result.ts";
import { POLICY } from "./fabricate.ts";
import { confirmed, exact, judged, SLOW } from "./judge-one.ts";

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
