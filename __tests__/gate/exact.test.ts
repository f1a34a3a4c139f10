import { describe, expect, test } from "vitest";
import { isExactGated, judgeExact } from "../../src/gate/exact.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import { POLICY } from "./fabricate.ts";

const ID = "execution/compute_heavy/fib_20";

function value(metric: string, baseline: number | null, candidate: number | null): ExactValue {
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
    expect(judged.because).toBe(
      "1000 fuel to 1120 fuel (+12.0 %), beyond the allowance of 0.5 % and 0 fuel",
    );
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
        fuel: 0,
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
    expect(isExactGated(loose)).toBe(false);
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
