import { describe, expect, test } from "vitest";
import { componentValues } from "../../src/job/component-values.ts";
import type { Planned } from "../../src/job/plan.ts";
import { BROTLI_BEST_BYTES } from "../../src/model/component.ts";
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

describe("what is known of a module without running it", () => {
  const carrier = (...plan: Planned[]): string[] => [
    ...componentValues(plan, [facts("fib", 200)], [facts("fib", 100)]).keys(),
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
    const values = (baseline: Parameters<typeof componentValues>[2]): unknown =>
      componentValues([planned("execution/a", "paired")], [facts("fib", 200)], baseline).get(
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
    const values = componentValues([planned("execution/a", "paired")], [facts("fib", 200)], [old]);
    expect(
      values
        .get("execution/a")
        ?.slice(0, 3)
        .map((one) => one.baseline),
    ).toEqual([null, null, null]);
  });

  test("does not compare what was compressed at different qualities", () => {
    const large = { ...facts("fib", 0), sizeBytes: BROTLI_BEST_BYTES + 1 };
    const values = componentValues([planned("execution/a", "paired")], [large], [facts("fib", 1)]);
    expect(values.get("execution/a")?.map(({ note }) => note)).toEqual([
      null,
      null,
      "compressed at another quality",
      null,
    ]);
  });

  test("has no exports where the binary is no core module", () => {
    const other = { ...facts("fib", 200), sections: [], exports: 0 };
    const values = componentValues([planned("execution/a", "paired")], [other], [other]);
    expect(values.get("execution/a")?.map(({ metric }) => metric)).toEqual([
      "size_raw",
      "size_gzip",
      "size_brotli",
    ]);
  });

  test("is nothing for glue without a module", () => {
    const glue = { ...facts("fib", 0), sizeBytes: 0 };
    expect(componentValues([planned("execution/a", "paired")], [glue], [])).toEqual(new Map());
  });
});
