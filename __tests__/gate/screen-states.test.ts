import { describe, expect, test } from "vitest";
import { screenStates, suspectsAfterScreen } from "../../src/gate/planner.ts";
import { failedVisit, LEARNED, named, POLICY, pairedVisits, result } from "./fabricate.ts";

describe("the first two processes of a screen", () => {
  test("clear what is calm, ask for more of what is not, and know what is slower beyond doubt", () => {
    const results = [
      named("execution/calm", [0.001, -0.001]),
      named("execution/slow", [0.02, 0.03]),
      named("execution/obvious", [0.3, 0.31]),
      named("execution/single", [0]),
    ];
    expect(Object.fromEntries(screenStates(results, POLICY))).toEqual({
      "execution/calm": "cleared",
      "execution/slow": "needs-more",
      "execution/obvious": "suspect",
      "execution/single": "needs-more",
    });
  });

  test("leave out what failed or is not compared", () => {
    const results = [
      named("execution/new", [0.3, 0.3], { pairing: "new" }),
      result([...pairedVisits([0.3, 0.3]), failedVisit(9, "candidate")], {}, "execution/failed"),
    ];
    expect(screenStates(results, POLICY).size).toBe(0);
  });

  test("never call a disagreement of the kernels beyond doubt", () => {
    const contaminated = result(pairedVisits([0.3, 0.3], "screen", { kernel: 0.05 }), {
      noise: LEARNED,
    });
    expect([...screenStates([contaminated], POLICY).values()]).toEqual(["needs-more"]);
  });

  // s̃² is 1 %² with 21 degrees of freedom: the upper bound of 1.4 % ∓ 0 is 3.2 % with 95 % and 3.5 % with 97.5 %.
  test("clear by a stricter bound than the whole screen", () => {
    const tight = {
      ...POLICY,
      thresholds: { ...POLICY.thresholds, regression: 0.0265, decide: 0.026 },
    };
    const border = [named("execution/border", [0.012, 0.012])];
    expect(suspectsAfterScreen(border, tight)).toEqual([]);
    expect([...screenStates(border, tight).values()]).toEqual(["needs-more"]);
  });

  // Variance of two values is σ² χ²(1), whose median is 0.4549 σ²: three benchmarks vouch for each other.
  test("borrow the noise of the job where nothing was learned", () => {
    const pair = [0.002, -0.002];
    const alone = [named("execution/a", [0.009, -0.009], { noise: null })];
    const others = ["execution/b", "execution/c"].map((id) => named(id, pair, { noise: null }));
    expect([...screenStates(alone, POLICY).values()]).toEqual(["needs-more"]);
    expect(screenStates([...alone, ...others], POLICY).get("execution/a")).toBe("cleared");
  });
});
