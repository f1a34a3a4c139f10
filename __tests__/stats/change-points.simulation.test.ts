import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findChangePoints } from "../../src/stats/change-points.ts";
import { createRandom } from "../../src/stats/random.ts";
import { STEP_RULES, shortestSearchable } from "../../src/stats/step-test.ts";
import { drawSeries, shareOf } from "./noise-model.ts";

function placesOf(values: readonly number[], seed: string): number[] {
  return findChangePoints(values, createRandom(seed)).map(({ index }) => index);
}

function published(): { values: number[]; publishedChangePoints: { indexes: number[] } } {
  return JSON.parse(
    readFileSync(new URL("../../fixtures/trend/tigerbeetle.json", import.meta.url), "utf8"),
  );
}

describe("lasting steps", () => {
  test("are found at the planted place, upwards and downwards", () => {
    expect(placesOf(drawSeries(20, { 9: 0.06 }, createRandom("up")), "a")).toEqual([9]);
    expect(placesOf(drawSeries(20, { 9: -0.06 }, createRandom("down")), "a")).toEqual([9]);
    const three = drawSeries(90, { 20: 0.06, 45: -0.1, 70: 0.08 }, createRandom("three"));
    expect(placesOf(three, "a")).toEqual([20, 45, 70]);
  });

  test("of 5 % are found in 19 of 20 series of twenty, and on the spot in 9 of 10", () => {
    let exact = 0;
    const found = shareOf(100, "power", (random) => {
      const places = findChangePoints(drawSeries(20, { 12: 0.05 }, random), random);
      exact += places.some(({ index }) => index === 12) ? 1 : 0;
      return places.length > 0;
    });
    expect(found).toBeGreaterThanOrEqual(0.95);
    expect(exact).toBeGreaterThanOrEqual(90);
  });

  test("carry the shift of the level, and its interval holds the truth 95 ± 4 percent of the time", () => {
    const held = shareOf(100, "held", (random) =>
      findChangePoints(drawSeries(20, { 10: 0.06 }, random), random).some(
        ({ shift }) => shift.low <= 0.06 && 0.06 <= shift.high,
      ),
    );
    expect(Math.abs(held - 0.95)).toBeLessThan(0.04);
  });

  test("below two percent are not reported, however certain", () => {
    const values = Array.from({ length: 20 }, (_, index) => (index < 10 ? 0 : 0.019) + index / 1e6);
    const twice = values.map((value) => value * 2);
    expect(placesOf(values, "small")).toEqual([]);
    expect(placesOf(twice, "small")).toEqual([10]);
  });

  test("wait for five values after them", () => {
    const values = drawSeries(30, { 26: 0.1 }, createRandom("late"));
    expect(placesOf(values, "late")).toEqual([]);
    const later = drawSeries(31, { 26: 0.1 }, createRandom("late"));
    expect(placesOf(later, "late")).toEqual([26]);
  });

  test("are not made of one wild value", () => {
    const values = drawSeries(20, { 12: 0.3, 13: -0.3 }, createRandom("wild"));
    expect(placesOf(values, "wild")).toEqual([]);
  });

  test("do not depend on the direction of the values", () => {
    const values = drawSeries(20, { 11: 0.05 }, createRandom("mirror"));
    const mirrored = values.map((value) => -value);
    expect(placesOf(mirrored, "m")).toEqual(placesOf(values, "m"));
    expect(placesOf(values, "m")).toEqual([11]);
  });

  test("come with the same probability for the same seed", () => {
    const values = drawSeries(18, { 9: 0.03 }, createRandom("seed"));
    const [first, again] = [1, 2].map(() => findChangePoints(values, createRandom("s")));
    expect(first).toHaveLength(1);
    expect(again).toEqual(first);
  });
});

describe("noise without a step", () => {
  // At most p = .001 per series of one window: 0.4 expected in 400; 4 or more would happen once in 1300 times.
  test.each([14, 20])("in 400 series of %i runs gives a step in at most 3", (count) => {
    const share = shareOf(
      400,
      `noise ${count}`,
      (random) =>
        findChangePoints(
          drawSeries(count, {}, random).map((y) => 3 * y),
          random,
        ).length > 0,
    );
    expect(share * 400).toBeLessThanOrEqual(3);
  });

  // The probability must be honest at any level: at p ≤ .05 one series in twenty, ± 2 standard deviations of 1000.
  test("gives p ≤ .05 in one of twenty series", () => {
    const rules = { ...STEP_RULES, largestPValue: 0.05, permutations: 199, smallestShift: 0 };
    const share = shareOf(1000, "level", (random) => {
      const values = drawSeries(14, {}, random);
      return findChangePoints(values, random, rules).length > 0;
    });
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.064);
  });
});

describe("short series", () => {
  const perfect = (before: number, after: number): number[] =>
    Array.from({ length: before + after }, (_, index) => (index < before ? 0 : 1) + index / 1e6);
  const foundIn = (values: readonly number[]): number =>
    shareOf(50, `short ${values.length}`, (random) => findChangePoints(values, random).length > 0);

  // Perfect steps: 2 ÷ C(13, 6) = 2/1716 > .001, 2 ÷ C(14, 7) = 2/3432 < .001.
  test("cannot show any step below 14 values", () => {
    expect(shortestSearchable(STEP_RULES)).toBe(14);
    expect(foundIn(perfect(7, 6))).toBe(0);
    expect(foundIn(perfect(7, 7))).toBeGreaterThan(0.8);
  });

  // 2 ÷ C(14, 5) = 2/2002 lies on the border of what the random orders can tell, 2 ÷ C(16, 5) = 2/4368 well below.
  test("show a step with five values after it for certain from 16 values on", () => {
    expect(foundIn(perfect(8, 5))).toBe(0);
    expect(foundIn(perfect(9, 5))).toBeLessThan(0.7);
    expect(foundIn(perfect(11, 5))).toBeGreaterThan(0.9);
  });
});

describe("a public series", () => {
  test("has steps of two percent and more exactly at published places", () => {
    const { values, publishedChangePoints } = published();
    const places = placesOf(values.map(Math.log), "public");
    expect(places).toEqual([15, 61, 71, 95, 131]);
    expect(publishedChangePoints.indexes).toEqual(expect.arrayContaining(places));
  });

  // 26 700 to 23 600 at 15, 24 500 to 28 400 at 71, by eye.
  test("has its two largest steps at minus 12 and plus 16 percent", () => {
    const found = findChangePoints(published().values.map(Math.log), createRandom("public"));
    const changeAt = (place: number): number =>
      Math.expm1(found.find(({ index }) => index === place)?.shift.center ?? 0);
    expect(changeAt(15)).toBeCloseTo(-0.12, 1);
    expect(changeAt(71)).toBeCloseTo(0.16, 1);
  });
});
