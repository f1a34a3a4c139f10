import { describe, expect, test } from "vitest";
import { intervalOf, locate, marginOf, NO_PRIOR, type Prior } from "../../src/stats/location.ts";
import { drawNormal, drawRatios, PROCESS_SD, shareOf } from "./noise-model.ts";

const REPETITIONS = 10_000;
const TAU = 0.0025;
const LEARNED: Prior = { variance: PROCESS_SD ** 2, degreesOfFreedom: 20, tau: TAU };

/** Share of intervals that hold the true change (+2 %), a persistent bias of the job included. */
function coverage(processes: number, prior: Prior): number {
  return shareOf(REPETITIONS, `coverage ${processes} ${prior.degreesOfFreedom}`, (random) => {
    const bias = prior.tau * drawNormal(random);
    const ratios = drawRatios(processes, 0.02, random).map((ratio) => ratio + bias);
    const { low, high } = intervalOf(locate(ratios, prior), 0.95);
    return low <= Math.log1p(0.02) && Math.log1p(0.02) <= high;
  });
}

// 10 000 repetitions: the share itself is known to ±0.22 % (one sd), wild values included in the noise.
describe("95 % interval under the measured noise", () => {
  test.each([2, 3, 4, 5, 6, 8, 12, 16])(
    "holds the truth 95 ± 1 percent of the time: %i processes, nothing known",
    (processes) => {
      expect(Math.abs(coverage(processes, NO_PRIOR) - 0.95)).toBeLessThan(0.01);
    },
  );

  test.each([4, 8, 16])(
    "holds the truth 95 ± 1 percent of the time: %i processes with learned noise",
    (processes) => {
      expect(Math.abs(coverage(processes, LEARNED) - 0.95)).toBeLessThan(0.01);
    },
  );

  test("errs on the wide side with the job's own noise", () => {
    const share = coverage(8, { ...LEARNED, degreesOfFreedom: 4 });
    expect(share).toBeGreaterThan(0.95);
    expect(share).toBeLessThan(0.98);
  });

  test("its one-sided bound is passed by chance 5 ± 1 % of the time", () => {
    const share = shareOf(REPETITIONS, "one-sided", (random) => {
      const location = locate(drawRatios(8, 0, random), NO_PRIOR);
      return location.center + marginOf(location, 0.95) < 0;
    });
    expect(Math.abs(share - 0.05)).toBeLessThan(0.01);
  });
});
