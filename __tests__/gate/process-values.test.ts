import { describe, expect, test } from "vitest";
import { alternatedLogRatios, logRatios } from "../../src/gate/log-ratios.ts";
import { processEstimates } from "../../src/gate/process-values.ts";
import type { Visit } from "../../src/model/sample.ts";
import { failedVisit, series, visit } from "./fabricate.ts";

describe("one value per process", () => {
  // Copy 0: p25 of [100, 120, 140, 160, 500] is 120. Copy 1: p25 of five 480s is 480. Geometric mean sqrt(120·480) = 240.
  test("takes the 25th percentile of a copy and the geometric mean over copies for times", () => {
    const one = visit(3, [
      series("time", "candidate", [500, 120, 100, 160, 140]),
      { ...series("time", "candidate", Array(5).fill(480)), copy: 1 },
    ]);
    expect(processEstimates([one], "time").candidate).toEqual([
      { process: 3, stage: "screen", value: expect.closeTo(240, 9), samples: 10 },
    ]);
  });

  test("takes the median and the arithmetic mean for bytes, which may be negative", () => {
    const one = visit(0, [
      series("resident_bytes", "candidate", [100, 300, 200]),
      { ...series("resident_bytes", "candidate", [-400]), copy: 1 },
    ]);
    expect(processEstimates([one], "resident_bytes").candidate[0]?.value).toBe(-100);
  });

  // 210 / 200 − 1 = 5 %.
  test("derives overhead from guest and host-language time of the same process", () => {
    const one = visit(0, [series("time", "candidate", [210]), series("time", "native", [200])]);
    expect(processEstimates([one], "overhead").candidate[0]?.value).toBeCloseTo(0.05, 12);
    expect(processEstimates([one], "overhead").baseline).toEqual([]);
  });

  test("orders processes and keeps the far ones", () => {
    const visits = [9, 1, 4].map((process) =>
      visit(process, [series("time", "candidate", [process * 1000])]),
    );
    expect(
      processEstimates(visits, "time").candidate.map(({ value }) => Math.round(value)),
    ).toEqual([1000, 4000, 9000]);
  });

  test("leaves out what is no usable number, and says so", () => {
    const visits = [
      visit(0, [series("time", "candidate", [Number.NaN, 100, Number.POSITIVE_INFINITY])]),
      visit(1, [series("time", "candidate", [0, 0])]),
      visit(2, [series("time", "candidate", [])]),
    ];
    const estimates = processEstimates(visits, "time");
    expect(estimates.candidate.map(({ process, samples }) => [process, samples])).toEqual([[0, 1]]);
    expect(estimates.warnings).toEqual([
      {
        code: "unusable-values",
        message: "4 observations of time are no usable numbers and were left out",
      },
    ]);
  });

  test("takes nothing from a visit that failed", () => {
    const broken = { ...failedVisit(0, "candidate"), series: [series("time", "candidate", [5])] };
    expect(processEstimates([broken], "time").candidate).toEqual([]);
  });
});

describe("log ratios of a shared process", () => {
  test("are candidate minus baseline, one per process that has both", () => {
    const visits = [
      visit(1, [series("time", "baseline", [100]), series("time", "candidate", [110])]),
      visit(0, [series("time", "baseline", [200]), series("time", "candidate", [100])]),
      visit(2, [series("time", "candidate", [100])]),
    ];
    expect(logRatios(visits, "time").map(({ process, value }) => [process, value])).toEqual([
      [0, expect.closeTo(Math.log(0.5), 12)],
      [1, expect.closeTo(Math.log(1.1), 12)],
    ]);
  });

  test("take one byte for none, so that a zero baseline has a ratio", () => {
    const one = visit(0, [
      series("resident_bytes", "baseline", [0]),
      series("resident_bytes", "candidate", [8192]),
    ]);
    expect(logRatios([one], "resident_bytes")[0]?.value).toBeCloseTo(Math.log(8192), 12);
  });

  test("do not exist for metrics that are ratios themselves", () => {
    const one = visit(0, [
      series("gc_share", "baseline", [0.1]),
      series("gc_share", "candidate", [0.2]),
    ]);
    expect(logRatios([one], "gc_share")).toEqual([]);
  });
});

describe("log ratios of alternated processes", () => {
  /** ABBA: baseline, candidate, candidate, baseline; the machine slows down by half for the last two. */
  function abba(kernels: readonly (number | null)[]): Visit[] {
    const plan = [
      ["baseline", 100],
      ["candidate", 110],
      ["candidate", 165],
      ["baseline", 150],
    ] as const;
    return plan.map(([side, time], process) => {
      const kernel = kernels[process] ?? null;
      const calibration = kernel === null ? [] : [series("kernel", side, [kernel])];
      return visit(process, [series("time", side, [time]), ...calibration]);
    });
  }

  // (110/50)/(100/50) = 1.1 and (165/75)/(150/75) = 1.1.
  test("meet the neighbour and cancel the machine by the kernel", () => {
    expect(
      alternatedLogRatios(abba([50, 50, 75, 75]), "time").map(({ process, value }) => [
        process,
        value,
      ]),
    ).toEqual([
      [1, expect.closeTo(Math.log(1.1), 12)],
      [2, expect.closeTo(Math.log(1.1), 12)],
    ]);
  });

  // The kernel ran at half speed beside the first candidate only: (110/100)/(100/50) = 0.55.
  test("divide by the kernel of their own visit", () => {
    expect(alternatedLogRatios(abba([50, 100, 75, 75]), "time")[0]?.value).toBeCloseTo(
      Math.log(0.55),
      12,
    );
  });

  test("use no kernel at all when one visit has none", () => {
    expect(alternatedLogRatios(abba([50, 100, 75, null]), "time")[0]?.value).toBeCloseTo(
      Math.log(1.1),
      12,
    );
  });

  test("leave an unpaired visit out", () => {
    expect(alternatedLogRatios(abba([50, 50, 75, 75]).slice(0, 3), "time")).toHaveLength(1);
  });
});
