import { describe, expect, it } from "vitest";
import { type PlanFacts, planComparison, type SideFacts } from "../../src/gate/plan.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";

const benchmark: Benchmark = {
  id: "execution/blur/image",
  suite: "execution",
  component: "image",
  procedure: { kind: "warm_start", call: null },
  primary: "time",
  unsupported: null,
};

const side = (changes: Partial<SideFacts> = {}): SideFacts => ({
  sha256: "a",
  definition: "d",
  hostCode: null,
  available: true,
  glue: false,
  ...changes,
});

const plan = (baseline: SideFacts | null, candidate: SideFacts, more: Partial<PlanFacts> = {}) =>
  planComparison({
    benchmarks: [benchmark],
    candidate: new Map([[benchmark.id, candidate]]),
    baseline: baseline === null ? null : new Map([[benchmark.id, baseline]]),
    baselineBenchmarks: [],
    sameEngine: true,
    ...more,
  })[0];

describe("planComparison", () => {
  it("measures alone without a baseline", () => {
    expect(plan(null, side())?.pairing).toBe("alone");
  });

  it("calls equal bytes and definition identical, and says when the engine differs", () => {
    expect(plan(side(), side())).toMatchObject({
      pairing: "identical",
      reason: "same bytes, definition and engine",
    });
    expect(plan(side(), side(), { sameEngine: false })?.reason).toContain("engine differs");
  });

  it("pairs changed bytes in one process, glue in processes of its own", () => {
    expect(plan(side(), side({ sha256: "b" }))?.pairing).toBe("paired");
    expect(plan(side({ glue: true }), side({ sha256: "b" }))?.pairing).toBe("alternated");
  });

  it("gives each side its own host code where that is asked and the baseline carries it", () => {
    const asks = side({ hostCode: "h", ownHost: true });
    const carries = side({ hostCode: "g", ownHost: true });
    expect(plan(carries, asks)).toMatchObject({ pairing: "alternated", ownHosts: true });
    expect(plan({ ...carries, sha256: "b" }, asks)).toMatchObject({ ownHosts: true });
    expect(plan({ ...carries, ownHost: false }, asks)).toMatchObject({ pairing: "paired" });
    expect(plan(carries, { ...asks, ownHost: false })?.ownHosts).toBeUndefined();
    expect(plan({ ...carries, hostCode: "h" }, asks)?.pairing).toBe("identical");
    expect(plan({ ...carries, hostCode: "h", sha256: "b" }, asks)?.pairing).toBe("paired");
  });

  it("measures equal bytes with other host code, and still pairs other bytes with it", () => {
    const hosted = side({ hostCode: "h" });
    expect(plan(side(), hosted)).toMatchObject({
      pairing: "paired",
      reason: "both sides in one process, both with the new host code",
    });
    expect(plan(side(), { ...hosted, sha256: "b" })?.pairing).toBe("paired");
    expect(plan(side({ glue: true }), hosted)?.pairing).toBe("alternated");
    expect(plan(hosted, hosted)?.pairing).toBe("identical");
  });

  it("calls a changed definition new even when the bytes are equal", () => {
    expect(plan(side({ definition: "other" }), side())).toMatchObject({
      pairing: "new",
      reason: "its definition changed",
    });
  });

  it("misses what the baseline measured and cannot run any more", () => {
    const gone = { ...benchmark, unsupported: "name a call that traps" };
    expect(plan(side(), side(), { benchmarks: [gone] })).toMatchObject({
      pairing: "missing",
      reason: "it cannot run any more: name a call that traps",
    });
    const elsewhere = { benchmarks: [gone], sameEngine: false };
    expect(plan(side(), side(), elsewhere)?.pairing).toBe("identical");
    expect(plan(side({ definition: "other" }), side(), elsewhere)?.pairing).toBe("missing");
    expect(plan(null, side(), { benchmarks: [gone] })?.pairing).toBe("alone");
    const unknown = { benchmarks: [gone], baseline: new Map() };
    expect(plan(null, side(), unknown)?.pairing).toBe("new");
  });

  it("calls a benchmark new when the baseline lacks its binary, but identical when the hash is enough", () => {
    expect(plan(side({ available: false }), side({ sha256: "b" }))?.pairing).toBe("new");
    expect(plan(side({ available: false }), side())?.pairing).toBe("identical");
  });

  it("lists benchmarks that only the baseline has as missing, after the candidate's", () => {
    const gone: Benchmark = { ...benchmark, id: "execution/gone/image" };
    const planned = planComparison({
      benchmarks: [benchmark],
      candidate: new Map([[benchmark.id, side()]]),
      baseline: new Map([[benchmark.id, side()]]),
      baselineBenchmarks: [benchmark, gone],
      sameEngine: true,
    });
    expect(planned.map(({ benchmark: one, pairing }) => [one.id, pairing])).toEqual([
      ["execution/blur/image", "identical"],
      ["execution/gone/image", "missing"],
    ]);
  });
});
