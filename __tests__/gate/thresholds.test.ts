import { describe, expect, test } from "vitest";
import { thresholdsFor } from "../../src/gate/thresholds.ts";
import { metricOf } from "../../src/model/metric.ts";
import type { Override, Policy } from "../../src/model/policy.ts";
import { benchmark, LEARNED, POLICY, result } from "./fabricate.ts";

const TIME = metricOf("time");

function withOverride(part: Partial<Override>): Policy {
  const override = {
    benchmark: "execution/*",
    regression: null,
    floor: null,
    floorUnit: null,
    allowances: {},
    reason: "r",
    ...part,
  };
  return { ...POLICY, overrides: [override] };
}

describe("thresholds of a benchmark", () => {
  test("are the shipped ones without override and noise", () => {
    expect(thresholdsFor(result([]), TIME, POLICY)).toMatchObject({
      regression: 0.05,
      decide: 0.03,
      suspect: 0.015,
      gated: true,
      warnings: [],
    });
  });

  // T from 5 % to 10 %: twice as much, so θ 6 % and s 3 %.
  test("move together under an override", () => {
    const moved = thresholdsFor(result([]), TIME, withOverride({ regression: 0.1 }));
    expect([moved.regression, moved.decide, moved.suspect]).toEqual([
      0.1,
      expect.closeTo(0.06, 12),
      expect.closeTo(0.03, 12),
    ]);
  });

  test("a floor holds for the kind of metric its unit is of", () => {
    const bytes = metricOf("resident_bytes");
    const resident = result([], {
      benchmark: benchmark("execution/a/b", { primary: "resident_bytes" }),
    });
    const duration = withOverride({ floor: 100, floorUnit: "ns" });
    const size = withOverride({ floor: 65_536, floorUnit: "bytes" });
    const bare = withOverride({ floor: 7 });
    expect(thresholdsFor(result([]), TIME, duration).floor).toBe(100);
    expect(thresholdsFor(resident, bytes, duration).floor).toBe(4096);
    expect(thresholdsFor(resident, bytes, size).floor).toBe(65_536);
    expect(thresholdsFor(result([]), TIME, size).floor).toBe(0);
    expect(thresholdsFor(result([]), TIME, bare).floor).toBe(7);
    expect(thresholdsFor(resident, bytes, bare).floor).toBe(7);
  });

  test("the last override that names a number holds", () => {
    const first = withOverride({ regression: 0.1 }).overrides;
    const policy = {
      ...POLICY,
      overrides: [
        ...first,
        ...withOverride({ regression: 0.02 }).overrides,
        ...withOverride({ floor: 7 }).overrides,
      ],
    };
    expect(thresholdsFor(result([]), TIME, policy)).toMatchObject({ regression: 0.02, floor: 7 });
  });

  test("rise to the learned 99 % quantile, and say so", () => {
    const noisy = result([], { noise: { ...LEARNED, quantile99: Math.log(1.08) } });
    const raised = thresholdsFor(noisy, TIME, POLICY);
    expect(raised.regression).toBeCloseTo(0.08, 12);
    expect(raised.decide).toBeCloseTo(0.048, 12);
    expect(raised.warnings.map(({ code }) => code)).toEqual(["threshold-raised"]);
  });

  test("do not fall to a small learned quantile", () => {
    const calm = result([], { noise: { ...LEARNED, quantile99: 0.001 } });
    expect(thresholdsFor(calm, TIME, POLICY)).toMatchObject({ regression: 0.05, warnings: [] });
  });

  test("stop at 25 %: beyond, the benchmark is shown and not gated", () => {
    const wild = result([], { noise: { ...LEARNED, quantile99: Math.log(1.4) } });
    const capped = thresholdsFor(wild, TIME, POLICY);
    expect(capped).toMatchObject({ regression: 0.25, gated: false });
    expect(capped.warnings[0]?.message).toBe(
      "unchanged code differs by up to 40.0 % here, more than 25.0 %: shown, not gated",
    );
  });

  test("keep an override above the cap", () => {
    const wild = result([], { noise: { ...LEARNED, quantile99: Math.log(1.2) } });
    expect(thresholdsFor(wild, TIME, withOverride({ regression: 0.5 })).regression).toBe(0.5);
  });

  test("have a floor of 4 KiB for bytes, the policy's for times, and the override's for the primary metric", () => {
    const bytes = metricOf("resident_bytes");
    const memory = result([], {
      benchmark: benchmark("memory/footprint/64kb", { primary: "resident_bytes", suite: "memory" }),
    });
    const policy = { ...POLICY, thresholds: { ...POLICY.thresholds, floor: 3 } };
    expect(thresholdsFor(result([]), TIME, policy).floor).toBe(3);
    expect(thresholdsFor(memory, bytes, policy).floor).toBe(4096);
    const own = {
      ...policy,
      overrides: [
        {
          benchmark: "**",
          regression: null,
          floor: 100,
          floorUnit: null,
          allowances: {},
          reason: "r",
        },
      ],
    };
    expect(thresholdsFor(memory, bytes, own).floor).toBe(100);
    expect(thresholdsFor(result([]), bytes, own).floor).toBe(4096);
  });
});
