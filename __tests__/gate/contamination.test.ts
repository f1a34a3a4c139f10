import { describe, expect, test } from "vitest";
import { kernelAgreement } from "../../src/gate/contamination.ts";
import { judge } from "../../src/gate/judge.ts";
import { suspectsAfterScreen, undecidedAfterConfirm } from "../../src/gate/planner.ts";
import { LEARNED, measurements, POLICY, pairedVisits, result, series, visit } from "./fabricate.ts";

const CALM = [0.001, -0.002, 0.002, 0];
const EIGHT = [...CALM, ...CALM];

describe("calibration kernels of the two sides", () => {
  test("agree when they differ by less than 1 %", () => {
    const agreement = kernelAgreement(result(pairedVisits(CALM, "screen", { kernel: 0.008 })), [
      "screen",
    ]);
    expect(agreement).toMatchObject({ contaminated: false, processes: 4 });
    expect(agreement?.disagreement).toBeCloseTo(0.008, 12);
  });

  test.each([0.02, -0.02])(
    "are contaminated when all of four processes are off by %f",
    (kernel) => {
      expect(
        kernelAgreement(result(pairedVisits(CALM, "screen", { kernel })), ["screen"])?.contaminated,
      ).toBe(true);
    },
  );

  test("are not contaminated by processes that disagree among themselves", () => {
    const visits = [0.05, 0.06, 0.05, -0.02].flatMap((kernel, first) =>
      pairedVisits([0], "screen", { first, kernel }),
    );
    expect(kernelAgreement(result(visits), ["screen"])?.contaminated).toBe(false);
  });

  test("say nothing where no kernel rode along or the sides ran apart", () => {
    const bare = [visit(0, [series("time", "candidate", [1]), series("time", "baseline", [1])])];
    expect(kernelAgreement(result(bare), ["screen"])).toBeNull();
    expect(
      kernelAgreement(result(pairedVisits(CALM), { pairing: "alternated" }), ["screen"]),
    ).toBeNull();
  });
});

describe("a contaminated benchmark", () => {
  const screen = pairedVisits(CALM, "screen", { kernel: 0.03 });

  test("gets one fresh batch", () => {
    expect(suspectsAfterScreen([result(screen, { noise: LEARNED })], POLICY)).toEqual([
      "execution/compute_heavy/fib_20",
    ]);
  });

  test("is cleared by a clean batch", () => {
    const visits = [...screen, ...pairedVisits(EIGHT, "confirm", { first: 4 })];
    const judged = judge(measurements([result(visits, { noise: LEARNED })])).benchmarks[0];
    expect(judged).toMatchObject({ verdict: "unchanged", contaminated: false });
  });

  test("is inconclusive when the batch is bad too, even if it looks like a regression, and is not asked for again", () => {
    const bad = pairedVisits(Array(8).fill(0.1), "confirm", { first: 4, kernel: 0.03 });
    const results = [result([...screen, ...bad], { noise: LEARNED })];
    const judged = judge(measurements(results)).benchmarks[0];
    expect(judged).toMatchObject({ verdict: "inconclusive", contaminated: true });
    expect(judged?.metrics[0]?.because).toBe(
      "contaminated: the same calibration kernel differs by +3.0 % between the sides (1.0 % allowed)",
    );
    expect(undecidedAfterConfirm(results, POLICY)).toEqual([]);
  });

  test("still regresses by its exact metrics", () => {
    const exact = [{ metric: "fuel" as const, baseline: 100, candidate: 200, note: null }];
    expect(judge(measurements([result(screen, { exact })])).benchmarks[0]?.verdict).toBe(
      "regression",
    );
  });
});
