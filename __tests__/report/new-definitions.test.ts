import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { BenchmarkResult, ResultDocument } from "../../src/model/result.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { headlineOf } from "../../src/report/headline.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import {
  benchmark,
  LEARNED,
  measurements,
  POLICY,
  pairedVisits,
  result,
  series,
  visit,
} from "../gate/fabricate.ts";

const NOW = "2026-11-23T01:00:00Z";
const COMPARED = "its definition changed: both sides are measured by the new one";
const LACKING = "its definition changed, and the base's module cannot run it: no export";

function told(benchmarks: readonly BenchmarkResult[]): ResultDocument {
  const removals = [{ benchmark: "execution/gone", until: null, reason: "moved, #7" }];
  const measured = measurements(benchmarks, { policy: { ...POLICY, removals } });
  return { ...measured, judgement: judge(measured) };
}

const redefined = result(
  pairedVisits([0, 0.001, 0, -0.001]),
  { noise: LEARNED, definitionChange: "redefined", pairingReason: COMPARED },
  "execution/a/x",
);
const uncompared = result(
  [visit(0, [series("time", "candidate", [5])])],
  { pairing: "new", definitionChange: "redefined", pairingReason: LACKING, obstacle: LACKING },
  "execution/b/x",
);
const gone = result([], { pairing: "missing" }, "execution/gone/x");

const REPORTS: readonly (readonly [string, (of: ResultDocument) => string])[] = [
  [
    "terminal",
    (of) =>
      renderTerminal(of, { paint: plainPaint, width: 120, now: NOW, isWhole: true, isPiped: true }),
  ],
  [
    "comment",
    (of) =>
      renderComment(of, {
        maxLength: 65_536,
        now: NOW,
        history: [],
        reportUrl: "",
        baseUrl: "",
      }),
  ],
  [
    "summary",
    (of) => renderSummary(of, { maxBytes: 1e6, now: NOW, history: [], reportUrl: "", baseUrl: "" }),
  ],
  ["HTML", (of) => renderHtml(of, { history: [], now: NOW }).replaceAll("&#39;", "'")],
];

describe.each(REPORTS)("the %s", (_, render) => {
  const text = render(told([redefined, uncompared, gone]));

  it("says how a redefined benchmark was compared, and why one was not", () => {
    expect(text).toContain(COMPARED);
    expect(text).toMatch(/not compared: its definition changed, and the base.{1,6}s module cannot/);
  });

  it("tells an accepted removal with its reason, apart from what needs attention", () => {
    expect(text).toContain("1 accepted removal");
    expect(text).toMatch(/accepted as removed.*moved, /i);
    expect(text).not.toContain("1 missing benchmark");
  });

  it("says nothing of definitions where none changed", () => {
    const calm = { ...result(pairedVisits([0, 0, 0, 0])), noise: LEARNED };
    expect(render(told([calm]))).not.toMatch(/new and redefined/i);
  });
});

describe("what needs attention", () => {
  it("counts and annotates what was not compared", () => {
    const document = told([redefined, uncompared]);
    expect(headlineOf(document)).toBe("1 not compared · 2 benchmarks: 1 unchanged");
    expect(renderAnnotations(document)[0]).toMatchObject({
      level: "warning",
      title: "not compared: execution/b/x",
    });
    const policy = { ...document.policy, failOn: ["not-compared" as const] };
    expect(renderAnnotations({ ...document, policy })[0]?.level).toBe("error");
  });

  it("counts no benchmark that cannot run as measured", () => {
    const unsupported = result([], {
      pairing: "alone",
      benchmark: benchmark("execution/u/x", { unsupported: "no memory" }),
    });
    const alone = result([visit(0, [series("time", "candidate", [5])])], { pairing: "alone" });
    expect(headlineOf(told([alone, unsupported]))).toMatch(/^1 benchmark measured, not compared/);
    expect(told([alone, unsupported]).judgement.reasons).toEqual([
      "1 benchmark measured, nothing compared",
    ]);
    expect(headlineOf(told([unsupported]))).toMatch(/^nothing was measured · /);
  });
});
