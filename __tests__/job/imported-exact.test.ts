import { describe, expect, it } from "vitest";
import type { ImportedRun } from "../../src/job/imported-result.ts";
import type { Imported } from "../../src/model/imported.ts";
import { allocated, count, imported, judged, score, verdicts, WOBBLE } from "./imported-run.ts";

describe("counts that are the same in every sample of both sides", () => {
  const FAIL: Partial<ImportedRun> = { policy: { ...judged([]).policy, failOn: ["exact"] } };
  const runs = (value: number): Imported =>
    count("a", Array(12).fill(value), "instructions", {
      processes: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4],
    });

  it("are judged to the last digit: growth beyond the allowance fails, with that reason alone", () => {
    const { judgement, warnings } = judged([runs(1_081_000)], [runs(1_000_000)], FAIL);
    expect(judgement.verdict).toBe("fail");
    expect(judgement.reasons[0]).toBe("1 regression: a imported_count +8.1 % (0.5 % allowed)");
    expect(judgement.benchmarks[0]?.metrics).toMatchObject([
      {
        metric: "imported_count",
        because: "1,000,000 to 1,081,000 (+8.1 %), beyond the allowance of 0.5 %",
        stage: null,
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it.each([
    [1_005_000, "unchanged"],
    [1_005_001, "regression"],
    [999_999, "improvement"],
    [1_000_000, "unchanged"],
  ])("to %i from 1,000,000 are %s", (now, verdict) => {
    expect(verdicts(judged([runs(now)], [runs(1_000_000)]))).toEqual({ a: verdict });
  });

  it("have the allowance of the configuration", () => {
    const policy = {
      ...judged([]).policy,
      allowances: { imported_count: { fraction: 0.1, absolute: 0 } },
    };
    const sides = [[runs(1_081_000)], [runs(1_000_000)]] as const;
    expect(verdicts(judged(...sides, { policy }))).toEqual({ a: "unchanged" });
  });

  it("are noisy when one of them differs, on either side", () => {
    const noisy = count("a", [...Array(11).fill(100), 101], "instructions");
    const constant = count("a", Array(12).fill(100), "instructions");
    for (const sides of [
      [noisy, constant],
      [constant, noisy],
    ] as const) {
      const { benchmarks } = judged([sides[0]], [sides[1]]);
      expect(benchmarks[0]?.exact).toEqual([]);
      expect(benchmarks[0]?.visits.every(({ series }) => series.length === 1)).toBe(true);
    }
  });

  it("count bytes of an operation by share alone, and sizes by their own allowance", () => {
    const size = (value: number): Imported => imported("size", [value], { unit: "bytes" });
    const sides = [
      [allocated("op", [64, 64]), size(164)],
      [allocated("op", [16, 16]), size(100)],
    ] as const;
    expect(verdicts(judged(...sides))).toEqual({ op: "regression", size: "unchanged" });
  });

  it("are no times: equal times come from a coarse clock", () => {
    const [same] = judged([imported("a", Array(8).fill(2e6))], [imported("a", Array(8).fill(1e6))])
      .judgement.benchmarks;
    expect(same?.metrics[0]?.stage).toBe("confirm");
  });

  it("above 2⁵³ are called equal as far as their digits tell", () => {
    const huge = count("a", [2 ** 60], "cycles");
    const [one] = judged([huge], [huge]).judgement.benchmarks;
    expect(one?.metrics[0]?.because).toBe(
      "1,152,921,504,606,846,976 on both sides, as far as the first 15 digits tell",
    );
  });

  it("that differ where they never should are shown, and not gated", () => {
    const fuel = (values: readonly number[]): Imported => imported("a", values, { unit: "fuel" });
    const { judgement } = judged([fuel([5, 6])], [fuel([5, 5])]);
    expect(judgement.benchmarks[0]?.metrics[0]?.because).toBe(
      "not the same in every sample: shown, not gated",
    );
    expect(judgement.benchmarks[0]?.verdict).toBe("inconclusive");
  });

  it("are measured where a run has nothing else", () => {
    expect(judged([runs(5)], null, FAIL).judgement.verdict).toBe("pass");
    expect(verdicts(judged([runs(5)], [count("b", [5], "instructions")]))).toEqual({
      a: "new",
      b: "missing",
    });
  });
});

describe("a score", () => {
  it.each([
    [1000, 1000, "unchanged"],
    [1000, 996, "unchanged"],
    [1000, 900, "regression"],
    [1000, 1100, "improvement"],
    [0, 5, "improvement"],
    [5, 0, "regression"],
  ])("from %i to %i is %s", (before, now, verdict) => {
    expect(verdicts(judged([score("a", now)], [score("a", before)]))).toEqual({ a: verdict });
  });

  it("says what it lost, and is accepted up to that loss", () => {
    const sides = [[score("a", 900)], [score("a", 1000)]] as const;
    const [lost] = judged(...sides).judgement.benchmarks;
    expect(lost?.metrics[0]?.because).toBe(
      "1,000 to 900 (−10.0 %), less than before, beyond the allowance of 0.5 %",
    );
    expect(lost?.tier).toBe("fix-or-justify");
    const accept = (limit: number): Partial<ImportedRun> => ({
      policy: {
        ...judged([]).policy,
        accept: [
          { benchmark: "a", metric: "imported_score", until: "2030-01-01", limit, reason: "r" },
        ],
      },
    });
    expect(judged(...sides, accept(0.05)).judgement.benchmarks[0]?.accepted).toBeNull();
    expect(judged(...sides, accept(0.1)).judgement.benchmarks[0]?.accepted).not.toBeNull();
  });
});

describe("growth from zero counts by its size", () => {
  it.each([
    [count("a", [0], "errors"), count("a", [0], "errors"), "unchanged"],
    [count("a", [5], "errors"), count("a", [0], "errors"), "regression"],
    [count("a", [0], "errors"), count("a", [5], "errors"), "improvement"],
    [count("a", [5, 6, 7, 5], "errors"), count("a", [0, 0, 0, 0], "errors"), "regression"],
    [
      imported("a", [500_000], { unit: "bytes" }),
      imported("a", [0], { unit: "bytes" }),
      "regression",
    ],
    [imported("a", [12.5e6]), imported("a", [0]), "regression"],
    [imported("a", [0]), imported("a", [12.5e6]), "improvement"],
    [imported("a", [0]), imported("a", [0]), "unchanged"],
  ])("case %#", (now, before, verdict) => {
    const result = judged([now], [before]);
    expect(verdicts(result)).toEqual({ a: verdict });
    expect(result.judgement.benchmarks[0]?.metrics[0]?.change?.center ?? 0).not.toBe(Infinity);
    expect(JSON.stringify(result.judgement)).not.toMatch(/Infinity|NaN/);
  });

  it("of a time is held against the floor, and says so", () => {
    const [slow] = judged([imported("a", [12.5e6])], [imported("a", [0])]).judgement.benchmarks;
    expect(slow?.metrics[0]).toMatchObject({
      because: "0 ns to 12.5 ms: growth from zero counts by its size",
      baseline: { center: 0 },
      change: null,
    });
    const floor = { ...judged([]).policy.thresholds, floor: 50 };
    const policy = { ...judged([]).policy, thresholds: floor };
    const tiny = judged([imported("a", [40])], [imported("a", [0])], { policy });
    expect(tiny.judgement.benchmarks[0]?.metrics[0]?.because).toContain(
      "within the floor of 50.0 ns",
    );
  });
});

describe("small parts of a count", () => {
  it("are compared by their ratio", () => {
    const part = (level: number): Imported =>
      count(
        "a",
        WOBBLE.map((wobble) => level * wobble),
        "allocs/op",
        { processes: WOBBLE.map((_, index) => index) },
      );
    expect(verdicts(judged([part(0.8)], [part(0.2)]))).toEqual({ a: "regression" });
  });
});
