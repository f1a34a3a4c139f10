import { describe, expect, test } from "vitest";
import { compareJudgements } from "../../src/gate/compare-judgements.ts";
import { judge } from "../../src/gate/judge.ts";
import type { Judgement } from "../../src/model/verdict.ts";
import { measurements, pairedVisits, result } from "./fabricate.ts";

const JUDGEMENT = judge(measurements([result(pairedVisits([0.1, 0.1, 0.1, 0.1]))]));

/** The judgement, with its first benchmark changed. */
function withBenchmark(changes: Partial<Judgement["benchmarks"][number]>): Judgement {
  return {
    ...JUDGEMENT,
    benchmarks: JUDGEMENT.benchmarks.map((one) => ({ ...one, ...changes })),
  };
}

/** The judgement, with every metric changed. */
function withMetric(changes: object): Judgement {
  const metrics = (JUDGEMENT.benchmarks[0]?.metrics ?? []).map((one) => ({ ...one, ...changes }));
  return withBenchmark({ metrics });
}

describe("a stored judgement and one made again", () => {
  test("are the same, whatever the order of their fields", () => {
    const turned = Object.fromEntries(
      Object.entries(JUDGEMENT).toReversed(),
    ) as unknown as Judgement;
    expect(compareJudgements(turned, JUDGEMENT)).toBe("same");
  });

  test.each<[string, Judgement]>([
    ["a reason", { ...JUDGEMENT, reasons: ["all well"] }],
    ["how a metric came to its verdict", withMetric({ because: "it says so" })],
    ["an explanation", withBenchmark({ explanation: ["fuel −1.0 %"] })],
    ["why nothing was compared", withBenchmark({ notCompared: "no bytes" })],
  ])("differ in words by %s", (what, stored) => {
    const again =
      what === "why nothing was compared" ? withBenchmark({ notCompared: "gone" }) : JUDGEMENT;
    expect(compareJudgements(stored, again)).toBe("other-words");
  });

  test.each<[string, Judgement]>([
    ["the verdict of the run", { ...JUDGEMENT, verdict: "fail" }],
    ["a count", { ...JUDGEMENT, counts: { ...JUDGEMENT.counts, regression: 7 } }],
    ["a verdict of a metric", withMetric({ verdict: "unchanged" })],
    ["a number", withMetric({ gatedAt: 0.5 })],
    ["a comparison that is owed", withBenchmark({ notCompared: "no bytes" })],
    ["the code of a warning", { ...JUDGEMENT, warnings: [{ code: "new-code", message: "" }] }],
    [
      "what changed in the policy",
      {
        ...JUDGEMENT,
        policyChanges: { weaker: [{ what: "floor", of: [], before: "", now: "" }], other: [] },
      },
    ],
  ])("differ in verdicts by %s", (_, stored) => {
    expect(compareJudgements(stored, JUDGEMENT)).toBe("other-verdicts");
  });
});
