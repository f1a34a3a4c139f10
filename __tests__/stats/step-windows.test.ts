import { describe, expect, test } from "vitest";
import { type ChangePoint, findChangePoints } from "../../src/stats/change-points.ts";
import { splitDivergences } from "../../src/stats/energy.ts";
import { createRandom } from "../../src/stats/random.ts";
import { shiftBetween } from "../../src/stats/shift.ts";
import { type StepRules, shortestSearchable } from "../../src/stats/step-test.ts";
import { drawSeries } from "./noise-model.ts";

/** Small windows: what is told of a step rests on at most ten values each way. */
const RULES: StepRules = {
  window: 20,
  leastRuns: 2,
  largestPValue: 0.02,
  permutations: 199,
  smallestShift: 0.02,
  confidenceLevel: 0.95,
};

/** Levels that last the given number of values each. */
function levels(...parts: readonly (readonly [count: number, level: number])[]): number[] {
  return parts.flatMap(([count, level]) => Array<number>(count).fill(level));
}

function steps(values: readonly number[], rules: Partial<StepRules> = {}): ChangePoint[] {
  return findChangePoints(values, createRandom("windows"), { ...RULES, ...rules });
}

/** Every order of some values. */
function ordersOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((first, at) =>
    ordersOf(values.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

const places = (values: readonly number[], rules: Partial<StepRules> = {}): number[] =>
  steps(values, rules).map(({ index }) => index);

describe("a series longer than a window", () => {
  test("is searched from its first value to its last", () => {
    expect(places(levels([6, 0], [15, 1], [14, 3], [7, 0]))).toEqual([6, 21, 35]);
  });

  test.each([5, 10, 15, 20, 25, 30, 35, 40])("shows its one step before value %i", (place) => {
    expect(places(levels([place, 0], [45 - place, 1]))).toEqual([place]);
  });

  test("of one window and one value has two windows", () => {
    expect(places(levels([16, 0], [5, 1]))).toEqual([16]);
    expect(places(levels([5, 0], [16, 1]))).toEqual([5]);
  });
});

describe("the shift of a step", () => {
  test("compares the levels up to the neighbouring steps", () => {
    const shifts = steps(levels([6, 0], [6, 1], [6, 4])).map(({ shift }) => shift);
    expect(shifts).toEqual([
      { center: 1, low: 1, high: 1 },
      { center: 3, low: 3, high: 3 },
    ]);
  });

  test("looks at most half a window each way", () => {
    const values = drawSeries(60, { 30: 1 }, createRandom("noise"));
    const [before, after] = [values.slice(20, 30), values.slice(30, 40)];
    const shift = shiftBetween(before, after, RULES.confidenceLevel);
    expect(steps(values).filter(({ index }) => index === 30)).toMatchObject([{ shift }]);
  });

  test("counts from the smallest one on, up and down", () => {
    expect(places(levels([6, 0], [6, 0.02]))).toEqual([6]);
    expect(places(levels([6, 0], [6, -0.02]))).toEqual([6]);
    expect(places(levels([6, 0], [6, 0.0199]))).toEqual([]);
    expect(places(levels([6, 0], [6, -0.0199]))).toEqual([]);
  });
});

describe("a step that chance does not explain", () => {
  // 20 values in two halves: one order in 92,378 is as clear, so none of 199 is.
  test("has at least the probability that the random orders can tell", () => {
    const [step] = steps(levels([10, 0], [10, 1]));
    expect(step?.pValue).toBe(1 / 200);
  });

  test("is none where chance is asked for more than it can give", () => {
    const values = levels([6, 0], [6, 1]);
    expect(places(values, { largestPValue: 1 / 200 - 1e-9 })).toEqual([]);
    expect(places(levels([10, 0], [10, 1]), { largestPValue: 1 / 200 })).toEqual([10]);
  });

  test("has enough values on either side, or waits for them", () => {
    const rules = { leastRuns: 4 };
    expect(places(levels([3, 0], [10, 1]), rules)).toEqual([]);
    expect(places(levels([10, 0], [3, 1]), rules)).toEqual([]);
    expect(places(levels([4, 0], [10, 1]), rules)).toEqual([4]);
    expect(places(levels([10, 0], [4, 1]), rules)).toEqual([10]);
  });

  test("waits for more where it fits better with too few values, however clear", () => {
    expect(places(levels([3, 0], [17, 1]), { leastRuns: 4 })).toEqual([]);
    expect(places(levels([17, 0], [3, 1]), { leastRuns: 4 })).toEqual([]);
  });

  test("is found behind or before too few values of quite another level", () => {
    expect(places(levels([3, 0], [8, 10], [9, 10.5]), { leastRuns: 4 })).toEqual([11]);
    expect(places(levels([9, 0], [8, 0.5], [3, 10]), { leastRuns: 4 })).toEqual([9]);
  });

  test("has the probability of a split as clear among all orders of its values", () => {
    const values = [0, 0.3, 0.1, 1.2, 0.9, 1.6];
    const clearness = (all: readonly number[]): number =>
      Math.max(...splitDivergences(all).slice(2, 5));
    const orders = ordersOf(values);
    const asClear = orders.filter((order) => clearness(order) >= clearness(values) - 1e-9);
    const rules = { permutations: 9999, largestPValue: 1 };
    expect(orders).toHaveLength(720);
    // Three standard deviations of 9999 draws are at most 0.015.
    const pValue = steps(values, rules)[0]?.pValue ?? 0;
    expect(Math.abs(pValue - asClear.length / orders.length)).toBeLessThan(0.015);
  });

  test("is found beside a wild value at either end", () => {
    expect(places([2, ...levels([9, 0], [10, 1])])).toEqual([10]);
    expect(places([...levels([10, 0], [9, 1]), -1])).toEqual([10]);
  });
});

describe("the shortest series that can show a step", () => {
  // 2 ÷ C(6, 3) = 2/20, 2 ÷ C(7, 3) = 2/35, 2 ÷ C(8, 4) = 2/70.
  test.each([
    [0.1, 6],
    [0.0999, 7],
    [0.057, 8],
  ])("for p = %f has %i values", (largestPValue, count) => {
    expect(shortestSearchable({ ...RULES, largestPValue })).toBe(count);
  });

  test("has the values that are needed on either side", () => {
    expect(shortestSearchable({ ...RULES, leastRuns: 7 })).toBe(14);
    expect(places(levels([3, 0], [3, 1]), { largestPValue: 0.3, leastRuns: 3 })).toEqual([3]);
    expect(places(levels([3, 0], [2, 1]), { largestPValue: 1, leastRuns: 3 })).toEqual([]);
  });
});

describe("no step", () => {
  test("is among equal values, or none", () => {
    expect(places(levels([40, 1]))).toEqual([]);
    expect(places([])).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("is looked for beside %s", (value) => {
    expect(() => places([0, value])).toThrow(RangeError);
  });
});
