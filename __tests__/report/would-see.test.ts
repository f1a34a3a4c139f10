import { expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import type { MetricJudgement } from "../../src/model/verdict.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

const COMMENT = {
  reportUrl: "https://example.org/r",
  baseUrl: "https://example.org",
  now: NOW,
  maxLength: 65_536,
  history: [],
};

/** The state in which a benchmark is open, its metrics changed. */
function openBy(change: (one: MetricJudgement) => MetricJudgement): ResultDocument {
  const result = STATES.inconclusive?.();
  if (result === undefined) throw new Error("there is no such state");
  const benchmarks = result.judgement.benchmarks.map((one) =>
    one.verdict === "inconclusive" ? { ...one, metrics: one.metrics.map(change) } : one,
  );
  return { ...result, judgement: { ...result.judgement, benchmarks } };
}

const wordsOf = (result: ResultDocument): string =>
  renderComment(result, COMMENT).replaceAll("\u00a0", " ");

it("an open time says what the run would see", () => {
  expect(wordsOf(openBy((one) => one))).toMatch(/\(would see ≥ [\d.]+ %\)/);
});

it("an open size says nothing of it: what it is gated at is an allowance", () => {
  const sized = openBy((one) => ({ ...one, metric: "size_raw", unit: "bytes", gatedAt: 4.57 }));
  const words = wordsOf(sized);
  expect(words).not.toContain("would see");
  expect(words).not.toContain("457 %");
});
