import { describe, expect, test } from "vitest";
import { learnNoise } from "../../src/history/learn-noise.ts";

describe("learned noise", () => {
  // Two runs of two: variances 2·0.01² = 2e-4 and 2·0.02² = 8e-4; pooled (2e-4 + 8e-4)/2.
  test("pools the variances of the runs by their degrees of freedom", () => {
    const learned = learnNoise([
      [0.01, -0.01],
      [0.02, -0.02],
    ]);
    expect(learned?.variance).toBeCloseTo(5e-4, 12);
    expect(learned).toMatchObject({ degreesOfFreedom: 2, tau: 0, quantile99: null });
  });

  test("learns nothing from nothing, single processes and values that are no numbers", () => {
    expect(learnNoise([])).toBeNull();
    expect(learnNoise([[0.1], []])).toBeNull();
    expect(learnNoise([[0.1, Number.NaN]])).toBeNull();
  });

  test("takes nothing from single processes and values that are no numbers beside usable runs", () => {
    const usable = [
      [0.01, -0.01],
      [0.02, -0.02],
    ];
    const learned = learnNoise(usable);
    expect(learnNoise([[0.5], ...usable])).toEqual(learned);
    expect(learnNoise([[0.01, Number.NaN, -0.01], ...usable.slice(1)])).toEqual(learned);
    expect(learnNoise([[0.5, Number.POSITIVE_INFINITY], ...usable])).toEqual(learned);
  });

  // Both runs lie 0.04 off zero; variance 2·0.01² = 2e-4 in each, so their processes explain (π/3)·2e-4/2 of 0.04².
  test("calls a bias of the job what the locations stray more than the processes explain", () => {
    const learned = learnNoise([
      [0.03, 0.05],
      [-0.03, -0.05],
    ]);
    expect(learned?.variance).toBeCloseTo(2e-4, 15);
    expect(learned?.tau).toBeCloseTo(Math.sqrt(0.04 ** 2 - (Math.PI / 3) * 1e-4), 12);
  });

  // Ten values: 0.01 … 0.10 in size. Type 7 at 0.99: position 9·0.99 = 8.91, so 0.09 + 0.91·0.01 = 0.0991.
  test("has the 99 % quantile of their sizes from ten values on", () => {
    const ten = [0.01, -0.02, 0.03, -0.04, 0.05, -0.06, 0.07, -0.08, 0.09, -0.1];
    expect(learnNoise([ten])?.quantile99).toBeCloseTo(0.0991, 12);
    expect(learnNoise([ten.slice(0, 4), ten.slice(4)])?.quantile99).toBeCloseTo(0.0991, 12);
    expect(learnNoise([ten.slice(0, 9)])?.quantile99).toBeNull();
  });
});
