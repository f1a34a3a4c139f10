import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { secondOpinion, withOpinion } from "../../src/gate/second-opinion.ts";
import type { BenchmarkResult, ResultDocument } from "../../src/model/result.ts";
import type { Visit } from "../../src/model/sample.ts";
import { failedVisit, LEARNED, measurements, pairedVisits, result } from "./fabricate.ts";

const ID = "execution/suspect";

function measured(visits: readonly Visit[], part: Partial<BenchmarkResult> = {}): ResultDocument {
  const all = measurements([result(visits, { noise: LEARNED, ...part }, ID)]);
  return { ...all, judgement: judge(all) };
}

const opinion = (document: ResultDocument): unknown => secondOpinion(document, [ID]);
const UPHELD = { kind: "given", upheld: [ID], lifted: [] } as const;
const LIFTED = { kind: "given", upheld: [], lifted: [ID] } as const;
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

  test("lifts nothing where it is too noisy to see", () => {
    const noisy = [0.6, -0.5, 0.1, 0.7, -0.6, 0.4, -0.3, 0.5];
    const blind = measured(
      [...pairedVisits([0.5, -0.4, 0.6, -0.5]), ...pairedVisits(noisy, "confirm", { first: 4 })],
      { noise: null },
    );
    expect(blind.judgement.benchmarks[0]?.metrics[0]?.cause).toBe("too-noisy");
    expect(opinion(blind)).toEqual(UPHELD);
  });

  test("decides the verdict, and leaves the measurements alone", () => {
    const document = measured(pairedVisits(CALM));
    const red = withOpinion(document, UPHELD);
    expect(red.judgement).toEqual({ ...document.judgement, verdict: "fail", opinion: UPHELD });
    expect(red.benchmarks).toBe(document.benchmarks);
    expect(withOpinion(document, LIFTED).judgement.verdict).toBe("pass");
  });

  test("that lifts what would fail for itself warns", () => {
    const failing = measured([...pairedVisits(CALM), failedVisit(9, "candidate")]);
    expect(failing.judgement.verdict).toBe("fail");
    expect(withOpinion(failing, LIFTED).judgement.verdict).toBe("warn");
  });
});

describe("the first machine", () => {
  const failing = measured([...pairedVisits(CALM), failedVisit(9, "candidate")]);

  test("warns of what it leaves to a second job", () => {
    const { verdict } = withOpinion(failing, { kind: "left", suspects: [ID] }).judgement;
    expect(verdict).toBe("warn");
  });

  test("fails where there is no second job", () => {
    const { verdict } = withOpinion(failing, { kind: "alone", suspects: [ID] }).judgement;
    expect(verdict).toBe("fail");
  });
});
