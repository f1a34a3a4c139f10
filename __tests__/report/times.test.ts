import { describe, expect, it } from "vitest";
import { formatAge, formatMoment, secondsOf } from "../../src/report/iso-time.ts";

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
