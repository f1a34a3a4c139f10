import { describe, expect, it } from "vitest";
import { trendOf } from "../../src/history/trend.ts";
import type { HistoryEntry } from "../../src/model/baseline.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderTrend } from "../../src/report/trend-report.ts";
import { ID, run } from "../gate/sample-runs.ts";

const WOBBLE = [0, 0.003, -0.002, 0.001, -0.003, 0.002];

function sha(index: number): string {
  return `${String(index).padStart(2, "0")}abcdef0123456789`;
}

/** Twenty runs; from the given one on they take a tenth longer. */
function history(place: number, part: (index: number) => Partial<HistoryEntry> = () => ({})) {
  return Array.from({ length: 20 }, (_, index) => {
    const wobble = WOBBLE[index % WOBBLE.length] ?? 0;
    const value = 1000 * Math.exp(wobble + (index < place ? 0 : 0.1));
    return run(index, { p25: [value] }, { sha: sha(index), ...part(index) });
  });
}

function rendered(entries: readonly HistoryEntry[]): string {
  const primaries = new Map([[ID, "time"]]);
  return renderTrend(trendOf(entries, null), { paint: plainPaint, width: 120, primaries });
}

describe("the trend on a terminal", () => {
  it("names a step with its size and the commits it lies between", () => {
    const text = rendered(history(10));
    expect(text).toMatch(/step \+10\.\d %.* after 09abcdef and up to 10abcdef, p = 0\.0/);
    expect(text).toContain("1 benchmark: 1 step found in 20 runs");
    expect(text).toMatch(/▁.*█/);
  });

  it("says how far the level moved since the release", () => {
    const text = rendered(history(12, (index) => ({ tag: index === 4 ? "v1.2.0" : null })));
    expect(text).toContain("since release");
    expect(text).toMatch(/creep \+1\d\.\d % since v1\.2\.0/);
  });

  it("keeps machines apart and says where one followed another", () => {
    const moved = history(20, (index) => ({
      fingerprint: index < 9 ? "linux | cpu A" : "linux | cpu B",
    }));
    const text = rendered(moved);
    expect(text).toContain("linux · cpu A\n");
    expect(text).toContain("linux · cpu B\n");
    expect(text).toContain("between 08abcdef and 09abcdef: cpu A → cpu B");
    expect(text).toContain("9 runs: a step can be told from chance from 14 on");
    expect(text).not.toContain("step found");
  });

  it("prints no commit that does not look like one, and no workflow command", () => {
    const text = rendered(
      history(10, (index) => ({
        sha: `::error::${index}`,
        fingerprint: "linux | ::set-output name=a::b",
      })),
    );
    expect(text).toContain("after unknown and up to unknown");
    expect(text).not.toMatch(/(^|\s)::/m);
  });

  it("says that nothing is stored", () => {
    expect(rendered([])).toContain("no run is stored");
  });
});
