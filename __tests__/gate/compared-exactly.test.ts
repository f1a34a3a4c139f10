import { expect, it } from "vitest";
import { isComparedExactly } from "../../src/gate/compared-exactly.ts";
import type { MetricName } from "../../src/model/metric.ts";
import type { Change } from "../../src/model/verdict.ts";

const POINT: Change = { center: 0.1, low: 0.1, high: 0.1 };
const WIDE: Change = { center: 0.1, low: 0.05, high: 0.15 };

it.each<readonly [metric: MetricName, change: Change | null, isIt: boolean]>([
  ["size_raw", null, true],
  ["fuel", POINT, true],
  ["imported_count", POINT, true],
  ["imported_count", WIDE, false],
  ["imported_count", null, false],
  // A coarse clock gives equal times.
  ["time", POINT, false],
  ["resident_bytes", POINT, false],
])(
  "%s is compared to the last digit by its nature, or by having no interval (case %#)",
  (metric, change, isIt) => {
    expect(isComparedExactly({ metric, change })).toBe(isIt);
  },
);
