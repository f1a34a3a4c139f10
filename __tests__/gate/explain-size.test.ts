import { describe, expect, test } from "vitest";
import { explainSize } from "../../src/gate/explain.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import { facts } from "./fabricate.ts";

const BEFORE = facts("c", 1000);
const AFTER = { ...facts("c", 1180), sizeChange: ["code +18 %: parse_utf8 +2.1 KiB"] };
const PAIR = { baseline: BEFORE, candidate: AFTER };

function size(baseline: number | null, candidate: number): ExactValue[] {
  return [{ metric: "size_raw", baseline, candidate, note: null }];
}

describe("where a size moved", () => {
  test("is told at the benchmark that carries the size", () => {
    expect(explainSize(size(2000, 2180), PAIR)).toEqual(["code +18 %: parse_utf8 +2.1 KiB"]);
  });

  test("is not told elsewhere, without a baseline, or when the size is the same", () => {
    expect(explainSize([], PAIR)).toEqual([]);
    expect(explainSize(size(null, 2180), PAIR)).toEqual([]);
    expect(explainSize(size(2180, 2180), PAIR)).toEqual([]);
  });
});
