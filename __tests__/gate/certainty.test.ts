import { describe, expect, test } from "vitest";
import { decideConfirmed, decideScreened } from "../../src/gate/decide.ts";
import { certaintyFor } from "../../src/gate/detectable.ts";
import { NO_PRIOR } from "../../src/stats/location.ts";
import { MIRRORED, RULES } from "./decision-rules.ts";

/** Nothing is known but these eight values. */
const ALONE = { ...RULES, prior: NO_PRIOR };
const mirror = (ratios: readonly number[]): number[] => ratios.map((ratio) => -ratio);
const SLOWER = [0.05, 0.06, 0.04, 0.05, 0.07, 0.05, 0.04, 0.055];
const STILL = [0.001, -0.002, 0.001, 0.002, -0.001, 0.001, -0.001, 0.002];
const UNSURE = [0.032, 0.033, 0.035, 0.09, 0.15, 0.12, -0.08, 0.031];

describe("zero must be excluded", () => {
  // Seven of eight are slower and the median is 3.4 %, yet the values reach from −0.08 to 0.15.
  test("or a change is no regression, however many processes agree", () => {
    const decision = decideConfirmed(UNSURE, ALONE);
    expect(decision.verdict).toBe("inconclusive");
    expect(decision.because).toContain(
      "7 of 8 slower or larger (7 needed), but with 99.9 % certainty only −",
    );
  });

  test("nor an improvement", () => {
    const decision = decideConfirmed(mirror(UNSURE), { ...ALONE, baseline: 1100, candidate: 1000 });
    expect(decision.verdict).toBe("inconclusive");
    expect(decision.because).toContain(
      "7 of 8 faster or smaller (7 needed), but with 99.9 % certainty only +",
    );
  });
});

describe("a change of one part of the blocks", () => {
  const part = (ratios: readonly number[]) => [
    { name: "10th percentile", ratios },
    { name: "median", ratios: STILL },
  ];

  test("is one of two modes, in either direction", () => {
    const decision = decideConfirmed(SLOWER, { ...RULES, otherParts: part(STILL) });
    expect(decision).toMatchObject({ verdict: "inconclusive", cause: "two-modes" });
    expect(decision.because).toContain(
      "in the 25th percentile of the blocks alone (10th percentile +0.1 %, 5 of 8; median +0.1 %, 5 of 8)",
    );
    const faster = decideConfirmed(mirror(SLOWER), { ...MIRRORED, otherParts: part(STILL) });
    expect(faster.verdict).not.toBe("improvement");
  });

  test("is believed when one other part shows it too", () => {
    expect(decideConfirmed(SLOWER, { ...RULES, otherParts: part(SLOWER) }).verdict).toBe(
      "regression",
    );
    const faster = { ...MIRRORED, otherParts: part(mirror(SLOWER)) };
    expect(decideConfirmed(mirror(SLOWER), faster).verdict).toBe("improvement");
  });

  test("is too uneven to call when another part moved without enough processes", () => {
    const torn = [0.05, 0.06, 0.04, 0.05, 0.07, 0.05, -0.1, -0.12];
    const decision = decideConfirmed(SLOWER, { ...RULES, otherParts: part(torn) });
    expect(decision.verdict).toBe("inconclusive");
    expect(decision).not.toHaveProperty("cause");
    expect(decision.because).toContain("10th percentile +5.1 %, 6 of 8");
  });

  test("does not count when enough processes agree on less than s", () => {
    const small = Array<number>(8).fill(Math.log1p(0.015));
    expect(decideConfirmed(SLOWER, { ...RULES, otherParts: part(small) })).toMatchObject({
      cause: "two-modes",
    });
  });
});

describe("a run that is too noisy", () => {
  const WILD = [0.5, -0.3, 0.4, 0.1, -0.2, 0.6, 0.3, 0.2];

  test("judges nothing, and says what it would see", () => {
    const decision = decideConfirmed(WILD, ALONE);
    expect(decision).toMatchObject({ verdict: "inconclusive", cause: "too-noisy" });
    expect(decision.because).toMatch(
      /too noisy here: only \d+ % and more would be seen \(25\.0 % at most\)/,
    );
  });

  test("does not clear what happens to look faster", () => {
    const decision = decideConfirmed(
      WILD.map((ratio) => ratio - 0.8),
      ALONE,
    );
    expect(decision).toMatchObject({ verdict: "inconclusive", cause: "too-noisy" });
    expect(decideScreened([-0.9, -0.4, -0.8, -0.3], ALONE)).toMatchObject({
      verdict: "inconclusive",
      suspect: true,
      cause: "too-noisy",
    });
  });

  test("still sees a change that stands out of all that noise", () => {
    expect(
      decideConfirmed(
        WILD.map((ratio) => ratio + 1.5),
        ALONE,
      ).verdict,
    ).toBe("regression");
    expect(
      decideConfirmed(
        WILD.map((ratio) => ratio - 1.5),
        { ...ALONE, baseline: 1100, candidate: 1000 },
      ).verdict,
    ).toBe("improvement");
  });

  // T = 5 % is excluded, but a change of 2.5 times that would have passed.
  test("clears nothing where 2.5 times the threshold would not be seen", () => {
    const spread = [-0.02, 0.02, -0.06, 0.03, -0.02, -0.04, -0.05, -0.07];
    const decision = decideConfirmed(spread, ALONE);
    expect(decision.verdict).toBe("inconclusive");
    expect(decision.because).toMatch(
      /is below \+5\.0 %, but only 1[3-9]\.\d % and more would be seen here/,
    );
    expect(decision).not.toHaveProperty("cause");
  });
});

describe("a regression smaller than what the run is sure to see", () => {
  test("says so", () => {
    const noisy = { ...RULES, prior: { variance: 4e-4, degreesOfFreedom: 20, tau: 0.0025 } };
    const small = [0.034, 0.035, 0.036, 0.034, 0.035, 0.036, 0.034, 0.035];
    const decision = decideConfirmed(small, noisy);
    expect(decision.verdict).toBe("regression");
    expect(decision.because).toMatch(/; less than the \d\.\d % this run is sure to see$/);
    expect(decideConfirmed(SLOWER, RULES).because).not.toContain("sure to see");
  });
});

describe("an improvement on fresh data", () => {
  const faster = mirror(SLOWER);

  test("needs a screen that looked faster, where there was one", () => {
    const against = decideConfirmed(faster, { ...MIRRORED, screened: 0.01 });
    expect(against).toMatchObject({ verdict: "unchanged", unconfirmed: true });
    expect(decideConfirmed(faster, { ...MIRRORED, screened: -Math.log1p(0.015) }).verdict).toBe(
      "unchanged",
    );
    expect(decideConfirmed(faster, { ...MIRRORED, screened: -0.02 }).verdict).toBe("improvement");
    expect(decideConfirmed(faster, { ...MIRRORED, screened: null }).verdict).toBe("improvement");
  });

  test("is mirrored by a regression: a screen that was measured again for its noise does not agree", () => {
    const against = decideConfirmed(SLOWER, { ...RULES, screened: Math.log1p(0.015) });
    expect(against.verdict).toBe("inconclusive");
    expect(against.because).toContain("; beyond +3.0 %, but the screen showed +1.5 %");
    expect(decideConfirmed(SLOWER, { ...RULES, screened: 0.016 }).verdict).toBe("regression");
  });
});

describe("the level at which zero must be excluded", () => {
  // 8 values of sd 1 %: SE = 0.45 %, sure to see 3 % + 1.7 · 0.45 % = 3.8 %; of sd 5 %: 1.9 % · (3.4 + 1.7) = 9.7 %, beyond 7.5 %.
  test("is 99 %, and 99.9 % where 1.5 times the threshold would not be seen", () => {
    const of = (variance: number): number =>
      certaintyFor(
        { center: 0, variance, tau: 0.0025, degreesOfFreedom: 27, count: 8 },
        { thresholds: RULES.thresholds, confidenceLevel: 0.95 },
      );
    expect(of(0.01 ** 2)).toBe(0.99);
    expect(of(0.05 ** 2)).toBe(0.999);
  });
});
