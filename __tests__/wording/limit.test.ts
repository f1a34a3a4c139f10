import { expect, it } from "vitest";
import { limitOf } from "../../src/model/target.ts";
import { formatBound, formatLimit, nameLimit, sayLimit } from "../../src/wording/limit.ts";

const most = { max: 10e6, unit: "ns" } as const;
const least = { max: null, min: 90, unit: "count" } as const;

it.each([
  [most, ["≤ 10.0 ms", "≤ 8.00 ms", "at most 10.0 ms", "limit 10.0 ms"], 8e6],
  [least, ["≥ 90", "≥ 93", "at least 90", "at least 90"], 93],
])("a limit is written by what it bounds (case %#)", (target, texts, bound) => {
  expect([
    formatLimit(target),
    formatBound(target, bound),
    sayLimit(target),
    nameLimit(target),
  ]).toEqual(texts);
});

it("a target without a limit is no target", () => {
  expect(() => limitOf({ max: null })).toThrow(RangeError);
});
