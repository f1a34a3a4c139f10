import { describe, expect, test } from "vitest";
import { allowanceFor, gatedAllowance, isExactGated, judgeExact } from "../../src/gate/exact.ts";
import {
  type Allowance,
  type Allowances,
  EXACT_METRICS,
  type ExactMetricName,
  isMoreBetter,
} from "../../src/model/metric.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import { createRandom } from "../../src/stats/random.ts";
import { POLICY } from "./fabricate.ts";

const ID = "execution/compute_heavy/fib_20";

function value(
  metric: ExactMetricName,
  baseline: number | null,
  candidate: number | null,
): ExactValue {
  return { metric, baseline, candidate, note: null };
}

describe("exact metrics", () => {
  // Fuel: +0.5 % of 100 000 is 500. Bytes: +1 % of 200 000 is 2000; of 10 000 it is 100, so 1 KiB holds. Pages: none.
  test.each([
    ["fuel", 100_000, 100_500, "unchanged"],
    ["fuel", 100_000, 100_501, "regression"],
    ["fuel", 100_000, 99_999, "improvement"],
    ["fuel", 100_000, 100_000, "unchanged"],
    ["size_raw", 200_000, 202_000, "unchanged"],
    ["size_raw", 200_000, 202_001, "regression"],
    ["size_raw", 10_000, 11_024, "unchanged"],
    ["size_raw", 10_000, 11_025, "regression"],
    ["pages", 1, 1, "unchanged"],
    ["pages", 1, 2, "regression"],
    ["size_gzip", 1000, 90_000, "unchanged"],
    ["fuel", 0, 1, "regression"],
    ["fuel", 0, 0, "unchanged"],
  ] as const)("%s from %i to %i is %s", (...row) => {
    const [metric, baseline, candidate, verdict] = row;
    expect(judgeExact(value(metric, baseline, candidate), ID, POLICY).verdict).toBe(verdict);
  });

  test("say what moved and by how much, and have no width", () => {
    const judged = judgeExact(value("fuel", 1000, 1120), ID, POLICY);
    expect(judged.because).toBe("1,000 to 1,120 (+12.0 %), beyond the allowance of 0.5 %");
    expect(judged.change).toEqual({ center: 0.12, low: 0.12, high: 0.12 });
    expect(judged.gatedAt).toBe(0.005);
    expect(judged.candidate).toEqual({
      center: 1120,
      low: 1120,
      high: 1120,
      spread: 0,
      samples: 1,
      processes: 1,
    });
  });

  test("growth from zero has no relative change", () => {
    expect(judgeExact(value("fuel", 0, 5), ID, POLICY)).toMatchObject({
      change: null,
      gatedAt: null,
    });
  });

  test("an override may forbid any fuel", () => {
    const overrides = [
      {
        benchmark: "execution/**",
        regression: null,
        floor: null,
        floorUnit: null,
        allowances: { fuel: { fraction: 0, absolute: 0 } },
        reason: "hot",
      },
    ];
    expect(judgeExact(value("fuel", 100_000, 100_001), ID, { ...POLICY, overrides }).verdict).toBe(
      "regression",
    );
  });

  test("what is not deterministic is shown and not gated", () => {
    const loose = { ...value("fuel", 100, 900), note: "not deterministic" };
    expect(judgeExact(loose, ID, POLICY)).toMatchObject({
      verdict: "inconclusive",
      change: null,
      because: "not deterministic: shown, not gated",
    });
    expect(isExactGated(loose, ID, POLICY)).toBe(false);
  });

  test("one side alone is new, or inconclusive when the candidate has none", () => {
    expect(judgeExact(value("fuel", null, 5), ID, POLICY).verdict).toBe("new");
    expect(judgeExact(value("fuel", 5, null), ID, POLICY).verdict).toBe("inconclusive");
    expect(judgeExact(value("fuel", 5, Number.NaN), ID, POLICY)).toMatchObject({
      verdict: "inconclusive",
      candidate: null,
    });
  });
});

function overridden(allowances: Allowances, policy: Policy = POLICY): Policy {
  const override = { regression: null, floor: null, floorUnit: null, reason: "r" };
  const benchmark = "execution/**";
  return { ...policy, overrides: [...policy.overrides, { ...override, benchmark, allowances }] };
}

const ONE = { fraction: 0, absolute: 1 };

describe("allowances by metric", () => {
  test("may be given to any exact metric by an override; of several the last one that names it holds", () => {
    const policy = overridden(
      { size_raw: ONE },
      overridden({ pages: ONE, size_raw: { fraction: 1, absolute: 0 } }),
    );
    expect(allowanceFor("size_raw", ID, policy)).toEqual(ONE);
    expect(allowanceFor("pages", ID, policy)).toEqual(ONE);
    expect(allowanceFor("fuel", ID, policy)).toEqual({ fraction: 0.005, absolute: 0 });
    expect(allowanceFor("pages", "memory/a", policy)).toEqual({ fraction: 0, absolute: 0 });
    expect(judgeExact(value("size_raw", 9000, 9002), ID, policy).verdict).toBe("regression");
    expect(judgeExact(value("pages", 1, 2), ID, policy).verdict).toBe("unchanged");
  });

  test("gate a metric that is shown only, and no other benchmark's by an override", () => {
    const grown = value("size_gzip", 100, 102);
    const gate: Policy = { ...POLICY, allowances: { ...POLICY.allowances, size_gzip: ONE } };
    expect(judgeExact(grown, ID, gate)).toMatchObject({
      verdict: "regression",
      because: expect.stringContaining("beyond the allowance"),
    });
    expect(isExactGated(grown, ID, gate)).toBe(true);
    expect(isExactGated(grown, ID, overridden({ size_gzip: ONE }))).toBe(true);
    expect(isExactGated(grown, "memory/a", overridden({ size_gzip: ONE }))).toBe(false);
    expect(isExactGated(grown, ID, POLICY)).toBe(false);
    expect(judgeExact(grown, ID, POLICY).because).toContain("shown, not gated");
  });

  test("that a stored policy lacks are the defaults of what the table gates", () => {
    const older: Policy = { ...POLICY, allowances: {} };
    expect(gatedAllowance("size_raw", older)).toEqual({ fraction: 0.01, absolute: 1024 });
    expect(gatedAllowance("size_gzip", older)).toBeNull();
    for (const name of EXACT_METRICS) {
      const one = value(name, 10_000, 11_000);
      expect(judgeExact(one, ID, older)).toEqual(judgeExact(one, ID, POLICY));
    }
  });

  const random = createRandom("allowances");
  const whole = (most: number): number => Math.floor(random() * most);
  const draws = Array.from({ length: 300 }, (_, index) => ({
    name: EXACT_METRICS[index % EXACT_METRICS.length] ?? "fuel",
    allowance: { fraction: whole(8) / 100, absolute: whole(40) } satisfies Allowance,
    baseline: whole(1000),
    growth: whole(80) - 10,
  }));

  test("judge alike when they are equal, whoever gives them and whatever the metric, but of a score more is better", () => {
    const verdicts = draws.map(({ name, allowance, baseline, growth }) => {
      const candidate = Math.max(0, baseline + growth);
      const gate: Policy = { ...POLICY, allowances: { ...POLICY.allowances, [name]: allowance } };
      const byGate = judgeExact(value(name, baseline, candidate), ID, gate);
      const byOverride = judgeExact(
        value(name, baseline, candidate),
        ID,
        overridden({ [name]: allowance }),
      );
      expect(byOverride).toEqual(byGate);
      const others = EXACT_METRICS.filter(
        (other) => isMoreBetter(other) === isMoreBetter(name),
      ).map(
        (other) =>
          judgeExact(value(other, baseline, candidate), ID, overridden({ [other]: allowance }))
            .verdict,
      );
      expect(new Set(others)).toEqual(new Set([byGate.verdict]));
      return byGate.verdict;
    });
    expect(new Set(verdicts)).toEqual(new Set(["regression", "improvement", "unchanged"]));
  });

  test("never turn red what a smaller one leaves green", () => {
    const wrong = draws.filter(({ name, allowance, baseline, growth }) => {
      const one = value(name, baseline, Math.max(0, baseline + growth));
      const more = { fraction: allowance.fraction * 2, absolute: allowance.absolute + 1 };
      const loose = judgeExact(one, ID, overridden({ [name]: more })).verdict;
      const tight = judgeExact(one, ID, overridden({ [name]: allowance })).verdict;
      return loose === "regression" && tight !== "regression";
    });
    expect(wrong).toEqual([]);
  });
});
