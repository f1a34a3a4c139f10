import { describe, expect, test } from "vitest";
import { type ComponentParts, componentValues } from "../../src/job/component-values.ts";
import type { Planned } from "../../src/job/plan.ts";
import { BROTLI_BEST_BYTES, type ComponentFacts } from "../../src/model/component.ts";
import type { Pairing } from "../../src/model/result.ts";
import { benchmark, facts } from "../gate/fabricate.ts";

function planned(id: string, pairing: Pairing, unsupported: string | null = null): Planned {
  const one = benchmark(id, { unsupported });
  const pair = {
    benchmark: one,
    candidate: null,
    baseline: null,
    alternated: false,
    sameHost: true,
  };
  return { benchmark: one, definition: "d", pairing, reason: "", pair };
}

const NO_POLICY = { allowances: {}, overrides: [] };

function valuesOf(
  plan: readonly Planned[],
  candidate: readonly ComponentFacts[],
  baseline: readonly ComponentFacts[],
  more: Partial<ComponentParts> = {},
): ReturnType<typeof componentValues> {
  return componentValues({
    planned: plan,
    facts: candidate,
    baseline: { facts: baseline, benchmarks: new Map() },
    policy: NO_POLICY,
    ...more,
  });
}

describe("what is known of a module without running it", () => {
  const carrier = (...plan: Planned[]): string[] => [
    ...valuesOf(plan, [facts("fib", 200)], [facts("fib", 100)]).keys(),
  ];

  test("stands at the first benchmark that is compared", () => {
    const plan = [
      planned("execution/unsupported", "new", "no memory"),
      planned("execution/new", "new"),
      planned("execution/compared", "paired"),
      planned("execution/also", "paired"),
    ];
    expect(carrier(...plan)).toEqual(["execution/compared"]);
    expect(carrier(...plan.slice(0, 2))).toEqual(["execution/new"]);
    expect(carrier(planned("execution/gone", "missing"))).toEqual([]);
  });

  test("has both sides, or the candidate alone", () => {
    const values = (baseline: readonly ComponentFacts[]): unknown =>
      valuesOf([planned("execution/a", "paired")], [facts("fib", 200)], baseline).get(
        "execution/a",
      );
    expect(values([{ ...facts("fib", 100), gzipBytes: 49 }])).toEqual([
      { metric: "size_raw", baseline: 200, candidate: 300, note: null },
      { metric: "size_gzip", baseline: 49, candidate: 50, note: null },
      { metric: "size_brotli", baseline: 40, candidate: 40, note: null },
      { metric: "exports", baseline: 1, candidate: 1, note: null },
    ]);
    expect(values([])).toMatchObject([
      { metric: "size_raw", baseline: null, candidate: 300, note: null },
      { metric: "size_gzip", baseline: null, candidate: 50, note: null },
      { metric: "size_brotli", baseline: null, candidate: 40, note: null },
      { metric: "exports", baseline: null, candidate: 1, note: null },
    ]);
  });

  test("is not compared with a baseline that holds no modules", () => {
    const old = { ...facts("fib", 0), sizeBytes: 0, gzipBytes: 0, brotliBytes: 0 };
    const values = valuesOf([planned("execution/a", "paired")], [facts("fib", 200)], [old]);
    expect(
      values
        .get("execution/a")
        ?.slice(0, 3)
        .map((one) => one.baseline),
    ).toEqual([null, null, null]);
  });

  test("does not compare what was compressed at different qualities", () => {
    const large = { ...facts("fib", 0), sizeBytes: BROTLI_BEST_BYTES + 1 };
    const values = valuesOf([planned("execution/a", "paired")], [large], [facts("fib", 1)]);
    expect(values.get("execution/a")?.map(({ note }) => note)).toEqual([
      null,
      null,
      "compressed at another quality",
      null,
    ]);
  });

  test("has no exports where the module of glue was not read", () => {
    const other = { ...facts("fib", 200), format: "glue" as const, sections: [], exports: 0 };
    const values = valuesOf([planned("execution/a", "paired")], [other], [other]);
    expect(values.get("execution/a")?.map(({ metric }) => metric)).toEqual([
      "size_raw",
      "size_gzip",
      "size_brotli",
    ]);
  });

  test("is nothing for glue without a module", () => {
    const glue = { ...facts("fib", 0), sizeBytes: 0 };
    expect(valuesOf([planned("execution/a", "paired")], [glue], [])).toEqual(new Map());
  });
});

describe("the benchmark of a component's size", () => {
  const sized = { ...facts("fib", 200), imports: 2 };
  const SIZE = "size/component/fib";

  function size(pairing: Pairing = "paired"): Planned {
    const one = benchmark(SIZE, { procedure: { kind: "size" }, primary: "size_raw" });
    return { ...planned(SIZE, pairing), benchmark: one, pair: null };
  }

  test("carries the values whatever else is compared, with every section a side has", () => {
    const values = valuesOf([planned("execution/a", "paired"), size()], [sized], [sized]);
    expect([...values.keys()]).toEqual([SIZE]);
    expect(values.get(SIZE)?.map(({ metric, candidate }) => [metric, candidate])).toEqual([
      ["size_raw", 300],
      ["size_gzip", 50],
      ["size_brotli", 40],
      ["size_code", 200],
      ["imports", 2],
      ["exports", 1],
    ]);
  });

  test("tells a section that is new or gone as 0 on the other side", () => {
    const start = { ...sized, sections: [...sized.sections, { name: "start", bytes: 3 }] };
    const values = valuesOf([size()], [start], [sized]).get(SIZE);
    expect(values).toContainEqual({
      metric: "size_start",
      baseline: 0,
      candidate: 3,
      note: null,
    });
    expect(valuesOf([size()], [sized], [start]).get(SIZE)).toContainEqual({
      metric: "size_start",
      baseline: 3,
      candidate: 0,
      note: null,
    });
  });

  test("tells a section neither side has where an allowance names it", () => {
    const none = { fraction: 0, absolute: 0 };
    const policy = { allowances: { size_data: none }, overrides: [] };
    const zero = { metric: "size_data", baseline: 0, candidate: 0, note: null };
    expect(valuesOf([size()], [sized], [sized], { policy }).get(SIZE)).toContainEqual(zero);
    const plain = valuesOf([planned("execution/a", "paired")], [sized], [sized], { policy });
    expect(plain.get("execution/a")).toContainEqual(zero);
  });

  test("is compared by the numbers of a baseline that does not carry the component", () => {
    const exact = [{ metric: "size_raw" as const, value: 120, note: null }];
    const stored = { component: "fib", definition: "d", hostCode: null, exact };
    const baseline = { facts: [], benchmarks: new Map([[SIZE, stored]]) };
    expect(valuesOf([size()], [sized], [], { baseline }).get(SIZE)?.[0]).toEqual({
      metric: "size_raw",
      baseline: 120,
      candidate: 300,
      note: null,
    });
  });
});
