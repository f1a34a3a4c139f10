import { describe, expect, test } from "vitest";
import { creepOf } from "../../src/history/creep.ts";
import type { TrendPoint } from "../../src/history/trend-series.ts";

/** Runs of the given levels, the third of them a release. */
const points = (all: readonly number[]): TrendPoint[] =>
  all.map((level, index) => ({
    sha: `c${index}`,
    createdAt: "2026-10-01T00:00:00Z",
    tag: index === 2 ? "v1.2.0" : null,
    value: Math.exp(level),
    level,
  }));
const slowerAt = (...places: readonly number[]): TrendPoint[] =>
  points(Array.from({ length: 20 }, (_, index) => (places.includes(index) ? 0.04 : 0)));

/** Twenty runs; the five newest have the given levels, all before them 0. */
const newest = (...levels: readonly number[]): TrendPoint[] =>
  points([...Array(15).fill(0), ...levels]);
const allNewest = (level: number): TrendPoint[] => newest(level, level, level, level, level);

describe("runs that creep compares", () => {
  test("is that of the five newest runs, and of none before them", () => {
    expect(creepOf(slowerAt(15, 16, 17, 18, 19), [])).toMatchObject({
      notable: true,
      change: { center: Math.expm1(0.04), low: Math.expm1(0.04), high: Math.expm1(0.04) },
      because: expect.stringContaining("5 newest runs against 5 around v1.2.0"),
    });
    expect(creepOf(slowerAt(10, 11, 12, 13, 14), [])).toMatchObject({
      notable: false,
      change: { center: 0 },
    });
  });

  test("is that of the two runs before the release, the release, and two after it", () => {
    expect(creepOf(slowerAt(0, 1, 2, 3, 4), [])?.change?.center).toBeCloseTo(Math.expm1(-0.04), 9);
    expect(creepOf(slowerAt(5), [])?.change?.center).toBe(0);
  });

  test("counts no run twice: the newest begin after those around the release", () => {
    expect(creepOf(points(Array(8).fill(0)), [])?.because).toContain(
      "3 newest runs against 5 around v1.2.0",
    );
  });

  test("takes only runs after the last step as the newest, and only before the first as the release's", () => {
    expect(creepOf(slowerAt(), [4, 16])?.because).toContain(
      "4 newest runs against 4 around v1.2.0",
    );
    expect(creepOf(slowerAt(), [1, 10])?.because).toContain(
      "5 newest runs against 4 around v1.2.0",
    );
  });

  test("begin with the release where that is the first run after a step", () => {
    expect(creepOf(slowerAt(), [2])?.because).toContain("5 newest runs against 3 around v1.2.0");
  });

  test("are at least three on either side of the comparison", () => {
    expect(creepOf(slowerAt(), [2, 4])).toMatchObject({
      change: null,
      because: "5 newest runs against 2 around v1.2.0: at least 3 on either side are needed",
    });
    expect(creepOf(slowerAt(), [2, 5])?.change).not.toBeNull();
    expect(creepOf(points(Array(7).fill(0)), [])?.change).toBeNull();
    expect(creepOf(points(Array(8).fill(0)), [])?.change).not.toBeNull();
  });

  test("are never those before the last of many steps", () => {
    expect(creepOf(slowerAt(), [6, 10, 17])?.because).toContain("3 newest runs against 5");
  });

  test("are those around the newest release before the last run", () => {
    const last = { ...slowerAt()[19], tag: "v2" } as TrendPoint;
    const again = { ...slowerAt()[8], tag: "v1.3.0" } as TrendPoint;
    expect(creepOf([...slowerAt().slice(0, 19), last], [])?.tag).toBe("v1.2.0");
    expect(creepOf(slowerAt().with(8, again), [])).toMatchObject({ tag: "v1.3.0", sha: "c8" });
    const untagged: TrendPoint[] = slowerAt().map((point) => ({ ...point, tag: null }));
    expect(creepOf(untagged.with(19, last), [])).toBeNull();
  });
});

describe("creep is notable", () => {
  test("from two percent on, up or down", () => {
    const two = Math.log1p(0.02);
    expect(creepOf(allNewest(two), [])?.notable).toBe(true);
    expect(creepOf(allNewest(two - 1e-9), [])?.notable).toBe(false);
    expect(creepOf(allNewest(-two), [])?.notable).toBe(true);
    expect(creepOf(allNewest(1e-9 - two), [])?.notable).toBe(false);
  });

  test.each([1, -1])("only where its interval excludes none: sign %i", (sign) => {
    const wild = creepOf(newest(...[0.3, -0.2, 0.25, -0.15, 0.1].map((y) => sign * y)), []);
    expect(Math.abs(wild?.change?.center ?? 0)).toBeGreaterThan(0.02);
    expect(wild?.change?.low).toBeLessThan(0);
    expect(wild?.change?.high).toBeGreaterThan(0);
    expect(wild?.notable).toBe(false);
  });
});
