import { describe, expect, test } from "vitest";
import { type DecisionRules, decideConfirmed, decideScreened } from "../../src/gate/decide.ts";
import type { Decision } from "../../src/gate/decision.ts";
import { median } from "../../src/stats/descriptive.ts";
import type { Random } from "../../src/stats/random.ts";
import { drawNormal, drawRatios, PROCESS_SD, shareOf } from "../stats/noise-model.ts";
import { THRESHOLDS } from "./decision-rules.ts";

const REPETITIONS = 4000;
const BENCHMARKS = 27;
const TAU = 0.0025;

function rules(change: number): DecisionRules {
  return {
    thresholds: THRESHOLDS,
    prior: { variance: PROCESS_SD ** 2, degreesOfFreedom: 4, tau: TAU },
    confidenceLevel: 0.95,
    baseline: 1000,
    candidate: 1000 * (1 + change) + 0.001,
    confirmImprovements: true,
  };
}

/** The whole way of one benchmark: 4 processes, then 8 and 8 more where they are asked for. */
function decide(change: number, random: Random): Decision {
  const bias = TAU * drawNormal(random);
  const draw = (count: number): number[] =>
    drawRatios(count, change, random).map((ratio) => ratio + bias);
  const screen = draw(4);
  const screened = decideScreened(screen, rules(change));
  if (!screened.suspect) {
    return screened;
  }
  const fresh = draw(8);
  const all = { ...rules(change), screened: median(screen) };
  const confirmed = decideConfirmed(fresh, all);
  return confirmed.verdict === "inconclusive"
    ? decideConfirmed([...fresh, ...draw(8)], all)
    : confirmed;
}

function shareOfVerdict(change: number, verdict: Decision["verdict"]): number {
  return shareOf(
    REPETITIONS,
    `${change} ${verdict}`,
    (random) => decide(change, random).verdict === verdict,
  );
}

// Noise: 1.0 % between processes, 1 in 350 off by more than 8 %, a bias of 0.25 % that lasts through the job.
describe("screen and confirmation under the measured noise", () => {
  test("any of 27 unchanged benchmarks fires in at most 0.4 % of the jobs", () => {
    const share = shareOf(1500, "jobs", (random) =>
      Array.from({ length: BENCHMARKS }, () => decide(0, random)).some(
        ({ verdict }) => verdict === "regression",
      ),
    );
    expect(share).toBeLessThanOrEqual(0.004);
  });

  test("clears unchanged code, and measures at most 2 % of it again", () => {
    const suspects = shareOf(REPETITIONS, "suspects", (random) => {
      const asked = { ...rules(0), confirmImprovements: false };
      return decideScreened(drawRatios(4, 0, random), asked).suspect;
    });
    expect(suspects).toBeLessThan(0.02);
    expect(shareOfVerdict(0, "unchanged")).toBeGreaterThan(0.995);
  });

  test("finds +3 % about half of the time, which is what θ means", () => {
    expect(Math.abs(shareOfVerdict(0.03, "regression") - 0.5)).toBeLessThan(0.05);
  });

  test("finds +5 % and +10 % practically always", () => {
    expect(shareOfVerdict(0.05, "regression")).toBeGreaterThan(0.99);
    expect(shareOfVerdict(0.1, "regression")).toBe(1);
  });

  test("any of 27 unchanged benchmarks is called faster in at most 0.4 % of the jobs", () => {
    const share = shareOf(1500, "faster", (random) =>
      Array.from({ length: BENCHMARKS }, () => decide(0, random)).some(
        ({ verdict }) => verdict === "improvement",
      ),
    );
    expect(share).toBeLessThanOrEqual(0.004);
  });

  test("reports −5 % as an improvement where it is to be confirmed, never as a regression", () => {
    expect(shareOfVerdict(-0.05, "improvement")).toBeGreaterThan(0.98);
    expect(shareOfVerdict(-0.05, "regression")).toBe(0);
  });
});
