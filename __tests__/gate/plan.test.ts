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
    isSameEngine: () => true,
    obstacleOf: () => null,
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
    expect(plan(side(), side(), { isSameEngine: () => false })?.reason).toContain("engine differs");
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

  it("measures both sides by a changed or added definition where the base has the module", () => {
    const changed = side({ sha256: "b", definition: "other" });
    expect(plan(side(), changed)).toMatchObject({
      pairing: "paired",
      reason: "its definition changed: both sides are measured by the new one",
      definitionChange: "redefined",
    });
    expect(plan(side({ definition: null }), changed)).toMatchObject({
      pairing: "paired",
      reason: "new here, compared with the base's module",
      definitionChange: "added",
    });
    expect(plan(side({ glue: true, definition: null }), changed)?.pairing).toBe("alternated");
  });

  it("calls equal bytes with a changed definition identical, unless the host code changed too", () => {
    const changed = side({ definition: "other" });
    expect(plan(side(), changed)).toMatchObject({
      pairing: "identical",
      reason: "same bytes; its definition changed",
      definitionChange: "redefined",
    });
    expect(plan(side({ definition: null, hostCode: "h" }), { ...changed, hostCode: "h" })).toEqual(
      expect.objectContaining({ pairing: "identical", reason: "same bytes; new here" }),
    );
    expect(plan(side(), { ...changed, hostCode: "h" })?.pairing).toBe("paired");
  });

  it.each([
    ["redefined", "other", "its definition changed: both sides are measured by the new one"],
    ["added", null, "new here, compared with the base's module"],
  ])(
    "gives each side its own host code too where a benchmark is %s",
    (change, definition, said) => {
      const asks = side({ hostCode: "h", ownHost: true });
      const carries = side({ hostCode: "g", ownHost: true, definition });
      expect(plan(carries, asks)).toMatchObject({
        pairing: "alternated",
        ownHosts: true,
        definitionChange: change,
        reason: `${said}, each with its own host code`,
      });
      expect(plan(carries, { ...asks, ownHost: false })).toMatchObject({
        pairing: "paired",
        reason: `${said}, both with the new host code`,
      });
    },
  );

  it("names the obstacle where a redefined benchmark cannot run on the base's module, and none where it is new", () => {
    const changed = side({ sha256: "b", definition: "other" });
    const lacking = { obstacleOf: () => "it exports no memory" };
    expect(plan(side(), changed, lacking)).toMatchObject({
      pairing: "new",
      obstacle: "its definition changed, and the base's module cannot run it: it exports no memory",
    });
    const fresh = plan(side({ definition: null }), changed, lacking);
    expect(fresh).toMatchObject({
      pairing: "new",
      reason: "new here, and the base's module cannot run it: it exports no memory",
    });
    expect(fresh).not.toHaveProperty("obstacle");
    expect(plan(side(), side({ sha256: "b" }), lacking)?.pairing).toBe("paired");
  });

  it("names as an obstacle that the baseline does not carry the binary, new or not", () => {
    const changed = side({ sha256: "b", definition: "other" });
    for (const definition of ["d", "other", null])
      expect(plan(side({ definition, available: false }), changed)).toMatchObject({
        pairing: "new",
        obstacle: expect.stringContaining("the baseline does not carry its binary"),
      });
  });

  it("misses what the baseline measured and cannot run any more", () => {
    const gone = { ...benchmark, unsupported: "name a call that traps" };
    expect(plan(side(), side(), { benchmarks: [gone] })).toMatchObject({
      pairing: "missing",
      reason: "it cannot run any more: name a call that traps",
    });
    const elsewhere = { benchmarks: [gone], isSameEngine: () => false };
    expect(plan(side(), side(), elsewhere)?.pairing).toBe("identical");
    expect(plan(side({ definition: "other" }), side(), elsewhere)?.pairing).toBe("missing");
    expect(plan(null, side(), { benchmarks: [gone] })?.pairing).toBe("alone");
    const unknown = { benchmarks: [gone], baseline: new Map() };
    expect(plan(null, side(), unknown)?.pairing).toBe("new");
    expect(plan(null, side(), { baseline: new Map() })).toEqual({
      benchmark,
      pairing: "new",
      reason: "not in the baseline",
    });
    expect(plan(side({ definition: null }), side(), { benchmarks: [gone] })).toEqual({
      benchmark: gone,
      pairing: "new",
      reason: "not in the baseline",
    });
  });

  it("leaves to another V8 only what did not change, and to another native engine nothing", () => {
    const gone = { ...benchmark, unsupported: "a component is run in V8" };
    const native: Benchmark = { ...gone, id: `${gone.id}@wasmtime`, engine: "wasmtime" };
    const elsewhere = { isSameEngine: () => false };
    const changed = [side({ sha256: "b" }), side({ hostCode: "h" })];
    for (const one of changed)
      expect(plan(side(), one, { ...elsewhere, benchmarks: [gone] })?.pairing).toBe("missing");
    const both = {
      candidate: new Map([[native.id, side()]]),
      baseline: new Map([[native.id, side()]]),
    };
    expect(plan(null, side(), { ...elsewhere, ...both, benchmarks: [native] })).toMatchObject({
      pairing: "missing",
      reason: "it cannot run any more: a component is run in V8",
    });
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
      isSameEngine: () => true,
      obstacleOf: () => null,
    });
    expect(planned.map(({ benchmark: one, pairing }) => [one.id, pairing])).toEqual([
      ["execution/blur/image", "identical"],
      ["execution/gone/image", "missing"],
    ]);
  });
});
