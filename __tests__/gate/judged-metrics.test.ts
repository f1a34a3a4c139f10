import { describe, expect, test } from "vitest";
import type { Assessment } from "../../src/gate/assessment.ts";
import { judgeMetrics, noisyMetricsOf } from "../../src/gate/judge-metrics.ts";
import { noiseContextOf } from "../../src/gate/planner.ts";
import type { MetricName } from "../../src/model/metric.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { ExactValue, Series, Side, Visit } from "../../src/model/sample.ts";
import { benchmark, failure, POLICY, pairedVisits, result, series, visit } from "./fabricate.ts";
import { exact } from "./judge-one.ts";

/** A benchmark of one process with these series. */
function measured(all: readonly Series[], part: Partial<BenchmarkResult> = {}): BenchmarkResult {
  return result([visit(0, all)], part);
}

function assessed(one: BenchmarkResult): Assessment[] {
  return judgeMetrics(one, noiseContextOf([one], POLICY));
}

/** Metric and verdict of everything judged, in order. */
function verdicts(one: BenchmarkResult): [MetricName, string][] {
  return assessed(one).map(({ judgement }) => [judgement.metric, judgement.verdict]);
}

const TIME = [series("time", "baseline", [9]), series("time", "candidate", [9])];

describe("the noisy metrics of a benchmark", () => {
  test("are those it has data for, in the order of the table, a family by name", () => {
    const names = ["roundtrip_pop", "live", "roundtrip_fail", "compile", "time"] as const;
    expect(noisyMetricsOf(measured(names.map((name) => series(name, "candidate", [1]))))).toEqual([
      "time",
      "compile",
      "live",
      "roundtrip_fail",
      "roundtrip_pop",
    ]);
  });

  test.each([
    ["a", "b", "c"],
    ["c", "b", "a"],
    ["b", "c", "a"],
  ])("of one family stand by name, measured in the order %s, %s, %s", (...exports) => {
    const all = exports.map((name) => series(`roundtrip_${name}`, "candidate", [1]));
    expect(noisyMetricsOf(measured(all))).toEqual(["roundtrip_a", "roundtrip_b", "roundtrip_c"]);
  });

  test("are named once, and without the calibration kernel and what is compared exactly", () => {
    const all = [...TIME, series("kernel", "candidate", [5]), series("fuel", "candidate", [5])];
    expect(noisyMetricsOf(measured(all))).toEqual(["time"]);
  });

  test("are not those of a visit that failed", () => {
    const broken = visit(1, [series("compile", "candidate", [5])], {
      failure: failure("baseline"),
    });
    expect(noisyMetricsOf(result([visit(0, TIME), broken]))).toEqual(["time"]);
  });

  const native = series("time", "native", [5]);
  test.each([
    ["guest and host language were timed", [...TIME, native], ["time", "overhead"]],
    ["the guest alone was", TIME, ["time"]],
    ["the host language alone was", [native], ["time"]],
    [
      "the host language gave another metric",
      [...TIME, series("compile", "native", [5])],
      ["time", "compile"],
    ],
    [
      "the guest gave another metric",
      [native, series("compile", "candidate", [5])],
      ["time", "compile"],
    ],
  ] as const)("know the overhead where %s", (_title, all, names) => {
    expect(noisyMetricsOf(measured(all))).toEqual(names);
  });
});

describe("metrics of a benchmark that is compared", () => {
  const shared = pairedVisits([0, 0, 0, 0]);
  const ofSide = (wanted: Side, visits: readonly Visit[]): Visit[] =>
    visits.map((one) => ({ ...one, series: one.series.filter(({ side }) => side === wanted) }));
  const alternating = [
    ...ofSide("baseline", shared.slice(0, 2)),
    ...ofSide("candidate", shared.slice(2)),
  ];

  test.each([
    ["paired", shared],
    ["alternated", alternating],
  ] as const)("%s has a change of every metric", (pairing, visits) => {
    const [time, fuel] = assessed(result(visits, { pairing, exact: [exact("fuel", 100, 100)] }));
    expect(time?.judgement).toMatchObject({ metric: "time", change: { center: 0 } });
    expect(fuel?.judgement).toMatchObject({ metric: "fuel", verdict: "unchanged" });
  });

  test("stand with the primary one first, then what is gated, then what is shown, each in the order of the table", () => {
    const all = (["compile", "resident_bytes", "time", "first_call"] as const).flatMap((metric) => [
      series(metric, "baseline", [9]),
      series(metric, "candidate", [9]),
    ]);
    const exacts = (["exports", "size_raw", "size_gzip", "fuel"] as const).map((metric) =>
      exact(metric, 5, 5),
    );
    const one = measured(all, {
      benchmark: benchmark("memory/scaling/a", { primary: "resident_bytes" }),
      exact: exacts,
    });
    expect(assessed(one).map(({ judgement, gated }) => [judgement.metric, gated])).toEqual([
      ["resident_bytes", true],
      ["time", true],
      ["fuel", true],
      ["size_raw", true],
      ["compile", false],
      ["first_call", false],
      ["size_gzip", false],
      ["exports", false],
    ]);
  });

  test("leave the values they were given in their order", () => {
    const exacts = [exact("size_raw", 5, 5), exact("fuel", 5, 5)];
    assessed(measured(TIME, { exact: exacts }));
    expect(exacts.map(({ metric }) => metric)).toEqual(["size_raw", "fuel"]);
  });

  test("say of an exact value that does not repeat that it is shown, not gated", () => {
    const fuel: ExactValue = { ...exact("fuel", 100, 900), note: "it reads the clock" };
    const [, judged] = assessed(measured(TIME, { exact: [fuel] }));
    expect(judged).toMatchObject({
      gated: false,
      suspect: false,
      judgement: { metric: "fuel", verdict: "inconclusive", change: null },
      warnings: [{ code: "not-comparable", message: "fuel: it reads the clock; shown, not gated" }],
    });
    const [, plain] = assessed(measured(TIME, { exact: [exact("fuel", 100, 900)] }));
    expect(plain).toMatchObject({ gated: true, warnings: [] });
  });
});

describe("metrics of a benchmark that is not compared", () => {
  const exacts = [exact("fuel", 1, 100), exact("pages", 1, 2), exact("size_raw", 1, 1e6)];
  const candidate = [series("time", "candidate", [9])];

  test("that is new are compared where a stored number stands for the binary: fuel and pages, no bytes", () => {
    expect(verdicts(measured(candidate, { pairing: "new", exact: exacts }))).toEqual([
      ["time", "new"],
      ["fuel", "regression"],
      ["pages", "regression"],
      ["size_raw", "new"],
    ]);
  });

  test("that is measured alone are compared with nothing", () => {
    expect(verdicts(measured(candidate, { pairing: "alone", exact: exacts }))).toEqual([
      ["time", "new"],
      ["fuel", "new"],
      ["pages", "new"],
      ["size_raw", "new"],
    ]);
  });

  test("that is identical are identical, with the reason, unless the candidate has no such value", () => {
    const none: ExactValue = { ...exact("size_raw", 5, 0), candidate: null };
    const one = measured(candidate, { pairing: "identical", exact: [exact("fuel", 1, 100), none] });
    expect(verdicts(one)).toEqual([
      ["time", "identical"],
      ["fuel", "identical"],
      ["size_raw", "inconclusive"],
    ]);
    expect(assessed(one)[1]?.judgement).toMatchObject({
      because: "same bytes, definition and engine",
      change: null,
    });
  });

  test("that is new are never called identical", () => {
    const one = measured(candidate, { pairing: "alone", exact: [exact("fuel", 1, 100)] });
    expect(assessed(one).map(({ judgement }) => judgement.because)).toEqual([
      "nothing to compare with",
      "nothing to compare with",
    ]);
  });
});
