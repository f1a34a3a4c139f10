import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import type { Series } from "../../src/model/sample.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { renderBaselineDocuments } from "../../src/report/documents/baseline-documents.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderStatus } from "../../src/report/status.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { sparkline } from "../../src/report/trend.ts";
import { hostileResult } from "./sample-extremes.ts";
import { buildResult, NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

const LINKS = { reportUrl: "", baseUrl: "", now: NOW, history: [] };

function everything(result: ResultDocument): string {
  return [
    renderTerminal(result, {
      paint: plainPaint,
      width: 100,
      now: NOW,
      isWhole: true,
      isPiped: true,
    }),
    renderComment(result, { ...LINKS, maxLength: 65_536 }),
    renderSummary(result, { ...LINKS, maxBytes: 1_048_576 }),
    renderStatus(result),
    // The page's own program names what it guards against; only what it shows is looked at.
    renderHtml(result, { history: [], now: NOW }).replace(/<script>[\s\S]*<\/script>/, ""),
    JSON.stringify(renderAnnotations(result)),
    ...renderBaselineDocuments(result).values(),
  ].join("\n");
}

/** The regression state with every series replaced. */
function withSeries(change: (series: Series) => readonly number[]): ResultDocument {
  const result = (STATES.regression ?? hostileResult)();
  const benchmarks = result.benchmarks.map((entry) => ({
    ...entry,
    visits: entry.visits.map((visit) => ({
      ...visit,
      series: visit.series.map((series) => ({ ...series, values: change(series) })),
    })),
  }));
  return { ...result, benchmarks };
}

const UNPRINTABLE = /.{0,60}(?:NaN|Infinity|undefined|\[object).{0,20}/;

describe("data at the edge", () => {
  it.each([
    ["no value", () => []],
    ["one value", () => [5]],
    ["equal values", () => [7, 7, 7, 7]],
    ["zeros", () => [0, 0, 0]],
    ["values that are no numbers", () => [Number.NaN, Number.POSITIVE_INFINITY, 3]],
    ["one side far away", ({ side }: Series) => (side === "baseline" ? [1, 2] : [1e12, 2e12])],
  ])("prints nothing unprintable for series of %s", (_, change) => {
    expect(UNPRINTABLE.exec(everything(withSeries(change)))?.[0]).toBeUndefined();
  });

  it("reports a run without benchmarks, targets and components", () => {
    const built = buildResult({ samples: [], verdict: "fail", reasons: [], baseline: null });
    const text = everything({ ...built, components: [] });
    expect(UNPRINTABLE.exec(text)?.[0]).toBeUndefined();
    expect(text).toContain("failed: nothing was measured");
  });

  it("prints an estimate of zero and one without width", () => {
    const built = (STATES["no-comparison"] ?? hostileResult)();
    const flat = { center: 0, low: 0, high: 0, spread: 0, samples: 1, processes: 1 };
    const benchmarks = built.judgement.benchmarks.map((row) => ({
      ...row,
      metrics: row.metrics.map((metric) => ({ ...metric, candidate: flat })),
    }));
    const text = everything({ ...built, judgement: { ...built.judgement, benchmarks } });
    expect(UNPRINTABLE.exec(text)?.[0]).toBeUndefined();
  });

  it("draws no sparkline for less than two values and a flat one for equal values", () => {
    expect(sparkline([1])).toBe("");
    expect(sparkline([4, 4, 4])).toBe("▅▅▅");
    expect(sparkline([0, 0])).toBe("▅▅");
  });
});
