import { describe, expect, test } from "vitest";
import { findChangePoints } from "../../src/stats/change-points.ts";
import { splitDivergences } from "../../src/stats/energy.ts";
import { createRandom } from "../../src/stats/random.ts";
import { STEP_RULES } from "../../src/stats/step-test.ts";
import { drawSeries } from "./noise-model.ts";

/** A tenth of the random orders: as many as p = .001 can be told from. */
const RULES = { ...STEP_RULES, permutations: 999 };

function placesOf(values: readonly number[], seed: string): number[] {
  return findChangePoints(values, createRandom(seed), RULES).map(({ index }) => index);
}

describe("divergence of two parts", () => {
  // 2·2/4 · (2·1 − 0 − 0) = 2; one against three: 3/4 · (2·(0+1+1)/3 − 0 − (1+1+0)/3) = 1/2.
  test("matches the sums done by hand", () => {
    const [none, first, second, third] = splitDivergences([0, 0, 1, 1]);
    expect(none).toBe(0);
    expect(first).toBeCloseTo(0.5, 12);
    expect(second).toBeCloseTo(2, 12);
    expect(third).toBeCloseTo(0.5, 12);
  });

  test("is zero everywhere when all values are equal", () => {
    expect(splitDivergences([3, 3, 3, 3])).toEqual([0, 0, 0, 0]);
    expect(splitDivergences([])).toEqual([]);
  });
});

describe("lasting steps", () => {
  test("are found at the planted place, upwards and downwards", () => {
    expect(placesOf(drawSeries(20, { 9: 0.06 }, createRandom("up")), "a")).toEqual([9]);
    expect(placesOf(drawSeries(20, { 9: -0.06 }, createRandom("down")), "a")).toEqual([9]);
    const three = drawSeries(90, { 20: 0.06, 45: -0.1, 70: 0.08 }, createRandom("three"));
    expect(placesOf(three, "a")).toEqual([20, 45, 70]);
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
    const [first, again] = [1, 2].map(() => findChangePoints(values, createRandom("s"), RULES));
    expect(first).toHaveLength(1);
    expect(again).toEqual(first);
  });

  test("refuse values that are no numbers", () => {
    expect(() => placesOf([0, Number.NaN], "nan")).toThrow(RangeError);
  });

  test("are none among equal values", () => {
    expect(
      placesOf(
        Array.from({ length: 40 }, () => 1),
        "equal",
      ),
    ).toEqual([]);
    expect(placesOf([], "empty")).toEqual([]);
  });
});
