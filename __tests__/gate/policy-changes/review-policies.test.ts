import { describe, expect, test } from "vitest";
import { judge } from "../../../src/gate/judge.ts";
import type { BaselineInfo } from "../../../src/model/result.ts";
import type { Policies } from "../../../src/model/stored-policy.ts";
import { LEARNED, measurements, pairedVisits, result } from "../fabricate.ts";
import { STORED } from "./sample-policy.ts";

const CALM = result(pairedVisits([0.001, -0.002, 0.002, 0]), { noise: LEARNED });
const BASELINE: BaselineInfo = {
  source: "cache",
  key: "k",
  sha: "00",
  createdAt: "2026-11-22T00:00:00Z",
  environment: measurements([]).environment,
  fingerprintMatches: true,
};

function judged(policies: Partial<Policies>, baseline: BaselineInfo | null = BASELINE) {
  const whole: Policies = { judgedBy: "candidate", candidate: STORED, base: STORED, ...policies };
  return judge(measurements([CALM], { policies: whole, baseline }));
}

const codes = ({ warnings }: ReturnType<typeof judge>): string[] =>
  warnings.map(({ code }) => code);

describe("the judgement of a run", () => {
  test("passes under the base's own policy", () => {
    expect(judged({})).toMatchObject({ verdict: "pass", policyChanges: { weaker: [], other: [] } });
  });

  test("warns of a weaker policy although nothing regressed", () => {
    const weak = judged({ candidate: { ...STORED, confirm: "fresh-runner" } });
    expect(weak.verdict).toBe("warn");
    expect(weak.policyChanges?.weaker.map(({ what }) => what)).toEqual(["confirm"]);
  });

  test("passes under a stricter policy and tells it", () => {
    const strict = judged({ candidate: { ...STORED, failOn: [...STORED.failOn, "missing"] } });
    expect(strict.verdict).toBe("pass");
    expect(strict.policyChanges?.other.map(({ what }) => what)).toEqual(["fail-on"]);
  });

  test("says that the base's policy is not known, once", () => {
    const unknown = judged({ base: null });
    expect(unknown.verdict).toBe("pass");
    expect(codes(unknown)).toEqual(["base-policy-unknown"]);
    expect(unknown.policyChanges).toBeUndefined();
  });

  test("is no clean pass where an unknown policy was to judge", () => {
    const unknown = judged({ base: null, judgedBy: "base" });
    expect(unknown.verdict).toBe("warn");
    expect(unknown.warnings[0]?.message).toContain("policy: base has no effect");
  });

  test("says nothing of policies without a baseline, unless the base's was to judge", () => {
    expect(codes(judged({ base: null }, null))).toEqual([]);
    expect(codes(judged({ base: null, judgedBy: "base" }, null))).toEqual(["base-policy-unknown"]);
  });

  test("says nothing of policies where modules are compared directly", () => {
    const direct = judge(measurements([CALM], { baseline: BASELINE }));
    expect([codes(direct), direct.policyChanges]).toEqual([[], undefined]);
  });
});
