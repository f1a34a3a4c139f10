import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatChange,
  formatChangeInterval,
  formatCount,
  formatDuration,
  formatPercent,
  formatPlusMinus,
  formatQuantity,
  formatTime,
  formatValue,
} from "../../src/report/format.ts";
import { formatAge, formatMoment, secondsOf } from "../../src/report/iso-time.ts";
import { estimateRemaining, renderProgressLine } from "../../src/report/progress.ts";

describe("numbers", () => {
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
  ])("writes the time %f ns as %s", (ns, text) => {
    expect(formatTime(ns)).toBe(text);
  });

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
  ])("writes the size %i as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0.0512, "+5.12 %"],
    [-0.0032, "−0.32 %"],
    [0.124, "+12.4 %"],
    [2.5, "+250 %"],
    [12.34, "+1,234 %"],
    [0, "0.00 %"],
    [0.00001, "0.00 %"],
    [-0.00001, "0.00 %"],
  ])("writes the change %f as %s", (fraction, text) => {
    expect(formatChange(fraction)).toBe(text);
  });

  it("writes intervals, percentages and counts", () => {
    expect(formatChangeInterval({ low: -0.004, high: 0.071 })).toBe("−0.40 to +7.10 %");
    expect(formatPercent(0.021)).toBe("2.10 %");
    expect(formatCount(26_925_366)).toBe("26,925,366");
    expect(formatPlusMinus({ center: 100, low: 99, high: 102 })).toBe("± 2.00 %");
    expect(formatPlusMinus({ center: 100, low: 100, high: 100 })).toBe("");
    expect(formatQuantity(1, "process", "processes")).toBe("1 process");
    expect(formatQuantity(0, "regression")).toBe("0 regressions");
  });

  it("writes every unit and refuses to print what is not finite", () => {
    expect(formatValue(1, "pages")).toBe("1 page");
    expect(formatValue(17, "pages")).toBe("17 pages");
    expect(formatValue(0.034, "ratio")).toBe("3.40 %");
    expect(formatValue(1000, "fuel")).toBe("1,000");
    expect(formatValue(Number.NaN, "ns")).toBe("–");
    expect(formatValue(Number.POSITIVE_INFINITY, "count")).toBe("–");
  });
});

describe("times", () => {
  it.each([
    [850, "850 ms"],
    [4200, "4.2 s"],
    [59_990, "1 min 00 s"],
    [185_000, "3 min 05 s"],
    [7_800_000, "2 h 10 min"],
  ])("writes a span of %i ms as %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it.each([
    "2026-11-23T03:26:53Z",
    "2024-02-29T23:59:59.250Z",
    "2000-01-01T00:00Z",
    "1970-01-01T00:00:00+02:00",
  ])("reads %s as the calendar does", (text) => {
    expect(secondsOf(text)).toBe(Math.floor(Date.parse(text) / 1000));
  });

  it("says how old something is", () => {
    expect(formatAge("2026-11-22T18:04:11Z", "2026-11-23T09:30:00Z")).toBe("15 hours old");
    expect(formatAge("2026-11-01T00:00:00Z", "2026-11-23T00:00:00Z")).toBe("22 days old");
    expect(formatAge("2026-11-23T09:29:00Z", "2026-11-23T09:30:00Z")).toBe("1 minute old");
    expect(formatAge("2026-11-23T09:31:00Z", "2026-11-23T09:30:00Z")).toBe("just now");
    expect(formatAge("yesterday", "2026-11-23T09:30:00Z")).toBe("");
    expect(formatMoment("2026-11-23T09:30:00Z")).toBe("2026-11-23 09:30 UTC");
  });
});

describe("progress", () => {
  const event = {
    process: 2,
    processes: 12,
    index: 5,
    total: 27,
    elapsedMs: 8100,
    remainingMs: 23_000,
    timeNs: 22_900,
  };

  it("is one line with place, name, time and what is left", () => {
    expect(
      renderProgressLine({
        ...event,
        kind: "finished",
        benchmark: "execution/compute_heavy/fib_20",
      }),
    ).toBe("[2/12]  5/27 ok execution/compute_heavy/fib_20 22.9 µs · 8.1 s, about 23.0 s left");
  });

  it("cannot be forged by a name", () => {
    const line = renderProgressLine({
      ...event,
      kind: "started",
      benchmark: "a\n::error::b",
      remainingMs: null,
      timeNs: null,
    });
    expect(line).toBe("[2/12]  5/27 … a : :error: :b · 8.1 s");
  });

  it("estimates what is left from what is done", () => {
    expect(estimateRemaining(1000, 0, 10)).toBeNull();
    expect(estimateRemaining(1000, 2, 10)).toBe(4000);
  });
});
