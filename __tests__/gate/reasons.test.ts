import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { LEARNED, measurements, POLICY, pairedVisits, result, visit } from "./fabricate.ts";

const reasonsOf = (results: readonly BenchmarkResult[]): readonly string[] =>
  judge(measurements(results)).reasons;

const calm = (id: string): BenchmarkResult =>
  result(pairedVisits([0.001, -0.002, 0.002, 0]), { noise: LEARNED }, id);

describe("reasons of a run", () => {
  test("name several open benchmarks first, and say further down why, once for those that are so alike", () => {
    const open = ["execution/a", "execution/b"].map((id) =>
      result(pairedVisits([0.05, -0.04, 0.1, 0.05]), { noise: LEARNED }, id),
    );
    const [summary, ...rest] = reasonsOf(open);
    expect(summary).toBe("2 inconclusive benchmarks: execution/a, execution/b");
    expect(rest).toHaveLength(1);
    expect(rest[0]).toMatch(
      /^inconclusive benchmark: execution\/a \(.+\) \(alike: execution\/b\)$/,
    );
  });

  test("say how many could not be judged for the noise, even where that is ignored", () => {
    const noisy = ["execution/a", "execution/b"].map((id) =>
      result(pairedVisits([0.9, -0.9, 0.4, -0.4]), { noise: null }, id),
    );
    const [summary, first] = reasonsOf(noisy);
    expect(summary).toBe("2 benchmarks too noisy to judge here: execution/a, execution/b");
    expect(first).toContain("too noisy here: only ");
    const policy = { ...POLICY, inconclusive: "ignore" } as const;
    const ignored = judge(measurements([...noisy, calm("execution/c")], { policy }));
    expect(ignored.reasons[0]).toBe("no regression in 1 compared benchmark; 2 not judged");
  });

  test("say why both sides failed where they did so alike", () => {
    const timeout = {
      kind: "timeout",
      category: null,
      message: "no result within 20 s",
      side: null,
      alike: true,
    } as const;
    const both = result([visit(0, [], { failure: timeout })], {}, "execution/a");
    expect(reasonsOf([both])[0]).toContain(
      "1 inconclusive benchmark: execution/a (both sides failed alike: timeout: no result within 20 s)",
    );
  });

  test("say of a regression below what the run is sure to see that it is not always seen", () => {
    const noise = { ...LEARNED, variance: 4e-4 };
    const small = Array<number>(8).fill(0.035);
    const slower = result(
      [...pairedVisits(small.slice(0, 4)), ...pairedVisits(small, "confirm", { first: 4 })],
      { noise },
      "execution/a",
    );
    expect(reasonsOf([slower])[0]).toMatch(
      /\+3\.6 % \(gated at 4\.\d %: a smaller one is not always seen\)$/,
    );
  });

  test("say once how a removal is accepted, as an entry that accepts it", () => {
    const gone = ["execution/gone", "execution/lost"].map((id) =>
      result([], { pairing: "missing" }, id),
    );
    const [summary, ...rest] = reasonsOf([calm("execution/a"), ...gone]);
    expect(summary).toBe("2 missing benchmarks: execution/gone, execution/lost");
    expect(rest).toEqual([
      'bring back what is missing, or accept that it is gone: { benchmark: "execution/gone", removed: true, reason: "…" } under accept',
    ]);
  });
});
