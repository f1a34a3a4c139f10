import { describe, expect, it } from "vitest";
import { parseBaseline, serializeBaseline } from "../../src/config/baseline-document.ts";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { METRIC_NAMES } from "../../src/model/metric.ts";
import type { MetricJudgement } from "../../src/model/verdict.ts";
import { changed } from "./changed.ts";
import { baseline, result } from "./sample-documents.ts";
import { thrownBy } from "./thrown.ts";

const point = { center: 1, low: 1, high: 1, spread: 0, samples: 1, processes: 1 };
const judged: MetricJudgement = {
  metric: "time",
  unit: "ns",
  verdict: "new",
  candidate: point,
  baseline: null,
  change: null,
  gatedAt: null,
  stage: null,
  because: "",
};
const rule = { benchmark: "a", metric: "time", reason: "r" } as const;
const RESULT = serializeResult({
  ...result,
  policy: {
    ...result.policy,
    accept: [{ ...rule, until: "2027-01-31", limit: 0.1 }],
    overrides: [
      {
        benchmark: "a",
        regression: null,
        floor: null,
        floorUnit: null,
        allowances: { fuel: { fraction: 0, absolute: 1 } },
        reason: "",
      },
    ],
    targets: [
      {
        ...rule,
        max: 1,
        unit: "ns",
        source: "",
        severity: "fail",
        title: "",
        writtenFor: null,
        note: "",
      },
    ].map(({ reason: _, ...target }) => target as (typeof result.policy.targets)[number]),
  },
  judgement: {
    ...result.judgement,
    benchmarks: [
      {
        id: "execution/sum/codec",
        verdict: "new",
        metrics: [judged],
        tier: null,
        accepted: null,
        failure: null,
        contaminated: false,
        explanation: [],
        warnings: [],
      },
    ],
  },
});
const BASELINE = serializeBaseline(baseline);

describe("an unknown metric", () => {
  it.each([
    "benchmarks.0.visits.0.series.0.metric",
    "benchmarks.0.benchmark.procedure.extras.0.metric",
    "judgement.benchmarks.0.metrics.0.metric",
    "policy.accept.0.metric",
    "policy.targets.0.metric",
  ])("is refused in a result at %s", (path) => {
    const { code, message } = thrownBy(() => parseResult(changed(RESULT, path, "timee"), "r.json"));
    expect(code).toBe("result");
    expect(message).toContain(
      'unknown metric "timee"; did you mean "time"? was it written by a newer version?',
    );
  });

  it.each([
    ["benchmarks.0.exact.0.metric", "fule"],
    ["benchmarks.0.exact.0.metric", "time"],
  ])("is refused in a result among exact values: %s = %s", (path, name) => {
    const { message } = thrownBy(() => parseResult(changed(RESULT, path, name), "r.json"));
    expect(message).toContain(`benchmarks[0].exact[0].metric: unknown metric "${name}"`);
  });

  it.each([
    ["policy.allowances", "policy.allowances"],
    ["policy.overrides.0.allowances", "policy.overrides[0].allowances"],
  ])("is refused in a result among %s", (path, shown) => {
    const text = changed(RESULT, path, { fule: { fraction: 0, absolute: 0 } });
    const { message } = thrownBy(() => parseResult(text, "r.json"));
    expect(message).toContain(`${shown}.fule: unknown metric "fule"; did you mean "fuel"?`);
  });

  it.each(["benchmarks.0.series.0.metric", "benchmarks.0.exact.0.metric"])(
    "is refused in a baseline at %s",
    (path) => {
      const text = changed(BASELINE, path, "energy");
      const { code, message } = thrownBy(() => parseBaseline(text, "b.json"));
      expect(code).toBe("baseline");
      expect(message).toContain('unknown metric "energy"; was it written by a newer version?');
    },
  );
});

it.each(METRIC_NAMES)("the metric %s is read back from a result and a baseline", (name) => {
  const inResult = changed(RESULT, "benchmarks.0.visits.0.series.0.metric", name);
  expect(parseResult(inResult, "r").benchmarks[0]?.visits[0]?.series[0]?.metric).toBe(name);
  const inBaseline = changed(BASELINE, "benchmarks.0.series.0.metric", name);
  expect(parseBaseline(inBaseline, "b").benchmarks[0]?.series[0]?.metric).toBe(name);
});
