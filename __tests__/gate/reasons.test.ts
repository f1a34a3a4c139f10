import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { LEARNED, measurements, pairedVisits, result } from "./fabricate.ts";

const reasonsOf = (results: readonly BenchmarkResult[]): readonly string[] =>
  judge(measurements(results)).reasons;

const calm = (id: string): BenchmarkResult =>
  result(pairedVisits([0.001, -0.002, 0.002, 0]), { noise: LEARNED }, id);

describe("reasons of a run", () => {
  test("name several open benchmarks first, and say of each why further down", () => {
    const open = ["execution/a", "execution/b"].map((id) =>
      result(pairedVisits([0.2, -0.2, 0.1, -0.1]), { noise: LEARNED }, id),
    );
    const [summary, ...rest] = reasonsOf(open);
    expect(summary).toBe("2 inconclusive benchmarks: execution/a, execution/b");
    expect(rest[0]).toMatch(/^inconclusive benchmark: execution\/a \(.+\)$/);
    expect(rest[1]).toMatch(/^inconclusive benchmark: execution\/b \(.+\)$/);
    expect(rest).toHaveLength(2);
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
