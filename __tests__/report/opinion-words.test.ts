import { describe, expect, test } from "vitest";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { judge } from "../../src/gate/judge.ts";
import { withOpinion } from "../../src/gate/second-opinion.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import type { Opinion } from "../../src/model/verdict.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { headlineOf } from "../../src/report/headline.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { measurements, pairedVisits, result } from "../gate/fabricate.ts";

const ID = "execution/suspect";
const NOW = "2026-11-23T09:30:00Z";
const MEASURED = measurements([
  result(pairedVisits([0, 0, 0, 0]), { definition: "ab".repeat(32) }, ID),
]);
const PLAIN: ResultDocument = { ...MEASURED, judgement: judge(MEASURED) };

/** Every report of a result, as plain text. */
function reportsOf(told: ResultDocument): readonly string[] {
  const context = { baseUrl: "https://example.org", reportUrl: "", now: NOW, history: [] };
  return [
    renderTerminal(told, { paint: plainPaint, width: 500, now: NOW, isWhole: true, isPiped: true }),
    renderComment(told, { ...context, maxLength: 60_000 }),
    renderHtml(told, { history: [], now: NOW }),
    renderAnnotations(told)
      .map(({ message }) => message)
      .join(),
  ];
}

const OPINIONS: readonly (readonly [Opinion, news: string | null, told: string])[] = [
  [{ kind: "left", suspects: [ID] }, "left to a second job", "left to a second job to uphold"],
  [{ kind: "alone", suspects: [ID] }, null, "set the input second-job to true in this step"],
  [
    { kind: "given", upheld: [ID], lifted: [] },
    "upheld on another machine: execution/suspect",
    "upheld on another machine: execution/suspect",
  ],
  [
    { kind: "given", upheld: ["a/b/c"], lifted: [ID] },
    "upheld on another machine: a/b/c; lifted: execution/suspect did not regress",
    "did not regress on this machine",
  ],
];

describe("what two jobs make of a run", () => {
  test.each(OPINIONS)("%j is told by every report", (opinion, news, told) => {
    const document = withOpinion(PLAIN, opinion);
    expect(reportsOf(document).map((text) => text.includes(told))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(headlineOf(document)).toContain(news ?? "no regression in 1 benchmark");
  });

  test.each(OPINIONS)("%j can be stored", (opinion) => {
    const document = withOpinion(PLAIN, opinion);
    expect(parseResult(serializeResult(document), "result.json").judgement.opinion).toEqual(
      opinion,
    );
  });

  test("is told by no report of a run of one job", () => {
    expect(headlineOf(PLAIN)).toContain("no regression in 1 benchmark");
    expect(reportsOf(PLAIN).join()).not.toMatch(/second job|another machine|lifted/);
  });
});
