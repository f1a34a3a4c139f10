import { describe, expect, test } from "vitest";
import { targetBounds } from "../../src/gate/judge-target.ts";
import { judgeTargets, targetsNeedingMoreData } from "../../src/gate/targets.ts";
import { DEFAULT_TARGETS } from "../../src/model/default-targets.ts";
import type { MetricName } from "../../src/model/metric.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { Target } from "../../src/model/target.ts";
import { studentQuantile } from "../../src/stats/student.ts";
import { drawRatios, shareOf } from "../stats/noise-model.ts";
import {
  benchmark,
  failedVisit,
  POLICY,
  pairedVisits,
  result,
  series,
  target,
  visit,
} from "./fabricate.ts";

function alone(values: readonly number[], metric: MetricName = "time"): BenchmarkResult {
  const visits = values.map((value, process) =>
    visit(process, [series(metric, "candidate", [value])], { stage: "target" }),
  );
  return result(visits, { pairing: "alone" });
}

function verdicts(results: readonly BenchmarkResult[], targets: readonly Target[]): unknown[] {
  return judgeTargets(results, { ...POLICY, targets }).judgements.map(({ verdict, because }) => [
    verdict,
    because,
  ]);
}

const SIX = [98, 99, 100, 100, 101, 102];

describe("target bounds", () => {
  // Bytes: HL of 98…102 is 100; s² = (4+1+0+0+1+4)/5 = 2; SE = sqrt((π/3)·2/6).
  test("are Hodges–Lehmann ∓ t(.95, n − 1) times the standard error", () => {
    const margin = studentQuantile(0.95, 5) * Math.sqrt((Math.PI / 3) * (2 / 6));
    const bounds = targetBounds(SIX, false, 0.95);
    expect(bounds.low).toBeCloseTo(100 - margin, 10);
    expect(bounds.high).toBeCloseTo(100 + margin, 10);
  });

  test("are geometric for times", () => {
    const bounds = targetBounds([50, 100, 200, 50, 100, 200], true, 0.95);
    expect(Math.sqrt(bounds.low * bounds.high)).toBeCloseTo(100, 9);
  });

  test("call a value exactly at the limit met in at most 6 % of the runs", () => {
    const share = shareOf(10_000, "target", (random) => {
      const values = drawRatios(6, 0, random).map((ratio) => 100 * Math.exp(ratio));
      return targetBounds(values, true, 0.95).high <= 100;
    });
    expect(share).toBeLessThan(0.06);
    expect(share).toBeGreaterThan(0.03);
  });
});

describe("target", () => {
  test("is met, missed or open by its one-sided bounds", () => {
    expect(
      verdicts(
        [alone(SIX)],
        [target("execution/**", 110), target("execution/**", 90), target("execution/**", 100)],
      ),
    ).toEqual([
      ["met", "upper bound 101 ns is within 110 ns (6 processes)"],
      ["missed", "lower bound 98.8 ns is beyond 90.0 ns (6 processes)"],
      ["inconclusive", "between 98.8 ns and 101 ns: 100 ns lies inside (6 processes)"],
    ]);
  });

  test("with a minimum is met, missed or open by the other bounds", () => {
    const atLeast = (min: number): Target => ({ ...target("execution/**", 0), max: null, min });
    expect(verdicts([alone(SIX)], [90, 110, 100].map(atLeast))).toEqual([
      ["met", "lower bound 98.8 ns reaches 90.0 ns (6 processes)"],
      ["missed", "upper bound 101 ns is below 110 ns (6 processes)"],
      ["inconclusive", "between 98.8 ns and 101 ns: 100 ns lies inside (6 processes)"],
    ]);
  });

  test("with a minimum says exactly on which side of it a score is, and by how much", () => {
    const score = (value: number): BenchmarkResult =>
      result([], {
        pairing: "alone",
        exact: [{ metric: "imported_score", baseline: null, candidate: value, note: null }],
      });
    const atLeast = { ...target("**", 0, { metric: "imported_score" }), max: null, min: 80 };
    const judged = [80, 100, 60].map(
      (value) =>
        judgeTargets([score(value)], { ...POLICY, targets: [atLeast] }).judgements[0] ?? null,
    );
    expect(judged.map((one) => [one?.verdict, one?.distance, one?.because])).toEqual([
      ["met", 0, "80 reaches 80, exactly"],
      // (100 − 80)/80, (60 − 80)/80
      ["met", 0.25, "100 reaches 80, exactly"],
      ["missed", -0.25, "60 is below 80, exactly"],
    ]);
  });

  test("says how much room is left below the limit", () => {
    const [judged] = judgeTargets([alone(Array(6).fill(80))], {
      ...POLICY,
      targets: [target("**", 100)],
    }).judgements;
    expect(judged?.distance).toBeCloseTo(0.2, 12);
    expect(judged?.estimate?.center).toBeCloseTo(80, 9);
  });

  test("needs six processes and asks for more, up to twenty", () => {
    const policy = { ...POLICY, targets: [target("**", 100)] };
    const spread = (count: number): number[] =>
      Array.from({ length: count }, (_, index) => 95 + (index % 2) * 10);
    expect(verdicts([alone(Array(5).fill(1))], policy.targets)).toEqual([
      ["inconclusive", "5 processes measured, 6 needed"],
    ]);
    expect(targetsNeedingMoreData([alone(Array(5).fill(1))], policy)).toEqual([
      "execution/compute_heavy/fib_20",
    ]);
    expect(targetsNeedingMoreData([alone(spread(18))], policy)).toEqual([
      "execution/compute_heavy/fib_20",
    ]);
    expect(targetsNeedingMoreData([alone(spread(20))], policy)).toEqual([]);
    expect(targetsNeedingMoreData([alone(Array(6).fill(1))], policy)).toEqual([]);
  });

  test("judges the candidate, not the baseline", () => {
    const paired = result(pairedVisits(Array(6).fill(Math.log(2)), "screen", { baseline: 1000 }));
    expect(verdicts([paired], [target("**", 1500)])[0]).toEqual([
      "missed",
      "lower bound 2.00 µs is beyond 1.50 µs (6 processes)",
    ]);
  });

  test("compares exact values directly", () => {
    const sized = result([], {
      exact: [{ metric: "size_raw", baseline: null, candidate: 2048, note: null }],
    });
    expect(
      verdicts(
        [sized],
        [target("**", 2048, { metric: "size_raw" }), target("**", 2047, { metric: "size_raw" })],
      ),
    ).toEqual([
      ["met", "2.00 KiB is within 2.00 KiB, exactly"],
      ["missed", "2.00 KiB is beyond 2.00 KiB, exactly"],
    ]);
  });

  test("rest on unchanged code, unless the run was to measure it and had no time", () => {
    const resting = result([], { pairing: "identical" });
    const limit = [target("**", 100)];
    expect(verdicts([resting], limit)).toEqual([]);
    const cut = { ...resting, warnings: [{ code: "not-reached", message: "no time" }] };
    expect(verdicts([cut], limit)).toEqual([["inconclusive", "time was not measured"]]);
  });

  test("is open on what failed, cannot run, was not measured or is not deterministic", () => {
    const unsupported = result([], {
      benchmark: benchmark("execution/a/b", { unsupported: "no JSPI" }),
    });
    const loose = result([], {
      exact: [{ metric: "fuel", baseline: 1, candidate: 1, note: "not deterministic" }],
    });
    const limit = [target("**", 100)];
    expect(verdicts([result([failedVisit(0, "candidate")])], limit)).toEqual([
      ["inconclusive", "the benchmark failed: unreachable"],
    ]);
    expect(verdicts([unsupported], limit)).toEqual([["inconclusive", "unsupported: no JSPI"]]);
    expect(verdicts([result([])], limit)).toEqual([["inconclusive", "time was not measured"]]);
    expect(verdicts([loose], [target("**", 5, { metric: "fuel" })])).toEqual([
      ["inconclusive", "not deterministic"],
    ]);
  });

  test("passes over benchmarks without its metric beside one that has it, and never over all", () => {
    const sized = result(
      [],
      { exact: [{ metric: "size_raw", baseline: null, candidate: 5, note: null }] },
      "execution/a/b",
    );
    const limit = target("execution/**", 10, { metric: "size_raw" });
    expect(verdicts([sized, alone(SIX)], [limit])).toHaveLength(1);
    expect(verdicts([alone(SIX)], [limit])).toEqual([
      ["inconclusive", "size_raw was not measured"],
    ]);
  });

  test("warns when a user's pattern matches nothing; a shipped one may rest", () => {
    const policy = { ...POLICY, targets: [...DEFAULT_TARGETS, target("execution/blurr", 1)] };
    expect(judgeTargets([alone(SIX)], policy).warnings).toEqual([
      {
        code: "target-unmatched",
        message:
          'target "limit of execution/blurr" applies to no benchmark: "execution/blurr" matches none',
      },
    ]);
  });
});

describe("shipped targets", () => {
  test("are the six of the plan and one against leaks, in the unit of their metric", () => {
    expect(
      DEFAULT_TARGETS.map(
        ({ benchmark: id, metric, max, unit }) => `${id} ${metric} ${max} ${unit}`,
      ),
    ).toEqual([
      "instantiation/cold_start/* time 10000000 ns",
      "instantiation/warm_start/* time 1000000 ns",
      "execution/minimal_overhead/wasm_add overhead 0.05 ratio",
      "memory/scaling/* resident_bytes 524288 bytes",
      "crash_handling/trap_detection/* time 100 ns",
      "crash_handling/resource_cleanup/* time 1000 ns",
      "execution/** pages_per_call 0 pages",
    ]);
  });

  test("tell of a leak once a component, at the call that keeps most", () => {
    const leaking = (component: string, name: string, pages: number): BenchmarkResult => {
      const one = result([], {
        pairing: "alone",
        exact: [{ metric: "pages_per_call", baseline: null, candidate: pages, note: null }],
      });
      const id = `execution/${name}/${component}`;
      return { ...one, benchmark: { ...one.benchmark, id, component } };
    };
    const results = [
      leaking("app", "a", 0),
      leaking("app", "b", 1),
      leaking("app", "c", 2),
      leaking("still", "a", 0),
      leaking("still", "b", 0),
      leaking("alone", "a", 0),
    ];
    const judged = judgeTargets(results, { ...POLICY, targets: DEFAULT_TARGETS }).judgements;
    expect(judged.map(({ id, verdict, because }) => [id, verdict, because])).toEqual([
      [
        "execution/c/app",
        "missed",
        "2 pages is beyond 0 pages, exactly; 1 other call of the component too",
      ],
      [
        "execution/a/still",
        "met",
        "0 pages is within 0 pages, exactly; 1 other call of the component too",
      ],
      ["execution/a/alone", "met", "0 pages is within 0 pages, exactly"],
    ]);
  });

  test("judge overhead by guest and host-language time of the same process", () => {
    const visits = [1.02, 1.021, 1.019, 1.02, 1.022, 1.018].map((ratio, process) =>
      visit(process, [series("time", "candidate", [100 * ratio]), series("time", "native", [100])]),
    );
    const add = result(visits, { pairing: "alone" }, "execution/minimal_overhead/wasm_add");
    const [judged] = judgeTargets([add], { ...POLICY, targets: DEFAULT_TARGETS }).judgements;
    expect(judged).toMatchObject({
      verdict: "met",
      because: "upper bound 2.1 % is within 5.0 % (6 processes)",
    });
  });
});
