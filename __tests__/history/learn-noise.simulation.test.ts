import { describe, expect, test } from "vitest";
import { learnNoise } from "../../src/history/learn-noise.ts";
import { createRandom } from "../../src/stats/random.ts";
import { drawNormal } from "../stats/noise-model.ts";

/** Runs of 8 processes with 1 % between processes and a bias between jobs. */
function runs(count: number, tau: number): number[][] {
  const random = createRandom(`learn ${tau}`);
  return Array.from({ length: count }, () => {
    const bias = tau * drawNormal(random);
    return Array.from({ length: 8 }, () => bias + 0.01 * drawNormal(random));
  });
}

describe("learned noise", () => {
  test.each([2, 3, 4, 5, 8, 12, 16, 20])(
    "is right on average for runs of %i processes",
    (count) => {
      const random = createRandom(`unbiased ${count}`);
      const many = Array.from({ length: 20_000 }, () =>
        Array.from({ length: count }, () => 0.01 * drawNormal(random)),
      );
      expect(Math.abs((learnNoise(many)?.variance ?? 0) / 1e-4 - 1)).toBeLessThan(0.03);
    },
  );

  test("tells the noise between processes from the bias between jobs", () => {
    const learned = learnNoise(runs(400, 0.006));
    expect(Math.abs(Math.sqrt(learned?.variance ?? 0) - 0.01)).toBeLessThan(0.001);
    expect(Math.abs((learned?.tau ?? 0) - 0.006)).toBeLessThan(0.001);
  });

  // |N(0, 1 %)| lies below 2.576 % with probability 0.99.
  test("gives the 99 % quantile of |y| once there are ten values", () => {
    expect(learnNoise(runs(500, 0))?.quantile99).toBeCloseTo(0.0258, 2);
    expect(learnNoise(runs(1, 0))?.quantile99).toBeNull();
    expect(learnNoise(runs(2, 0))?.quantile99).not.toBeNull();
  });
});
