import { describe, expect, test } from "vitest";
import { toReportHistory } from "../../src/history/report-history.ts";
import { trendOf } from "../../src/history/trend.ts";
import type { HistoryEntry } from "../../src/model/baseline.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import { ID, run, runs } from "../gate/sample-runs.ts";
import { drawNormal, shareOf } from "../stats/noise-model.ts";

const NOISE = 0.006;

function levels(count: number, levelAt: (index: number) => number, random: Random): number[] {
  return Array.from({ length: count }, (_, index) => levelAt(index) + NOISE * drawNormal(random));
}

function stepped(place: number, size: number, seed = "step"): HistoryEntry[] {
  return runs(levels(20, (index) => (index < place ? 0 : size), createRandom(seed)));
}

describe("steps of a trend", () => {
  test.each([5, 9, 15])("name the commits on both sides of a step before run %i", (place) => {
    const [trend] = trendOf(stepped(place, 0.06), null).benchmarks;
    expect(trend?.steps).toHaveLength(1);
    expect(trend?.steps[0]).toMatchObject({
      index: place,
      before: `c${place - 1}`,
      after: `c${place}`,
    });
  });

  test("carry the size with an interval around the truth", () => {
    const { change } = trendOf(stepped(9, 0.06), null).benchmarks[0]?.steps[0] ?? {};
    expect(change?.low).toBeGreaterThan(0.04);
    expect(change?.low).toBeLessThan(Math.expm1(0.06));
    expect(change?.high).toBeGreaterThan(Math.expm1(0.06));
    expect(change?.high).toBeLessThan(0.08);
  });

  test("are not made by a machine that is slower while kernel and operation slow down alike", () => {
    const history = stepped(10, 0).map((entry, index) => {
      const slower = index < 10 ? 1 : 1.4;
      const p25 = (entry.benchmarks[ID]?.p25 ?? []).map((value) => value * slower);
      return run(index, { p25, kernel: 500 * slower });
    });
    expect(trendOf(history, null).benchmarks[0]?.steps).toEqual([]);
    const raw = history.map((entry, index) =>
      run(index, { ...entry.benchmarks[ID], kernel: null }),
    );
    expect(trendOf(raw, null).benchmarks[0]?.steps.map(({ index }) => index)).toEqual([10]);
  });

  test("are found per fingerprint, never between two of them", () => {
    const random = createRandom("two");
    const one = runs(levels(15, () => 0, random));
    const other = runs(
      levels(15, () => 0.5, random),
      { fingerprint: "linux | x64 | node 24.2.0" },
    );
    const mixed = one.flatMap((entry, index) => [entry, ...other.slice(index, index + 1)]);
    const { benchmarks } = trendOf(mixed, null);
    expect(benchmarks.map(({ points, steps }) => [points.length, steps.length])).toEqual([
      [15, 0],
      [15, 0],
    ]);
  });

  // p ≤ .001 for each of 400 histories: 0.4 expected.
  test("appear in at most 3 of 400 histories of noise alone", () => {
    let history = 0;
    const share = shareOf(400, "noise", (random) => {
      history++;
      const id = `execution/group/case_${history}`;
      const entries = runs(levels(20, () => 0, random).map((level) => 4 * level)).map((entry) => ({
        ...entry,
        benchmarks: { [id]: entry.benchmarks[ID] ?? { p25: [], kernel: null, y: [] } },
      }));
      return (trendOf(entries, null).benchmarks[0]?.steps.length ?? 1) > 0;
    });
    expect(share * 400).toBeLessThanOrEqual(3);
  });

  test("are the same every time", () => {
    const history = stepped(9, 0.03);
    expect(trendOf(history, null)).toEqual(trendOf(history, null));
  });

  test("say why a short history shows none", () => {
    const [trend] = trendOf(stepped(6, 0.2).slice(0, 13), null).benchmarks;
    expect(trend?.steps).toEqual([]);
    expect(trend?.because).toBe("13 runs: a step can be told from chance from 14 on");
  });
});

describe("points of a trend", () => {
  test("take the run being reported as the last one", () => {
    const trend = trendOf([run(0, {}), run(1, {})], run(2, { p25: [1100] }));
    expect(trend.benchmarks[0]?.points.map(({ sha, value }) => [sha, value])).toEqual([
      ["c0", 1000],
      ["c1", 1000],
      ["c2", 1100],
    ]);
  });

  // ln(1000 / 500) = ln 2; the run without kernel cannot stand beside it.
  test("are divided by the kernel, without runs that have none", () => {
    const [trend] = trendOf([run(0, {}), run(1, { kernel: null })], null).benchmarks;
    expect(trend?.points.map(({ level }) => level)).toEqual([Math.log(1000) - Math.log(500)]);
    expect(trend?.kernel).toBe(500);
  });

  test("leave out runs without a usable value and take bytes of zero", () => {
    const history = [
      run(0, { p25: [] }),
      run(1, { p25: [Number.NaN] }),
      run(2, { p25: [0], kernel: null }),
    ];
    const [trend] = trendOf(history, null).benchmarks;
    expect(trend?.points.map(({ level }) => level)).toEqual([0]);
    expect(trendOf([], null)).toEqual({ benchmarks: [], marks: [] });
  });
});

describe("creep since a release", () => {
  const tagged = (entries: readonly HistoryEntry[], place: number): HistoryEntry[] =>
    entries.map((entry, index) => (index === place ? { ...entry, tag: "v1.2.0" } : entry));

  test("adds up changes that are too small to be steps", () => {
    const climbing = runs(levels(20, (index) => index * 0.003, createRandom("creep")));
    const creep = trendOf(tagged(climbing, 2), null).benchmarks[0]?.creep;
    expect(creep).toMatchObject({ tag: "v1.2.0", sha: "c2", notable: true });
    // Runs 0 to 4 (middle 2) against 15 to 19 (middle 17): 15 times 0.3 %.
    expect(creep?.change?.center).toBeCloseTo(Math.expm1(0.045), 2);
    expect(creep?.change?.low).toBeGreaterThan(0);
    expect(creep?.because).toContain("5 newest runs against 5 around v1.2.0");
  });

  test("is not notable while nothing moves", () => {
    const creep = trendOf(tagged(stepped(9, 0), 4), null).benchmarks[0]?.creep;
    expect(creep?.change).not.toBeNull();
    expect(creep?.notable).toBe(false);
  });

  test("compares levels and not runs on the far side of a step", () => {
    const creep = trendOf(tagged(stepped(9, 0.06), 8), null).benchmarks[0]?.creep;
    expect(creep?.change?.center).toBeCloseTo(Math.expm1(0.06), 2);
    expect(creep?.because).toContain("5 newest runs against 3 around v1.2.0");
  });

  test("has no number with too few runs since the release", () => {
    const creep = trendOf(tagged(stepped(9, 0), 16), null).benchmarks[0]?.creep;
    expect(creep).toMatchObject({ change: null, notable: false });
    expect(creep?.because).toBe(
      "1 newest run against 5 around v1.2.0: at least 3 on either side are needed",
    );
  });

  test("is absent without a release", () => {
    expect(trendOf(stepped(9, 0), null).benchmarks[0]?.creep).toBeNull();
  });
});

describe("changes of machine or engine", () => {
  test("are marked with the commits and what differs", () => {
    const newer = { fingerprint: "linux | x64 | node 24.2.0" };
    const history = [run(0, {}), run(1, {}), run(2, {}, newer), run(3, {})];
    expect(trendOf(history, null).marks).toEqual([
      {
        before: "c1",
        after: "c2",
        createdAt: "2026-10-01T00:00:02Z",
        changed: ["node 24.1.0 → node 24.2.0"],
      },
      {
        before: "c2",
        after: "c3",
        createdAt: "2026-10-01T00:00:03Z",
        changed: ["node 24.2.0 → node 24.1.0"],
      },
    ]);
  });
});

describe("history for reports", () => {
  const primary = "time";

  test("keeps runs of one fingerprint together, the newest run's last, and moves the steps along", () => {
    const old = { fingerprint: "old" };
    const history = [...runs([0, 0.1], old), ...stepped(9, 0.06)];
    const [reported] = toReportHistory(trendOf(history, null), [{ id: ID, primary }]);
    expect(reported).toMatchObject({ id: ID, metric: "time", unit: "ns" });
    expect(reported?.points.slice(0, 3).map(({ fingerprint }) => fingerprint)).toEqual([
      "old",
      "old",
      "linux | x64 | node 24.1.0",
    ]);
    expect(reported?.changePoints.map(({ index }) => index)).toEqual([11]);
    expect(reported?.changePoints[0]?.change).toBeCloseTo(Math.expm1(0.06), 2);
  });

  // Kernels 500, 500, 600: a run at 1200 ns while the kernel took 600 is a run of 1000 ns at 500.
  test("shows times at the usual speed of the kernel", () => {
    const history = [run(0, {}), run(1, {}), run(2, { p25: [1200], kernel: 600 })];
    const [reported] = toReportHistory(trendOf(history, null), [{ id: ID, primary }]);
    expect(reported?.points.map(({ value }) => Math.round(value))).toEqual([1000, 1000, 1000]);
  });

  test("leaves out what is not reported or has no runs", () => {
    const trend = trendOf([run(0, {})], null);
    expect(toReportHistory(trend, [{ id: "execution/other/case", primary }])).toEqual([]);
  });
});
