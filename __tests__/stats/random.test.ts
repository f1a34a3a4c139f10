import { describe, expect, test } from "vitest";
import { createRandom, drawInteger, shuffle } from "../../src/stats/random.ts";

function draws(seed: string, count: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
}

describe("seeded generator", () => {
  test("repeats itself for a seed and differs between seeds", () => {
    expect(draws("0a1b-1", 5)).toEqual(draws("0a1b-1", 5));
    expect(draws("0a1b-1", 5)).not.toEqual(draws("0a1b-2", 5));
    expect(draws("", 5)).not.toEqual(draws(" ", 5));
  });

  test("never changes between versions: stored seeds must give the stored orders", () => {
    expect(shuffle([0, 1, 2, 3, 4, 5, 6, 7], createRandom("pinned"))).toMatchInlineSnapshot(`
      [
        4,
        1,
        6,
        0,
        5,
        2,
        3,
        7,
      ]
    `);
  });

  // 20 equal bins of 20 000 draws: chi² with 19 degrees of freedom is below 43.8 with probability 0.999.
  test("fills [0, 1) evenly", () => {
    const values = draws("even", 20_000);
    const bins = Array.from(
      { length: 20 },
      (_, bin) => values.filter((value) => Math.floor(value * 20) === bin).length,
    );
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(43.8);
    expect(bins.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  });
});

describe("shuffle", () => {
  test("keeps every item and leaves the input alone", () => {
    const items = [1, 2, 3, 4, 5, 6];
    const ordered = shuffle(items, createRandom("x"));
    expect([...ordered].sort()).toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5, 6]);
  });

  // 6 orders of 3 items, 6000 draws: sd of a count is sqrt(6000·(1/6)·(5/6)) = 29; 5 sd = 145.
  test("makes every order equally likely", () => {
    const random = createRandom("orders");
    const counts = new Map<string, number>();
    for (let index = 0; index < 6000; index++) {
      const order = shuffle(["a", "b", "c"], random).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.max(...[...counts.values()].map((count) => Math.abs(count - 1000)))).toBeLessThan(
      145,
    );
  });

  test("drawInteger stays below its limit and reaches every number", () => {
    const random = createRandom("integers");
    const drawn = new Set(Array.from({ length: 200 }, () => drawInteger(4, random)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3]);
  });
});
