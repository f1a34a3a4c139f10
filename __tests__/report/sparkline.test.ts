import { expect, test } from "vitest";
import { sparkline } from "../../src/report/trend.ts";

test("a sparkline has one bar per value, whatever the rounding of the range", () => {
  const series = Array.from({ length: 500 }, (_, seed) =>
    [1, 2, 3, 4].map((step) => 600 + (((seed + 1) * step * 7919) % 1009) / 7),
  );
  expect(series.filter((values) => sparkline(values).length !== 4)).toEqual([]);
});
