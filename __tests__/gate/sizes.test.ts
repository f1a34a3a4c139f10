import { describe, expect, test } from "vitest";
import { componentValue } from "../../src/gate/component-metrics.ts";
import { judge } from "../../src/gate/judge.ts";
import type { ComponentFacts } from "../../src/model/component.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import type { Target } from "../../src/model/target.ts";
import { benchmark, facts, measurements, POLICY, result, target } from "./fabricate.ts";

const ID = "size/component/fib";

function size(exact: readonly ExactValue[], part: Partial<BenchmarkResult> = {}): BenchmarkResult {
  const one = benchmark(ID, { suite: "size", procedure: { kind: "size" }, primary: "size_raw" });
  return { ...result([], {}, ID), benchmark: one, exact, ...part };
}

function value(
  metric: ExactValue["metric"],
  baseline: number | null,
  candidate: number,
): ExactValue {
  return { metric, baseline, candidate, note: null };
}

const sections = [
  { name: "module 0: code", bytes: 100 },
  { name: "module 1: code", bytes: 20 },
  { name: "module 0: custom:name", bytes: 7 },
  { name: "component: custom:producers", bytes: 5 },
  { name: "component: type", bytes: 40 },
  { name: "module 1: type", bytes: 3 },
];
const COMPONENT: ComponentFacts = { ...facts("fib", 1), format: "component", sections };

describe("a metric of a component", () => {
  test.each([
    ["size_code", 120],
    ["size_type", 3],
    ["size_custom", 12],
    ["size_custom_name", 7],
    ["size_custom_producers", 5],
    ["size_component", 40],
    ["size_data", 0],
    ["size_raw", 101],
    ["size_gzip", 50],
    ["imports", 0],
    ["fuel", null],
  ] as const)("adds up what belongs to it: %s", (metric, expected) => {
    expect(componentValue(COMPONENT, metric)).toBe(expected);
  });

  test("is 0 for a module without sections, and not known of glue that was not read", () => {
    const empty = { ...facts("fib", 0), sections: [] };
    expect(componentValue(empty, "size_code")).toBe(0);
    expect(componentValue({ ...empty, format: "glue" }, "size_code")).toBeNull();
    expect(componentValue({ ...empty, format: "glue", sizeBytes: 0 }, "size_raw")).toBeNull();
  });
});

describe("the benchmark of a size", () => {
  const judged = (one: BenchmarkResult, policy = POLICY) =>
    judge(measurements([one], { policy, components: [facts("fib", 200)] }));

  test("measures something: the run passes, without a warning about what was not run", () => {
    const { verdict, benchmarks } = judged(size([value("size_raw", 300, 300)]));
    expect(verdict).toBe("pass");
    expect(benchmarks).toMatchObject([{ verdict: "unchanged", warnings: [] }]);
  });

  test("regresses by its own allowance, and by one that somebody gave to a section", () => {
    expect(judged(size([value("size_raw", 300, 2000)])).benchmarks[0]?.verdict).toBe("regression");
    const code = size([value("size_raw", 300, 300), value("size_code", 100, 101)]);
    expect(judged(code).benchmarks[0]?.verdict).toBe("unchanged");
    const policy = { ...POLICY, allowances: { size_code: { fraction: 0, absolute: 0 } } };
    expect(judged(code, policy)).toMatchObject({
      verdict: "fail",
      benchmarks: [{ verdict: "regression" }],
    });
  });

  test("is new without a baseline, identical where no byte changed, open where nothing is known", () => {
    const verdictOf = (one: BenchmarkResult) => judged(one).benchmarks[0]?.verdict;
    const alone = size([value("size_raw", null, 300)], { pairing: "alone" });
    expect(verdictOf(alone)).toBe("new");
    const same = { pairing: "identical", definitionChange: "added" } as const;
    expect(verdictOf(size([value("size_raw", 300, 300)], same))).toBe("identical");
    expect(judged(size([], { pairing: "alone" })).verdict).toBe("fail");
  });
});

describe("a target on a fact of a component", () => {
  const verdictsOf = (
    results: readonly BenchmarkResult[],
    targets: readonly Target[],
    components = [facts("fib", 200)],
  ): unknown =>
    judge(measurements(results, { policy: { ...POLICY, targets }, components })).targets.map(
      ({ id, verdict, because }) => [id, verdict, because],
    );
  const one = size([value("size_raw", 300, 300)]);
  const other = result([], { pairing: "identical" }, "execution/compute_heavy/fib");

  test("is met or missed to the last byte", () => {
    const limits = [50, 49].map((max) => target("size/**", max, { metric: "size_gzip" }));
    expect(verdictsOf([one], limits)).toEqual([
      [ID, "met", "50 B is within 50 B, exactly"],
      [ID, "missed", "50 B is beyond 49 B, exactly"],
    ]);
  });

  test("is judged once a component, at any of its benchmarks, also when no byte changed", () => {
    const limit = target("**", 40, { metric: "size_gzip" });
    expect(verdictsOf([other, { ...one, pairing: "identical" }], [limit])).toEqual([
      [ID, "missed", "50 B is beyond 40 B, exactly"],
    ]);
    expect(verdictsOf([other], [limit])).toEqual([
      [other.benchmark.id, "missed", "50 B is beyond 40 B, exactly"],
    ]);
  });

  test("holds for a section nobody has, and for a custom section by its name", () => {
    const limits = [
      target("size/**", 0, { metric: "size_data" }),
      target("size/**", 6, { metric: "size_custom_name" }),
    ];
    expect(verdictsOf([one], limits, [COMPONENT])).toMatchObject([
      [ID, "met", "0 B is within 0 B, exactly"],
      [ID, "missed", "7 B is beyond 6 B, exactly"],
    ]);
  });

  test("is missed where the fact is not known: no run will show that it holds", () => {
    const glue = { ...facts("fib", 0), format: "glue", sizeBytes: 0, sections: [] } as const;
    expect(verdictsOf([one], [target("**", 9, { metric: "size_gzip" })], [glue])).toEqual([
      [
        ID,
        "missed",
        "size_gzip is not known, no module of the component was seen: nothing shows that the limit holds",
      ],
    ]);
  });
});
