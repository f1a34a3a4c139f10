import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatDigits,
  formatQuantity,
  formatSignedCount,
} from "../../src/wording/number.ts";

describe("a number", () => {
  it.each([
    [26_925_366, "26,925,366"],
    [999, "999"],
    [-1234, "−1,234"],
    [-0.4, "0"],
    [0, "0"],
  ])("%d is written as the whole number %s", (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it.each([
    [5, "+5"],
    [-5, "−5"],
    [0.4, "0"],
    [0, "0"],
  ])("%d is written with its sign as %s", (value, text) => {
    expect(formatSignedCount(value)).toBe(text);
  });

  it.each([
    [0.54, "0.540"],
    [1.9, "1.90"],
    [99.96, "100"],
    [999.6, "1,000"],
    [-12.34, "−12.3"],
    [-0.0001, "0.000"],
  ])("%d is written with three digits as %s", (value, text) => {
    expect(formatDigits(value)).toBe(text);
  });
});

describe("a quantity", () => {
  it.each([
    [1, "process", "1 process"],
    [8, "process", "8 processes"],
    [2, "separately compiled copy", "2 separately compiled copies"],
    [2, "day", "2 days"],
    [2, "match", "2 matches"],
    [1, "benchmark", "1 benchmark"],
    [0, "regression", "0 regressions"],
    [1200, "export", "1,200 exports"],
  ])("of %d %s is %s", (count, noun, text) => {
    expect(formatQuantity(count, noun)).toBe(text);
  });

  it("takes another plural where it is given one", () => {
    expect(formatQuantity(2, "was", "were")).toBe("2 were");
    expect(formatQuantity(1, "was", "were")).toBe("1 was");
  });
});
