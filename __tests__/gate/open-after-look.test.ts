import { describe, expect, test } from "vitest";
import { openAfterLook, screenedIds, suspectsAfterScreen } from "../../src/gate/planner.ts";
import { failedVisit, LEARNED, named, POLICY, pairedVisits, result } from "./fabricate.ts";

describe("the first two processes of a screen", () => {
  test("clear what is calm, ask for more of what is not, and know what is slower beyond doubt", () => {
    const results = [
      named("execution/calm", [0.001, -0.001]),
      named("execution/slow", [0.02, 0.03]),
      named("execution/obvious", [0.3, 0.31]),
      named("execution/single", [0]),
    ];
    expect(openAfterLook(results, POLICY)).toEqual(["execution/slow", "execution/single"]);
    expect(screenedIds(results, POLICY)).toEqual(results.map(({ benchmark }) => benchmark.id));
  });

  test("leave out what failed or is not compared", () => {
    const results = [
      named("execution/new", [0.3, 0.3], { pairing: "new" }),
      result([...pairedVisits([0.3, 0.3]), failedVisit(9, "candidate")], {}, "execution/failed"),
    ];
    expect(openAfterLook(results, POLICY)).toEqual([]);
    expect(screenedIds(results, POLICY)).toEqual([]);
  });

  test("never call a disagreement of the kernels beyond doubt", () => {
    const contaminated = result(pairedVisits([0.3, 0.3], "screen", { kernel: 0.05 }), {
      noise: LEARNED,
    });
    expect(openAfterLook([contaminated], POLICY)).toHaveLength(1);
  });

  // s̃² is 1 %² with 21 degrees of freedom: the upper bound of 1.4 % ∓ 0 is 3.2 % with 95 % and 3.5 % with 97.5 %.
  test("clear by a stricter bound than the whole screen", () => {
    const tight = {
      ...POLICY,
      thresholds: { ...POLICY.thresholds, regression: 0.0265, decide: 0.026 },
    };
    const border = [named("execution/border", [0.012, 0.012])];
    expect(suspectsAfterScreen(border, tight)).toEqual([]);
    expect(openAfterLook(border, tight)).toEqual(["execution/border"]);
  });

  // Variance of two values is σ² χ²(1), whose median is 0.4549 σ²: three benchmarks vouch for each other.
  test("borrow the noise of the job where nothing was learned", () => {
    const pair = [0.002, -0.002];
    const alone = [named("execution/a", [0.009, -0.009], { noise: null })];
    const others = ["execution/b", "execution/c"].map((id) => named(id, pair, { noise: null }));
    expect(openAfterLook(alone, POLICY)).toEqual(["execution/a"]);
    expect(openAfterLook([...alone, ...others], POLICY)).not.toContain("execution/a");
  });
});
