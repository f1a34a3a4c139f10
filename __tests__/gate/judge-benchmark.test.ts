import { describe, expect, test } from "vitest";
import type { BenchmarkResult } from "../../src/model/result.ts";
import {
  benchmark,
  facts,
  failedVisit,
  failure,
  LEARNED,
  pairedVisits,
  result,
  series,
  visit,
} from "./fabricate.ts";
import { confirmed, exact, judged, SLOW } from "./judge-one.ts";

const CALM = [0.001, -0.002, 0.002, 0];
describe("verdict of a benchmark", () => {
  test("rests on fresh data alone once there are any", () => {
    const calm = judged(confirmed([...CALM, ...CALM]));
    expect(calm.verdict).toBe("unchanged");
    expect(calm.metrics[0]).toMatchObject({
      metric: "time",
      stage: "confirm",
      candidate: { processes: 8 },
    });
  });

  // Median of 0.12, 0.122, 0.124 in turn is 0.122: e^0.122 − 1 = 13.0 %, so 10 to 20 %.
  test("is a regression with its tier and what it was gated at", () => {
    const slow = judged(confirmed(SLOW));
    expect(slow).toMatchObject({ verdict: "regression", tier: "fix-or-justify", accepted: null });
    expect(slow.metrics[0]?.change?.center).toBeCloseTo(Math.expm1(0.122), 3);
    expect(slow.metrics[0]?.gatedAt).toBeGreaterThan(0.03);
    expect(slow.metrics[0]?.gatedAt).toBeLessThan(0.05);
  });

  test("a suspect without fresh data is inconclusive, never green", () => {
    expect(judged(result(pairedVisits([0.1, 0.1, 0.1, 0.1]), { noise: LEARNED })).verdict).toBe(
      "inconclusive",
    );
  });

  test("is inconclusive when it was paired and gave nothing", () => {
    const empty = judged(result([]));
    expect(empty.verdict).toBe("inconclusive");
    expect(empty.warnings.map(({ code }) => code)).toEqual(["not-measured"]);
  });

  test("is that of its worst gated metric: an improvement offsets nothing", () => {
    const fresh = Array<number>(8).fill(-0.1);
    const visits = [
      ...pairedVisits([-0.1, -0.1, -0.1, -0.1]),
      ...pairedVisits(fresh, "confirm", { first: 4 }),
    ];
    const faster = result(visits, { noise: LEARNED });
    expect(judged(faster).verdict).toBe("improvement");
    expect(judged({ ...faster, exact: [exact("fuel", 100, 200)] }).verdict).toBe("regression");
    expect(judged({ ...faster, exact: [exact("size_gzip", 100, 9000)] }).verdict).toBe(
      "improvement",
    );
  });

  test("puts the primary metric first, gated ones next, informational ones last", () => {
    const visits = CALM.map((_, process) =>
      visit(
        process,
        (["compile", "time"] as const).flatMap((metric) => [
          series(metric, "baseline", [9]),
          series(metric, "candidate", [9]),
        ]),
      ),
    );
    const all = judged(result(visits, { exact: [exact("size_gzip", 1, 1), exact("fuel", 1, 1)] }));
    expect(all.metrics.map(({ metric }) => metric)).toEqual([
      "time",
      "fuel",
      "compile",
      "size_gzip",
    ]);
  });

  test("an informational metric never regresses", () => {
    const visits = SLOW.map((ratio, process) =>
      visit(
        process,
        [
          series("time", "baseline", [9]),
          series("time", "candidate", [9]),
          series("compile", "baseline", [100]),
          series("compile", "candidate", [100 * Math.exp(ratio)]),
        ],
        { stage: "confirm" },
      ),
    );
    const all = judged(result(visits, { noise: LEARNED }));
    expect(all.verdict).toBe("unchanged");
    expect(all.metrics[1]).toMatchObject({ metric: "compile", verdict: "inconclusive" });
    expect(all.metrics[1]?.because).toContain("shown, not gated");
  });

  test("is informational, and says so, where unchanged code differs by more than 25 %", () => {
    const noisy = judged(confirmed(Array(8).fill(0.5), { noise: { ...LEARNED, quantile99: 0.4 } }));
    expect(noisy.verdict).toBe("inconclusive");
    expect(noisy.warnings.map(({ code }) => code)).toContain("too-noisy");
  });

  test("is not cleared by its fuel where its time is too noisy to gate and has moved", () => {
    const part = {
      noise: { ...LEARNED, quantile99: 0.3 },
      exact: [{ metric: "fuel", baseline: 100, candidate: 100, note: null }],
    } as const;
    const slow = judged(result(pairedVisits(Array(4).fill(2.3)), part));
    expect(slow.verdict).toBe("inconclusive");
    expect(slow.metrics[0]).toMatchObject({ metric: "time", cause: "too-noisy" });
    expect(judged(result(pairedVisits(Array(4).fill(0.01)), part)).verdict).toBe("unchanged");
  });

  test("memory regresses by bytes, beyond 4 KiB", () => {
    const memory = {
      benchmark: benchmark("memory/scaling/10_components", {
        suite: "memory",
        primary: "resident_bytes",
      }),
      noise: LEARNED,
    } as const;
    const grown = (baseline: number): BenchmarkResult =>
      result(
        pairedVisits(Array(8).fill(Math.log(1.1)), "confirm", {
          metric: "resident_bytes",
          baseline,
        }),
        memory,
      );
    expect(judged(grown(65_536)).verdict).toBe("regression");
    expect(judged(grown(20_000)).verdict).toBe("unchanged");
  });
});

describe("benchmarks that are not compared", () => {
  const alone = [visit(0, [series("time", "candidate", [100])])];

  test.each([
    ["new", alone, "new"],
    ["alone", alone, "new"],
    ["new", [], "inconclusive"],
    ["identical", [], "identical"],
    ["missing", [], "missing"],
  ] as const)("%s with its data is %s", (pairing, visits, verdict) => {
    expect(judged(result(visits, { pairing })).verdict).toBe(verdict);
  });

  test("unsupported says so, whatever else holds", () => {
    expect(
      judged(result([], { benchmark: benchmark("execution/a/b", { unsupported: "no JSPI" }) }))
        .verdict,
    ).toBe("unsupported");
  });

  test("a new benchmark shows its size without comparing it", () => {
    const fresh = judged(result(alone, { pairing: "new", exact: [exact("size_raw", 1, 1e6)] }));
    expect(fresh.verdict).toBe("new");
    expect(fresh.metrics[1]).toMatchObject({ metric: "size_raw", verdict: "new", change: null });
  });

  test("a new benchmark is compared with the fuel that was stored of it", () => {
    const grown = judged(result(alone, { pairing: "new", exact: [exact("fuel", 1, 100)] }));
    expect(grown.verdict).toBe("regression");
    const shrunk = judged(result(alone, { pairing: "new", exact: [exact("fuel", 100, 1)] }));
    expect(shrunk.verdict).toBe("new");
  });
});

describe("failures", () => {
  test.each(["candidate", "native", null] as const)(
    "one of side %s fails the benchmark with its reason",
    (side) => {
      const failed = judged(result([...pairedVisits(CALM), failedVisit(9, side)]));
      expect(failed).toMatchObject({ verdict: "failed", failure: failure(side) });
    },
  );

  test("one of the baseline alone is inconclusive with a warning", () => {
    const broken = judged(
      result([
        failedVisit(0, null),
        failedVisit(1, "baseline"),
        visit(2, [series("time", "candidate", [5])]),
      ]),
    );
    expect(broken.verdict).toBe("inconclusive");
    expect(broken.warnings[0]).toEqual({
      code: "baseline-failed",
      message: "the baseline failed: unreachable: nothing to compare with",
    });
  });

  test("of both sides is the candidate's", () => {
    expect(judged(result([failedVisit(0, "baseline"), failedVisit(1, "candidate")])).verdict).toBe(
      "failed",
    );
  });

  test("that both sides share is inconclusive with its cause, unless the candidate fails in another way too", () => {
    const shared = { ...failedVisit(0, null), failure: { ...failure(null), alike: true as const } };
    const found = judged(result([shared]));
    expect(found).toMatchObject({ verdict: "inconclusive", failure: { alike: true } });
    expect(found.warnings[0]).toEqual({
      code: "both-failed",
      message: "both sides failed alike (trap: unreachable): the change does not explain it",
    });
    expect(judged(result([shared, failedVisit(1, "candidate")])).verdict).toBe("failed");
  });

  test("even an identical or new benchmark can fail", () => {
    expect(judged(result([failedVisit(0, "candidate")], { pairing: "identical" })).verdict).toBe(
      "failed",
    );
    expect(judged(result([failedVisit(0, null)], { pairing: "new" })).verdict).toBe("failed");
  });
});

describe("explanation of a moved time", () => {
  const components = { components: [facts("fib", 1030)], baselineComponents: [facts("fib", 1000)] };
  const same = { components: [facts("fib", 1000)], baselineComponents: [facts("fib", 1000)] };

  test("names what else moved", () => {
    const one = confirmed(SLOW, { exact: [exact("fuel", 1000, 1120), exact("pages", 1, 1)] });
    expect(judged(one, components).explanation).toEqual(["fuel +12.0 %", "code bytes +3.0 %"]);
  });

  test("points to layout or machine when nothing exact moved", () => {
    const one = confirmed(SLOW, { exact: [exact("fuel", 1000, 1000)] });
    expect(judged(one, same).explanation).toEqual([
      "fuel, code bytes did not move: layout or machine",
    ]);
  });

  test("is silent when time did not move, or nothing exact is known", () => {
    expect(judged(confirmed([...CALM, ...CALM]), components).explanation).toEqual([]);
    expect(judged(confirmed(SLOW)).explanation).toEqual([]);
  });
});
