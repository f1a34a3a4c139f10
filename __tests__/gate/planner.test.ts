import { describe, expect, test } from "vitest";
import { isUpheld } from "../../src/gate/fresh-runner.ts";
import {
  openAfterHalf,
  suspectsAfterScreen,
  undecidedAfterConfirm,
} from "../../src/gate/planner.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { failedVisit, LEARNED, named, POLICY, pairedVisits, result } from "./fabricate.ts";

const CALM = [0.001, -0.002, 0.002, 0];
const SLOW = [0.05, 0.06, 0.05, 0.055];
const TORN = [0.05, -0.03, 0.04, -0.02, 0.02, 0.06, -0.03, 0.04];
const WILD = [0.5, -0.4, 0.45, -0.25, 0.1, 0.6, -0.5, 0.2];

describe("after the screen", () => {
  test("only suspects are measured again, in the order of the benchmarks", () => {
    const results = [
      named("execution/b", SLOW),
      named("execution/calm", CALM),
      named("execution/a", SLOW),
    ];
    expect(suspectsAfterScreen(results, POLICY)).toEqual(["execution/b", "execution/a"]);
  });

  test("identical, new and failed benchmarks are not", () => {
    const results = [
      named("execution/identical", SLOW, { pairing: "identical" }),
      named("execution/new", SLOW, { pairing: "new" }),
      result(
        [...pairedVisits(SLOW), failedVisit(9, "candidate")],
        { noise: LEARNED },
        "execution/failed",
      ),
      result(
        [...pairedVisits(SLOW), failedVisit(9, "baseline")],
        { noise: LEARNED },
        "execution/broken",
      ),
    ];
    expect(suspectsAfterScreen(results, POLICY)).toEqual([]);
  });

  test("what is only informational is not", () => {
    const wild = named("execution/wild", SLOW, { noise: { ...LEARNED, quantile99: 1 } });
    expect(suspectsAfterScreen([wild], POLICY)).toEqual([]);
  });

  // Without history the median variance of three benchmarks or more stands in: two calm ones vouch for the third.
  test("the job's own noise clears a benchmark whose four values are spread by chance", () => {
    const spread = [0.05, -0.045, 0.02, -0.02];
    const single = [named("execution/a", spread, { noise: null })];
    const calm = ["execution/b", "execution/c", "execution/d"].map((id) =>
      named(id, CALM, { noise: null }),
    );
    expect(suspectsAfterScreen(single, POLICY)).toEqual(["execution/a"]);
    expect(suspectsAfterScreen([...single, ...calm], POLICY)).toEqual([]);
  });
});

describe("after the confirmation", () => {
  function withFresh(ratios: readonly number[]): BenchmarkResult {
    return result([...pairedVisits(SLOW), ...pairedVisits(ratios, "confirm", { first: 4 })], {
      noise: null,
    });
  }

  test("half of it clears what excludes a regression, and nothing else", () => {
    expect(openAfterHalf([withFresh(CALM)], POLICY)).toEqual([]);
    for (const open of [SLOW, TORN.slice(0, 4), WILD.slice(0, 4), CALM.slice(0, 3)])
      expect(openAfterHalf([withFresh(open)], POLICY)).toHaveLength(1);
    const fast = SLOW.map((ratio) => -ratio);
    expect(openAfterHalf([withFresh(fast)], POLICY)).toEqual([]);
    const confirming = { ...POLICY, confirmImprovements: true as const };
    expect(openAfterHalf([withFresh(fast)], confirming)).toHaveLength(1);
  });

  test("the undecided are extended, the decided and those the run is too noisy for are not", () => {
    expect(undecidedAfterConfirm([withFresh(TORN)], POLICY)).toHaveLength(1);
    expect(undecidedAfterConfirm([withFresh(WILD)], POLICY)).toEqual([]);
    expect(undecidedAfterConfirm([withFresh([...CALM, ...CALM])], POLICY)).toEqual([]);
    expect(undecidedAfterConfirm([withFresh([...SLOW, ...SLOW])], POLICY)).toEqual([]);
  });

  test("sixteen processes are the end", () => {
    const confirm = withFresh(TORN);
    const extended = {
      ...confirm,
      visits: [...confirm.visits, ...pairedVisits(TORN, "extend", { first: 12 })],
    };
    expect(undecidedAfterConfirm([extended], POLICY)).toEqual([]);
    expect(suspectsAfterScreen([extended], POLICY)).toEqual([]);
  });
});

describe("on a fresh runner", () => {
  const id = "execution/compute_heavy/fib_20";
  const upheld = (ratios: readonly number[]): boolean | null =>
    isUpheld([result(pairedVisits(ratios, "confirm"), { noise: LEARNED })], id, POLICY);

  // 0.6 θ = 1.8 %: ln 1.018 = 0.0178.
  test("a regression stands when the median is at least 0.6 θ and the lower bound above zero", () => {
    expect(upheld(Array(8).fill(0.02))).toBe(true);
    expect(upheld(Array(8).fill(0.017))).toBe(false);
    expect(upheld([0.02, 0.02, 0.02, 0.02, 0.02, -0.2, -0.2, -0.2])).toBe(false);
  });

  test("nothing is said without data", () => {
    expect(upheld([])).toBeNull();
    expect(isUpheld([], id, POLICY)).toBeNull();
  });
});
