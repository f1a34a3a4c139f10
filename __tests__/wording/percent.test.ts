import { describe, expect, it } from "vitest";
import {
  formatChange,
  formatChangeInterval,
  formatPercent,
  formatPlusMinus,
} from "../../src/wording/percent.ts";

describe("a share", () => {
  it.each([
    [0.021, "2.1 %"],
    [0.001, "0.1 %"],
    [0.000_995, "0.1 %"],
    [0.000_994, "0.099 %"],
    [0.000_099_6, "0.010 %"],
    [0.000_001, "0.00010 %"],
    [1e-9, "0.0 %"],
    [0.9994, "99.9 %"],
    [0.9996, "100 %"],
    [12.34, "1,234 %"],
    [-0.0512, "−5.1 %"],
    [-1e-12, "0.0 %"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "–"],
  ])("%d is written as %s", (fraction, text) => {
    expect(formatPercent(fraction)).toBe(text);
  });
});

describe("a change", () => {
  it.each([
    [0.0512, "+5.1 %"],
    [-0.0032, "−0.3 %"],
    [0.124, "+12.4 %"],
    [2.5, "+250 %"],
    [0.0003, "+0.030 %"],
    [-0.0003, "−0.030 %"],
    [0, "0.0 %"],
    [1e-12, "0.0 %"],
  ])("%d is written as %s", (fraction, text) => {
    expect(formatChange(fraction)).toBe(text);
  });

  it("is written with its interval", () => {
    expect(formatChangeInterval({ low: -0.004, high: 0.071 })).toBe("−0.4 to +7.1 %");
  });

  it("is written with half the width of an interval", () => {
    // max(102 − 100, 100 − 99) / 100 = 2 %
    expect(formatPlusMinus({ center: 100, low: 99, high: 102 })).toBe("± 2.0 %");
    expect(formatPlusMinus({ center: 100, low: 100, high: 100 })).toBe("");
    expect(formatPlusMinus({ center: 1, low: 0, high: 11 })).toBe("± 1,000 %");
    expect(formatPlusMinus({ center: 4.71, low: 0, high: 5465 })).toBe("over ± 1,000 %");
  });
});
