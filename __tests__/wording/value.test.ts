import { describe, expect, it } from "vitest";
import { formatAllowance } from "../../src/wording/allowance.ts";
import { formatDuration } from "../../src/wording/duration.ts";
import {
  formatBytes,
  formatBytesChange,
  formatMove,
  formatRoughTime,
  formatTime,
  formatValue,
} from "../../src/wording/value.ts";

describe("a time", () => {
  it.each([
    [0, "0 ns"],
    [0.54, "0.540 ns"],
    [1.9, "1.90 ns"],
    [58, "58.0 ns"],
    [999.4, "999 ns"],
    [999.6, "1.00 µs"],
    [1234, "1.23 µs"],
    [22_900, "22.9 µs"],
    [2.83e6, "2.83 ms"],
    [4.2e9, "4.20 s"],
    [4.2e12, "4,200 s"],
    [-1500, "−1.50 µs"],
  ])("of %d ns is %s", (ns, text) => {
    expect(formatTime(ns)).toBe(text);
  });

  it.each([
    [3e10, "30 s"],
    [1_512_000, "1.5 ms"],
    [999_999, "1 ms"],
    [1.21, "1.2 ns"],
  ])("of %d ns is roughly %s", (ns, text) => {
    expect(formatRoughTime(ns)).toBe(text);
  });

  it.each([
    [850, "850 ms"],
    [4200, "4.2 s"],
    [59_990, "1 min 00 s"],
    [185_000, "3 min 05 s"],
    [7_800_000, "2 h 10 min"],
  ])("on the clock of %d ms is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe("a size", () => {
  it.each([
    [0, "0 B"],
    [35, "35 B"],
    [1023, "1,023 B"],
    [1024, "1.00 KiB"],
    [67_072, "65.5 KiB"],
    [524_288, "512 KiB"],
    [1_048_576, "1.00 MiB"],
    [1_047_999, "1,023 KiB"],
    [-2048, "−2.00 KiB"],
  ])("of %d bytes is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it("that changed has its sign", () => {
    expect(formatBytesChange(2150)).toBe("+2.10 KiB");
    expect(formatBytesChange(-40)).toBe("−40 B");
    expect(formatBytesChange(0)).toBe("0 B");
  });
});

describe("a value", () => {
  it.each([
    [1, "pages", "1 page"],
    [17, "pages", "17 pages"],
    [1.25, "pages", "1.25 pages"],
    [0.034, "ratio", "3.4 %"],
    [1000, "fuel", "1,000"],
    [2.5, "count", "2.50"],
    [3, "count", "3"],
    [Number.NaN, "ns", "–"],
    [Number.POSITIVE_INFINITY, "count", "–"],
  ] as const)("of %d %s is %s", (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  it.each([
    [100, 115, "fuel", "100 to 115 (+15.0 %)"],
    [2, 1, "pages", "2 pages to 1 page (−50.0 %)"],
    [0, 3, "count", "0 to 3"],
    // 70,000 / 1024 = 68.36; 70,000 / 67,072 − 1 = 4.37 %
    [67_072, 70_000, "bytes", "65.5 KiB to 68.4 KiB (+4.4 %)"],
    [67_072, 67_080, "bytes", "67,072 B to 67,080 B (+0.012 %)"],
    [-2, -1, "ns", "−2.00 ns to −1.00 ns (+50.0 %)"],
  ] as const)("that moves from %d to %d %s says so", (before, after, unit, text) => {
    expect(formatMove(before, after, unit)).toBe(text);
  });
});

describe("an allowance", () => {
  it.each([
    [{ fraction: 0, absolute: 0 }, "bytes", "0 B"],
    [{ fraction: 0.005, absolute: 0 }, "fuel", "0.5 %"],
    [{ fraction: 0, absolute: 1 }, "pages", "1 page"],
    [{ fraction: 0.01, absolute: 1024 }, "bytes", "1.0 % or 1.00 KiB"],
  ] as const)("%j of %s is %s", (allowance, unit, words) => {
    expect(formatAllowance(allowance, unit)).toBe(words);
  });
});
