import { describe, expect, test } from "vitest";
import { detectableChange } from "../../src/gate/detectable.ts";
import type { Location } from "../../src/stats/location.ts";
import { studentQuantile } from "../../src/stats/student.ts";
import { THRESHOLDS } from "./decision-rules.ts";

const RULES = { confidenceLevel: 0.95, baseline: 1000 };
const VARIANCE = 4e-4;

/** Of fewer than 8 values less is known: a suspect's 8 bring the rest of the 20 degrees of freedom. */
function locationOf(count: number, part: Partial<Location> = {}): Location {
  const degreesOfFreedom = 20 - Math.max(0, 8 - count);
  return { center: 0.2, variance: VARIANCE, tau: 0, degreesOfFreedom, count, ...part };
}

/** ln(1 + θ) + t·√((π/3)·s²/n), as a relative change. */
function gatedAt(processes: number): number {
  const margin = studentQuantile(0.95, 20) * Math.sqrt(((Math.PI / 3) * VARIANCE) / processes);
  return Math.expm1(Math.log1p(0.03) + margin);
}

describe("the change a comparison would have caught", () => {
  test.each([1, 4, 7, 8])("counts the eight processes a suspect of %i would get", (count) => {
    expect(detectableChange(locationOf(count), THRESHOLDS, RULES)).toBeCloseTo(gatedAt(8), 12);
  });

  test.each([9, 16])("counts all %i processes where there are more", (count) => {
    expect(detectableChange(locationOf(count), THRESHOLDS, RULES)).toBeCloseTo(gatedAt(count), 12);
  });

  test("does not depend on the change that was seen", () => {
    const seen = detectableChange(locationOf(8), THRESHOLDS, RULES);
    expect(detectableChange(locationOf(8, { center: -0.5 }), THRESHOLDS, RULES)).toBe(seen);
  });

  // 100 of 1000 ns are 10 %, 100 of 100,000 are 0.1 %.
  test("is at least the absolute floor", () => {
    const floored = { ...THRESHOLDS, floor: 100 };
    expect(detectableChange(locationOf(8), floored, RULES)).toBe(0.1);
    const large = detectableChange(locationOf(8), floored, { ...RULES, baseline: 1e5 });
    expect(large).toBeCloseTo(gatedAt(8), 12);
  });

  test("ignores the floor where the baseline is zero, as no change is relative to it", () => {
    const floored = { ...THRESHOLDS, floor: 100 };
    const value = detectableChange(locationOf(8), floored, { ...RULES, baseline: 0 });
    expect(value).toBeCloseTo(gatedAt(8), 12);
  });

  test("is unknown where nothing is known about the noise, and finite where it is enormous", () => {
    expect(detectableChange(locationOf(1, { degreesOfFreedom: 0 }), THRESHOLDS, RULES)).toBeNull();
    const one = detectableChange(locationOf(2, { degreesOfFreedom: 1 }), THRESHOLDS, RULES);
    expect(one).toBeGreaterThan(gatedAt(8));
    const wild = detectableChange(locationOf(8, { variance: 1e9 }), THRESHOLDS, RULES);
    expect(wild).toBe(Math.expm1(700));
  });
});
