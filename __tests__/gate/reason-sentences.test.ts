import { describe, expect, test } from "vitest";
import { reasonsFor } from "../../src/gate/reasons.ts";
import type { RunFacts } from "../../src/gate/run-verdict.ts";
import type {
  BenchmarkJudgement,
  Change,
  MetricJudgement,
  TargetJudgement,
} from "../../src/model/verdict.ts";
import { failure, POLICY, target } from "./fabricate.ts";

const point = (center: number): Change => ({ center, low: center, high: center });

function metric(part: Partial<MetricJudgement> = {}): MetricJudgement {
  return {
    metric: "time",
    unit: "ns",
    verdict: "regression",
    candidate: null,
    baseline: null,
    change: point(0.1),
    gatedAt: null,
    stage: "confirm",
    because: "it moved",
    ...part,
  };
}

function judged(
  id: string,
  verdict: BenchmarkJudgement["verdict"],
  part: Partial<BenchmarkJudgement> = {},
): BenchmarkJudgement {
  return {
    id,
    verdict,
    metrics: [],
    tier: null,
    accepted: null,
    failure: null,
    contaminated: false,
    explanation: [],
    warnings: [],
    ...part,
  };
}

const slower = (id: string, ...metrics: readonly MetricJudgement[]): BenchmarkJudgement =>
  judged(id, "regression", { metrics });

function aimed(
  id: string,
  verdict: TargetJudgement["verdict"],
  part: Partial<TargetJudgement> = {},
): TargetJudgement {
  const estimate = { ...point(2e6), spread: 0, samples: 1, processes: 6 };
  const because = "the interval holds the limit";
  return { id, target: target("**", 1e6), verdict, estimate, distance: null, because, ...part };
}

const QUIET: RunFacts = {
  benchmarks: [],
  targets: [],
  suites: [],
  noBaseline: null,
  storeFault: null,
  nothingMeasured: null,
  policyDoubt: false,
};

function reasons(facts: Partial<RunFacts>, policy: Partial<typeof POLICY> = {}): string[] {
  return reasonsFor({ ...QUIET, ...facts }, "fail", { ...POLICY, ...policy });
}

describe("the sentence of a regression", () => {
  test("names the metric unless it is time, its change, and at what it was gated", () => {
    const time = slower("a", metric({ gatedAt: 0.04 }));
    const fuel = slower("a", metric({ metric: "fuel", unit: "fuel" }));
    expect(reasons({ benchmarks: [time] })).toEqual(["1 regression: a +10.0 % (gated at 4.0 %)"]);
    expect(reasons({ benchmarks: [fuel] })).toEqual(["1 regression: a fuel +10.0 %"]);
  });

  test("is about the metric that grew most, of those that regressed", () => {
    const all = [
      metric({ change: point(0.06) }),
      metric({ metric: "fuel", change: point(0.3) }),
      metric({ metric: "size_raw", change: point(0.2) }),
      metric({ metric: "compile", verdict: "inconclusive", change: point(0.9) }),
    ];
    expect(reasons({ benchmarks: [slower("a", ...all)] })[0]).toBe("1 regression: a fuel +30.0 %");
  });

  test("says where the base had nothing", () => {
    const pages = slower("a", metric({ metric: "pages", unit: "pages", change: null }));
    expect(reasons({ benchmarks: [pages] })[0]).toBe("1 regression: a pages from zero");
  });

  test("puts the largest first, and growth from nothing before all", () => {
    const benchmarks = [
      slower(
        "small",
        metric({ change: point(0.06) }),
        metric({ metric: "compile", verdict: "inconclusive", change: point(0.9) }),
      ),
      slower("large", metric({ change: point(0.05) }), metric({ change: point(0.5) })),
      slower("endless", metric({ metric: "pages", change: null })),
      slower("middle", metric({ change: point(0.2) })),
    ];
    const [summary, rest] = reasons({ benchmarks });
    expect(summary).toBe(
      "4 regressions: endless pages from zero, large +50.0 %, middle +20.0 % and 1 more",
    );
    expect(rest).toBe("regression: small +6.0 %");
  });

  test("leaves out what was accepted, which is told further down with its reason", () => {
    const accepted = { reason: "bounds checks", until: "2027-01-31", limit: 0.2 };
    const all = [slower("a", metric()), { ...slower("b", metric()), accepted }];
    expect(reasons({ benchmarks: all })).toEqual([
      "1 regression: a +10.0 %",
      "accepted until 2027-01-31: b +10.0 %: bounds checks",
    ]);
  });
});

describe("the first sentence", () => {
  const failed = judged("f", "failed", { failure: failure("candidate", "unreachable") });
  const uncompared = judged("u", "new", { notCompared: "it lacks the export" });
  const open = judged("i", "inconclusive", {
    metrics: [
      metric({ verdict: "unchanged", because: "calm" }),
      metric({ verdict: "inconclusive", because: "too noisy" }),
    ],
  });

  test("goes from what is worst to what is open", () => {
    const facts = {
      benchmarks: [open, uncompared, judged("m", "missing"), failed, slower("r", metric())],
      targets: [aimed("t", "inconclusive"), aimed("t", "missed")],
    };
    expect(reasons(facts)[0]?.split("; ")).toEqual([
      "1 failed benchmark: f (unreachable)",
      "1 regression: r +10.0 %",
      "1 missed target: t time 2.00 ms, limit 1.00 ms",
      "1 missing benchmark: m",
      "1 uncompared benchmark: u (it lacks the export)",
      "1 inconclusive benchmark: i (too noisy)",
      "1 undecided target: t (the interval holds the limit)",
    ]);
  });

  test("gives the reason of one, and of several the names, with the reasons further down", () => {
    const message = (id: string): BenchmarkJudgement =>
      judged(id, "failed", { failure: failure("candidate", `trap in ${id}`) });
    expect(reasons({ benchmarks: [message("a")] })).toEqual(["1 failed benchmark: a (trap in a)"]);
    expect(reasons({ benchmarks: [message("a"), message("b")] })).toEqual([
      "2 failed benchmarks: a, b",
      "failed benchmark: a (trap in a)",
      "failed benchmark: b (trap in b)",
    ]);
  });

  test("names three, and counts the fourth, which is named further down", () => {
    const failures = (...ids: readonly string[]): string[] =>
      reasons({ benchmarks: ids.map((id) => judged(id, "failed")) });
    expect(failures("a", "b", "c")).toEqual(["3 failed benchmarks: a, b, c"]);
    expect(failures("a", "b", "c", "d", "e")).toEqual([
      "5 failed benchmarks: a, b, c and 2 more",
      "failed benchmark: d",
      "failed benchmark: e",
    ]);
  });

  test("says of an open benchmark without an open metric that it gave nothing", () => {
    const empty = judged("i", "inconclusive", { metrics: [metric({ verdict: "unchanged" })] });
    expect(reasons({ benchmarks: [empty] })).toEqual([
      "1 inconclusive benchmark: i (no usable data)",
    ]);
  });

  test("calls what was not compared so, and not inconclusive as well", () => {
    const both = judged("i", "inconclusive", { notCompared: "the baseline failed: unreachable" });
    expect(reasons({ benchmarks: [both] })).toEqual([
      "1 uncompared benchmark: i (the baseline failed: unreachable)",
    ]);
  });

  test("is silent about targets that inform only", () => {
    const informing = { target: target("**", 1e6, { severity: "info" }) };
    const targets = [aimed("a", "missed", informing), aimed("b", "inconclusive", informing)];
    expect(reasons({ targets })).toEqual(["0 benchmarks measured, nothing compared"]);
  });

  test("says of a missed target without a value that it was not measured", () => {
    expect(reasons({ targets: [aimed("a", "missed", { estimate: null })] })).toEqual([
      "1 missed target: a time not measured, limit 1.00 ms",
    ]);
  });

  test("only counts what is open where that is ignored, unless it fails the run", () => {
    const facts = {
      benchmarks: [open, judged("u", "unchanged")],
      targets: [aimed("t", "inconclusive")],
    };
    const ignored = { inconclusive: "ignore" } as const;
    expect(reasons(facts, ignored)[0]).toBe("no regression in 1 compared benchmark; 1 not judged");
    const told =
      "1 inconclusive benchmark: i (too noisy); 1 undecided target: t (the interval holds the limit)";
    expect(reasons(facts, { ...ignored, failOn: ["inconclusive"] })[0]).toBe(told);
    expect(reasons(facts, { failOn: ["inconclusive"] })[0]).toBe(told);
    const worse = { ...facts, benchmarks: [open, failed] };
    expect(reasons(worse, ignored)[0]).toBe("1 failed benchmark: f (unreachable)");
  });

  test("begins with why nothing was measured", () => {
    const nothingMeasured = "nothing was measured: 1 benchmark failed (unreachable)";
    expect(reasons({ nothingMeasured, benchmarks: [failed] })[0]).toBe(
      `${nothingMeasured}; 1 failed benchmark: f (unreachable)`,
    );
  });

  test("ends with suites that slowed, then stores that did not answer", () => {
    const suite = { benchmarks: 4, change: null };
    const suites = [
      { ...suite, suite: "execution", suspicious: true, because: "+1.4 % in 4 benchmarks" },
      { ...suite, suite: "memory", suspicious: false, because: "calm" },
    ];
    const facts = { suites, storeFault: "no answer", benchmarks: [failed] };
    expect(reasons(facts)).toEqual([
      "1 failed benchmark: f (unreachable); execution slowed as a whole; a store could not be asked: no answer",
      "suite execution: +1.4 % in 4 benchmarks",
    ]);
    expect(reasons({ storeFault: "no answer" })).toEqual(["a store could not be asked: no answer"]);
  });

  test("begins with the absent baseline where that is the verdict, and ends with it otherwise", () => {
    const facts = { ...QUIET, noBaseline: "evicted", benchmarks: [failed, judged("m", "missing")] };
    const clauses = "1 failed benchmark: f (unreachable); 1 missing benchmark: m";
    const advice = expect.stringContaining('{ benchmark: "m", removed: true, reason: "…" }');
    expect(reasonsFor(facts, "no-baseline", POLICY)).toEqual([
      `no baseline: evicted; ${clauses}`,
      advice,
    ]);
    expect(reasonsFor(facts, "fail", POLICY)).toEqual([`${clauses}; no baseline: evicted`, advice]);
  });
});

describe("the sentence of a calm run", () => {
  test("counts what was compared, and the targets that are met", () => {
    const verdicts = ["improvement", "unchanged", "identical", "new", "unsupported"] as const;
    const benchmarks = verdicts.map((verdict) => judged(verdict, verdict));
    const words = "no regression in 2 compared benchmarks; 1 with the code of the baseline";
    expect(reasons({ benchmarks })).toEqual([words]);
    const targets = [aimed("a", "met"), aimed("b", "met")];
    expect(reasons({ benchmarks, targets })).toEqual([`${words}; 2 targets met`]);
  });

  test("says that nothing was compared where all of it is the code of the baseline", () => {
    const benchmarks = [judged("a", "identical"), judged("b", "identical")];
    expect(reasons({ benchmarks })).toEqual([
      "2 benchmarks, nothing compared; 2 with the code of the baseline",
    ]);
  });

  test("counts an accepted regression as compared", () => {
    const accepted = { reason: "r", until: "2027-01-31", limit: 0.2 };
    const [first] = reasons({ benchmarks: [{ ...slower("a", metric()), accepted }] });
    expect(first).toBe("no regression in 1 compared benchmark");
  });

  test("counts what was measured where nothing was compared", () => {
    const removal = { reason: "moved", until: null };
    const benchmarks = [
      judged("a", "new"),
      judged("b", "new"),
      judged("c", "unsupported"),
      judged("d", "missing", { removal }),
    ];
    expect(reasons({ benchmarks, targets: [aimed("a", "met")] })).toEqual([
      "2 benchmarks measured, nothing compared; 1 target met",
      "accepted as removed: d: moved",
    ]);
  });

  test("tells the last day of an accepted removal", () => {
    const removal = { reason: "moved", until: "2027-01-31" };
    expect(reasons({ benchmarks: [judged("d", "missing", { removal })] })[1]).toBe(
      "accepted as removed until 2027-01-31: d: moved",
    );
  });
});
