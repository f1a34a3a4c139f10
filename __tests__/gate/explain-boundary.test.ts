import { expect, it } from "vitest";
import { explainBoundary } from "../../src/gate/explain.ts";
import type { MetricJudgement } from "../../src/model/verdict.ts";

const estimate = (center: number) => ({
  center,
  low: center,
  high: center,
  spread: 0,
  samples: 1,
  processes: 1,
});

function judged(
  candidate: number | null,
  baseline: number | null = null,
  metric: MetricJudgement["metric"] = "boundary_share",
): MetricJudgement {
  const of = (value: number | null) => (value === null ? null : estimate(value));
  return {
    metric,
    unit: "ratio",
    assumption: "noisy",
    candidate: of(candidate),
    baseline: of(baseline),
    change: null,
    gatedAt: null,
    verdict: "unchanged",
    because: "",
  } as unknown as MetricJudgement;
}

it("lets fuel lead from one half of a call on", () => {
  const [said, ...more] = explainBoundary([judged(0.5)]);
  expect(said).toBe(
    "50.0 % of a call is lifting and lowering: of the component's code, its fuel says more than its time",
  );
  expect(more).toEqual([]);
  expect(explainBoundary([judged(null, 0.97)])[0]).toMatch(/^97\.0 % of a call/);
});

it("says nothing below that, or of what is no component", () => {
  expect(explainBoundary([judged(0.49)])).toEqual([]);
  expect(explainBoundary([judged(0.9, 0.9, "gc_share")])).toEqual([]);
  expect(explainBoundary([])).toEqual([]);
});
