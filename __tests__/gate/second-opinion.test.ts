import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import {
  opinionOf,
  secondOpinion,
  withOpinion,
  withSuspects,
} from "../../src/gate/second-opinion.ts";
import type { BenchmarkResult, ResultDocument } from "../../src/model/result.ts";
import type { Visit } from "../../src/model/sample.ts";
import { failedVisit, LEARNED, measurements, pairedVisits, result } from "./fabricate.ts";

const ID = "execution/suspect";

function measured(visits: readonly Visit[], part: Partial<BenchmarkResult> = {}): ResultDocument {
  const all = measurements([result(visits, { noise: LEARNED, ...part }, ID)]);
  return { ...all, judgement: judge(all) };
}

const opinion = (document: ResultDocument): unknown => secondOpinion(document, [ID]);
const UPHELD = { upheld: [ID], lifted: [] };
const LIFTED = { upheld: [], lifted: [ID] };
const CALM = [0.001, -0.002, 0.002, 0];

describe("the second machine", () => {
  test("lifts what it measures and does not see", () => {
    expect(opinion(measured(pairedVisits(CALM)))).toEqual(LIFTED);
  });

  test("upholds what it sees", () => {
    expect(opinion(measured(pairedVisits([0.04, 0.05, 0.045, 0.05])))).toEqual(UPHELD);
  });

  test.each([
    ["a benchmark that crashed", [...pairedVisits(CALM), failedVisit(9, "candidate")]],
    ["a baseline that crashed", [...pairedVisits(CALM), failedVisit(9, "baseline")]],
    ["fewer than four processes", pairedVisits(CALM.slice(0, 3))],
    ["a machine that treats the sides differently", pairedVisits(CALM, "screen", { kernel: 0.05 })],
    ["nothing", []],
  ])("lifts nothing on %s", (_, visits) => {
    expect(opinion(measured(visits))).toEqual(UPHELD);
  });

  test("upholds what it was not asked to measure", () => {
    const nothing = { ...measured(pairedVisits(CALM)), benchmarks: [] };
    expect(opinion(nothing)).toEqual(UPHELD);
    expect(opinion(measured(pairedVisits(CALM), { pairing: "identical" }))).toEqual(UPHELD);
  });

  test("lifts nothing on a screen that asked for fresh data and got none", () => {
    const cut = measured(pairedVisits([0.03, 0.08, 0.05, 0.06]), { noise: null });
    expect(cut.judgement.counts.inconclusive).toBe(1);
    expect(opinion(cut)).toEqual(UPHELD);
  });

  test("tells its opinion as the verdict, and leaves the measurements alone", () => {
    const document = measured(pairedVisits(CALM));
    const red = withOpinion(document, { upheld: [ID], lifted: [] });
    expect(red.judgement).toMatchObject({
      verdict: "fail",
      warnings: [{ code: "second-opinion", message: `upheld on another machine: ${ID}` }],
    });
    expect(opinionOf(red.judgement)).toBe(`upheld on another machine: ${ID}`);
    expect(red.benchmarks).toBe(document.benchmarks);
    const green = withOpinion(document, { upheld: [], lifted: [ID] });
    expect(green.judgement.verdict).toBe("pass");
    expect(opinionOf(green.judgement)).toContain("did not regress on this machine");
    expect(opinionOf(document.judgement)).toBeNull();
  });

  test("a first job tells its regressions as open", () => {
    const waiting = withSuspects(measured(pairedVisits(CALM)), [ID]);
    expect(waiting.judgement.verdict).toBe("warn");
    expect(opinionOf(waiting.judgement)).toBe(`left to a second job to uphold or lift: ${ID}`);
  });

  test("a lifted run that would fail for itself warns", () => {
    const failing = measured([...pairedVisits(CALM), failedVisit(9, "candidate")]);
    expect(failing.judgement.verdict).toBe("fail");
    expect(withOpinion(failing, { upheld: [], lifted: [ID] }).judgement.verdict).toBe("warn");
  });
});
