import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { BenchmarkResult, ResultDocument } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { benchmarkIcon } from "../../src/report/verdict-words.ts";
import { LEARNED, measurements, pairedVisits, result } from "../gate/fabricate.ts";

const NOW = "2026-11-23T01:00:00Z";
const LINKS = { now: NOW, history: [], reportUrl: "", baseUrl: "" };

function told(benchmarks: readonly BenchmarkResult[]): ResultDocument {
  const measured = measurements(benchmarks);
  return { ...measured, judgement: judge(measured) };
}

describe("a benchmark that needs attention", () => {
  it("has the icon of its tier, which its worst metric sets", () => {
    const fuel: ExactValue = { metric: "fuel", baseline: 100, candidate: 1000, note: null };
    const visits = pairedVisits([0.07, 0.07, 0.07, 0.07, 0.07, 0.07, 0.07, 0.07], "confirm");
    const icons = [[], [fuel]].map((exact) => {
      const [judged] = judge(measurements([result(visits, { noise: LEARNED, exact })])).benchmarks;
      return [judged?.tier, judged === undefined ? "" : benchmarkIcon(judged)];
    });
    expect(icons).toEqual([
      ["investigate", "🟡"],
      ["must-fix", "🔴"],
    ]);
  });

  it("says why it is missing and how that is accepted, in every form of the report", () => {
    const gone = result(
      [],
      { pairing: "missing", pairingReason: "in the baseline, not in this run" },
      "execution/gone",
    );
    const document = told([gone]);
    const forms = [
      renderTerminal(document, {
        paint: plainPaint,
        width: 120,
        now: NOW,
        isWhole: true,
        isPiped: true,
      }),
      renderComment(document, { ...LINKS, maxLength: 65_536 }),
      renderSummary(document, { ...LINKS, maxBytes: 1e6 }),
    ];
    for (const text of forms) {
      expect(text).toContain("in the baseline, not in this run");
      expect(text).toContain("removed: true");
    }
    expect(renderAnnotations(document)).toContainEqual({
      level: "warning",
      title: "missing: execution/gone",
      message: "in the baseline, not in this run",
    });
  });
});
