import { describe, expect, it } from "vitest";
import {
  describeQuantity,
  parseFloor,
  parseQuantity,
  quantityPattern,
} from "../../src/config/units.ts";

describe("parseQuantity", () => {
  it.each([
    ["10ms", 10_000_000],
    ["1us", 1000],
    ["1µs", 1000],
    ["1μs", 1000],
    ["100ns", 100],
    ["5s", 5_000_000_000],
    ["1.1us", 1100],
    ["2 min", 120_000_000_000],
    ["10m", 600_000_000_000],
    [0, 0],
  ])("reads the duration %s as %d ns", (raw, expected) => {
    expect(parseQuantity(raw, "ns")).toEqual({ value: expected });
  });

  it.each([
    ["512KiB", 524_288],
    ["1MB", 1_000_000],
    ["2MiB", 2_097_152],
    ["17B", 17],
    ["17", 17],
    [17, 17],
  ])("reads the size %s as %d bytes", (raw, expected) => {
    expect(parseQuantity(raw, "bytes")).toEqual({ value: expected });
  });

  it.each([
    ["5%", 0.05],
    ["0.5 %", 0.005],
    ["0.3%", 0.003],
    ["0%", 0],
    ["0", 0],
  ])("reads the percentage %s as the fraction %d", (raw, expected) => {
    expect(parseQuantity(raw, "ratio")).toEqual({ value: expected });
  });

  it.each(["count", "fuel", "pages"] as const)(
    "reads whole numbers with separators for %s",
    (unit) => {
      expect(parseQuantity("1_000_000", unit)).toEqual({ value: 1_000_000 });
    },
  );

  it.each([
    ["5", "ns", "the unit is missing"],
    [0.05, "ratio", "the unit is missing"],
    ["10kg", "ns", 'unknown unit "kg"'],
    ["10MS", "ns", 'unknown unit "MS"'],
    ["10ms", "bytes", '"ms" makes it a duration'],
    ["1KiB", "ns", '"KiB" makes it a size'],
    ["5%", "ns", '"%" makes it a percentage'],
    ["-1ms", "ns", "got"],
    [-1, "bytes", "got -1"],
    [Number.NaN, "bytes", "got NaN"],
    [Number.POSITIVE_INFINITY, "count", "got Infinity"],
    ["9e99", "count", "a whole number"],
    ["1.5", "count", "a whole number"],
    ["", "ns", 'got ""'],
    ["ms", "ns", 'got "ms"'],
  ] as const)("refuses %s for %s", (raw, unit, words) => {
    expect(parseQuantity(raw, unit)).toEqual({ fault: expect.stringContaining(words) });
  });

  it("lists the units it would take", () => {
    expect(parseQuantity("5", "ns")).toEqual({
      fault:
        'expected a duration such as 10ms (units: ns, us, µs, ms, s, min, m), got "5": the unit is missing',
    });
    expect(describeQuantity("bytes")).toBe(
      "a size such as 512KiB (units: B, KB, MB, GB, KiB, MiB, GiB, no unit)",
    );
  });
});

describe("parseFloor", () => {
  it("takes a duration, a size, or a number in the metric's unit", () => {
    expect([parseFloor("100ns"), parseFloor("1KiB"), parseFloor(7)]).toEqual([
      { value: 100, unit: "ns" },
      { value: 1024, unit: "bytes" },
      { value: 7, unit: null },
    ]);
  });

  it("refuses anything else", () => {
    expect(parseFloor("5%")).toHaveProperty("fault");
  });
});

describe("quantityPattern", () => {
  it.each([
    ["ns", "10ms", true],
    ["ns", "10", false],
    ["ns", "0", true],
    ["bytes", "10", true],
    ["bytes", "1 KiB", true],
    ["ratio", "5%", true],
    ["ratio", "5ms", false],
    ["count", "1_000", true],
    ["count", "1ms", false],
  ] as const)("agrees with the parser: %s of %s is %s", (unit, text, isAccepted) => {
    expect(new RegExp(quantityPattern(unit)).test(text)).toBe(isAccepted);
    expect("value" in parseQuantity(text, unit)).toBe(isAccepted);
  });
});
