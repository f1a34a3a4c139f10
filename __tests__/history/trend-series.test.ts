import { describe, expect, test } from "vitest";
import { toReportHistory } from "../../src/history/report-history.ts";
import { trendOf } from "../../src/history/trend.ts";
import { trendSeries } from "../../src/history/trend-series.ts";
import { ID, run, runs } from "../gate/sample-runs.ts";

describe("the series of a benchmark", () => {
  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, null])(
    "leaves out a run whose kernel took %s where others have one",
    (kernel) => {
      const series = trendSeries([run(0, { kernel }), run(1, { kernel: 400 })], ID);
      expect(series.points.map(({ sha }) => sha)).toEqual(["c1"]);
      expect(series.kernel).toBe(400);
    },
  );

  test("leaves out a time of zero that has a kernel", () => {
    const series = trendSeries([run(0, { p25: [0] }), run(1, {})], ID);
    expect(series.points.map(({ sha }) => sha)).toEqual(["c1"]);
  });

  test("is not divided by a kernel where no run has one", () => {
    const series = trendSeries([run(0, { kernel: null }), run(1, { kernel: 0 })], ID);
    expect(series.kernel).toBeNull();
    expect(series.points.map(({ level }) => level)).toEqual([Math.log(1000), Math.log(1000)]);
  });

  // Bytes by a fit: −3 and 0.5 stand for one byte, ln 1 = 0.
  test("takes a byte for less than one", () => {
    const below = [-3, 0.5, 1, 2].map((value, at) => run(at, { p25: [value], kernel: null }));
    expect(trendSeries(below, ID).points.map(({ level }) => level)).toEqual([0, 0, 0, Math.log(2)]);
  });

  test("leaves out runs without the benchmark, and has the fingerprint of its entries", () => {
    const series = trendSeries([run(0, {}, { benchmarks: {} }), run(1, {})], ID);
    expect(series).toMatchObject({ id: ID, fingerprint: "linux | x64 | node 24.1.0" });
    expect(series.points.map(({ sha }) => sha)).toEqual(["c1"]);
    expect(trendSeries([], ID)).toEqual({ id: ID, fingerprint: "", kernel: null, points: [] });
  });
});

describe("the trend of a history", () => {
  const point = { p25: [1000], kernel: 500, y: [] };

  test("has the benchmarks in the order of their ids, each with its fingerprints that measured it", () => {
    const { benchmarks } = trendOf(
      [
        run(0, {}, { fingerprint: "one", benchmarks: { b: point } }),
        run(1, {}, { fingerprint: "two", benchmarks: { a: point, b: point } }),
      ],
      null,
    );
    expect(benchmarks.map(({ id, fingerprint }) => [id, fingerprint])).toEqual([
      ["a", "two"],
      ["b", "one"],
      ["b", "two"],
    ]);
  });

  test("has the fingerprints of a benchmark in the order of their newest run", () => {
    const { benchmarks } = trendOf(
      ["one", "two", "one"].map((fingerprint, at) => run(at, {}, { fingerprint })),
      null,
    );
    expect(benchmarks.map(({ fingerprint }) => fingerprint)).toEqual(["two", "one"]);
  });

  test("says what was found, and from fourteen runs on no more why nothing could be", () => {
    const level = (index: number): number => (index < 10 ? 0 : 0.1) + index / 1e6;
    const because = (count: number): string | undefined =>
      trendOf(runs(Array.from({ length: count }, (_, index) => level(index))), null).benchmarks[0]
        ?.because;
    expect(because(13)).toBe("13 runs: a step can be told from chance from 14 on");
    expect(because(14)).toBe("0 steps found in 14 runs");
    expect(because(20)).toBe("1 step found in 20 runs");
  });

  test("reports bytes as they were measured", () => {
    const history = [run(0, { p25: [4096], kernel: null })];
    const [reported] = toReportHistory(trendOf(history, null), [
      { id: ID, primary: "resident_bytes" },
    ]);
    expect(reported?.points.map(({ value }) => value)).toEqual([4096]);
  });

  test("marks what a fingerprint gained and lost", () => {
    const fingerprints = ["linux | x64", "linux | x64 | image 1", "linux |  | image 1", "linux"];
    const history = fingerprints.map((fingerprint, at) => run(at, {}, { fingerprint }));
    expect(trendOf(history, null).marks.map(({ changed }) => changed)).toEqual([
      ["nothing → image 1"],
      ["x64 → nothing"],
      ["image 1 → nothing"],
    ]);
  });
});
