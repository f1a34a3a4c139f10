import { describe, expect, it } from "vitest";
import { formatAge, formatMoment, secondsOf } from "../../src/report/iso-time.ts";
import { estimateRemaining, renderProgressLine } from "../../src/report/progress.ts";

describe("times", () => {
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
    expect(formatAge("2026-11-23T08:29:00Z", "2026-11-23T09:30:00Z")).toBe("1 hour old");
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
    expect(line).toBe("[2/12]  5/27 … a : :error::b · 8.1 s");
  });

  it("estimates what is left from what is done", () => {
    expect(estimateRemaining(1000, 0, 10)).toBeNull();
    expect(estimateRemaining(1000, 2, 10)).toBe(4000);
  });
});
