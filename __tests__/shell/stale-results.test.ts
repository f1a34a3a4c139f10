import { describe, expect, it } from "vitest";
import type { Imported } from "../../src/model/imported.ts";
import { checkStale, type DatedResults } from "../../src/shell/stale-results.ts";
import { thrownBy } from "../config/thrown.ts";

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse("2026-11-26T12:00:00Z");

/** Results of files by path and age in days; `recorded` is what the tool wrote of the first one. */
function dated(ages: Readonly<Record<string, number>>, recorded?: string): DatedResults {
  const paths = Object.keys(ages);
  return {
    results: paths.map(
      (path, index): Imported => ({
        id: path,
        unit: "ns",
        written: "ns",
        samples: [1],
        ...(recorded !== undefined && index === 0 ? { recordedAt: recorded } : {}),
        source: { format: "go", path, sample: "" },
      }),
    ),
    writtenAt: new Map(Object.entries(ages).map(([path, age]) => [path, NOW - age * DAY])),
  };
}

const messageOf = (...sides: [DatedResults, DatedResults | null]): string =>
  thrownBy(() => checkStale(...sides, false)).message;

describe("results of an earlier run", () => {
  it("are refused by name when they are older than the newest by more than a day", () => {
    expect(messageOf(dated({ "new.txt": 0, "old.txt": 3.5 }), null)).toBe(
      "old.txt is 3 days older than new.txt: an earlier run left it",
    );
    expect(messageOf(dated({ "new.txt": 0, "old.txt": 1 }), null)).toBe("");
    expect(messageOf(dated({ "new.txt": 5, "old.txt": 5.9 }), null)).toBe("");
  });

  it("are the candidate's when the base is newer, but a base may be old", () => {
    expect(messageOf(dated({ "head.txt": 2 }), dated({ "base.txt": 0 }))).toContain(
      "head.txt is 2 days older than base.txt",
    );
    expect(messageOf(dated({ "head.txt": 0 }), dated({ "base.txt": 90 }))).toBe("");
  });

  it("are refused in a base that mixes two runs", () => {
    const base = dated({ "a.txt": 10, "b.txt": 12 });
    expect(messageOf(dated({ "head.txt": 0 }), base)).toContain("b.txt is 2 days older than a.txt");
  });

  it("are named oldest first, the rest counted", () => {
    const many = dated({ "new.txt": 0, a: 2, b: 5, c: 3, d: 4, e: 6 });
    expect(messageOf(many, null)).toMatch(/^e is 6 .*; b is 5 .*; d is 4 .*; and 2 more: /);
  });

  it("have the date the tool wrote rather than that of the file", () => {
    const copied = dated({ "old.json": 0, "new.json": 0 }, "2026-11-20T12:00:00Z");
    expect(messageOf(copied, null)).toContain("old.json is 6 days older");
    expect(messageOf(dated({ "a.json": 0, "b.json": 0 }, "no date"), null)).toBe("");
  });

  it("are a warning where they are allowed", () => {
    expect(checkStale(dated({ "new.txt": 0, "old.txt": 2 }), null, true)).toEqual([
      {
        code: "stale-results",
        message: "old.txt is 2 days older than new.txt: an earlier run left it",
      },
    ]);
    expect(checkStale(dated({ "new.txt": 0 }), null, true)).toEqual([]);
  });
});
