import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { BaselineSide } from "../../src/job/baseline-side.ts";
import { countedValues, countRequests } from "../../src/job/exact.ts";
import type { Planned } from "../../src/job/plan.ts";
import { resultsOf } from "../../src/job/results.ts";
import type { Component } from "../../src/model/component.ts";
import type { Count, CountRequest } from "../../src/model/count.ts";
import type { Visit } from "../../src/model/sample.ts";
import type { Slope } from "../../src/model/slope.ts";
import { measurements, pairedVisits } from "../gate/fabricate.ts";

const FUEL = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;
const ID = "execution/run/c";

const component: Component = {
  name: "c",
  origin: "user",
  format: "wasm",
  path: "c.wasm",
  host: { kind: "none" },
  bytes: new Uint8Array(8),
  sha256: "a",
  glue: null,
  module: null,
  fuelLimit: 5_000,
};

function plan(pairing: Planned["pairing"], part: Partial<Planned> = {}): Planned {
  const benchmark: Planned["benchmark"] = {
    id: ID,
    suite: "execution",
    component: "c",
    procedure: {
      kind: "call",
      call: { export: "run", args: [] },
      operations: 1,
      native: null,
      extras: [],
    },
    primary: "time",
    unsupported: null,
  };
  const baseline = pairing === "paired" ? { ...component, sha256: "b" } : null;
  const pair = { benchmark, candidate: component, baseline, alternated: false, sameHost: true };
  return { benchmark, pairing, reason: "", definition: "d", pair, ...part };
}

function stored(fuel: number, rules: BaselineSide["fuel"] = FUEL): BaselineSide {
  const exact = [{ metric: "fuel", value: fuel, note: null }];
  return {
    benchmarks: new Map([[ID, { component: "c", definition: "d", exact }]]),
    ...(rules === undefined ? {} : { fuel: rules }),
    noise: {},
  } as unknown as BaselineSide;
}

function countAll(planned: Planned, give: (request: CountRequest) => Partial<Count>) {
  const requests = countRequests([planned]);
  return new Map(
    requests.map((request) => [
      request,
      { fuel: [], pages: [], failure: null, ...give(request) } as Count,
    ]),
  );
}

/** Fuel of baseline and candidate, each counted the same twice. */
function sides(baseline: number, candidate: number) {
  return ({ side }: CountRequest): Partial<Count> => {
    const fuel = side === "baseline" ? baseline : candidate;
    return { fuel: [fuel, fuel] };
  };
}

function verdictOf(
  planned: Planned,
  baseline: BaselineSide | null,
  counts: ReadonlyMap<CountRequest, Count>,
) {
  const { values } = countedValues({ planned: [planned], baseline, fuel: FUEL, counts });
  const visits: readonly Visit[] = pairedVisits([0.001, -0.001, 0.002, -0.002, 0, 0]);
  const benchmarks = resultsOf(
    { planned: [planned], baseline, exact: values },
    new Map([[ID, visits]]),
  );
  return judge(measurements(benchmarks)).benchmarks[0]?.verdict;
}

describe("what is counted", () => {
  it("is both sides of a pair, and only the candidate is limited", () => {
    expect(countRequests([plan("paired")]).map(({ side, limit }) => [side, limit])).toEqual([
      ["baseline", null],
      ["candidate", 5_000],
    ]);
  });

  it("is unchanged code once, and only where it is measured", () => {
    expect(countRequests([plan("identical")]).map(({ side }) => side)).toEqual(["candidate"]);
    expect(countRequests([plan("identical", { pair: null })])).toEqual([]);
  });

  it("asks for glue like for a module", () => {
    const closure = { root: "", folder: null, entry: "", files: [], links: [], compiled: [] };
    const glue = { ...component, glue: { path: "/glue.mjs", init: null, closure } };
    const { pair } = plan("alternated");
    const asked = { pair: pair && { ...pair, candidate: glue, baseline: glue } };
    expect(
      countRequests([plan("alternated", asked)]).map(({ side, limit }) => [side, limit]),
    ).toEqual([
      ["baseline", null],
      ["candidate", 5_000],
    ]);
  });
});

describe("exact values", () => {
  const valuesOf = (
    planned: Planned,
    baseline: BaselineSide | null,
    counts: ReadonlyMap<CountRequest, Count>,
  ) => countedValues({ planned: [planned], baseline, fuel: FUEL, counts }).values.get(ID);

  it("are equal by definition for unchanged code", () => {
    const one = plan("identical");
    expect(valuesOf(one, null, countAll(one, sides(0, 100)))).toEqual([
      { metric: "fuel", baseline: 100, candidate: 100, note: null },
    ]);
  });

  it("are carried over for unchanged code that is not run", () => {
    expect(valuesOf(plan("identical", { pair: null }), stored(70), new Map())).toEqual([
      { metric: "fuel", baseline: 70, candidate: 70, note: null },
    ]);
  });

  it("say that a guest is not deterministic when its counts differ", () => {
    const one = plan("paired");
    const counts = countAll(one, () => ({ fuel: [100, 101] }));
    expect(valuesOf(one, null, counts)?.[0]?.note).toBe("not deterministic");
  });

  it("say why nothing was counted, without the guest's own words", () => {
    const one = plan("paired");
    const counts = countAll(one, ({ side }) => ({
      failure: { kind: "trap", category: "unreachable", message: "<b>guest</b>", side },
    }));
    expect(valuesOf(one, null, counts)?.[0]?.note).toBe("not counted, unreachable (candidate)");
  });

  it("do not take a stored number that was counted by other rules", () => {
    const one = plan("new");
    const other = stored(100, { ...FUEL, profile: "wasmtime-49" });
    expect(valuesOf(one, other, countAll(one, sides(0, 120)))?.[0]?.baseline).toBeNull();
  });
});

describe("a limit of fuel", () => {
  it("makes a benchmark that exceeds it fail, without exact values", () => {
    const one = plan("paired");
    const counts = countAll(one, ({ side, limit }) =>
      limit === null
        ? { fuel: [10, 10] }
        : { failure: { kind: "trap", category: "fuel exhausted", message: "", side } },
    );
    const { failures, values } = countedValues({
      planned: [one],
      baseline: null,
      fuel: FUEL,
      counts,
    });
    expect(failures.get(ID)?.failure).toEqual({
      kind: "trap",
      category: "fuel exhausted",
      message: "the call needs more than its limit of 5000 fuel",
      side: "candidate",
    });
    expect(values.get(ID)).toEqual([]);
  });
});

describe("the gate on fuel", () => {
  it("fails 1 % more fuel although time is unchanged", () => {
    const one = plan("paired");
    expect(verdictOf(one, null, countAll(one, sides(100_000, 101_000)))).toBe("regression");
    expect(verdictOf(one, null, countAll(one, sides(100_000, 100_000)))).toBe("unchanged");
  });

  it("fails it against a stored number where the baseline's binary is not at hand", () => {
    const one = plan("new");
    expect(verdictOf(one, stored(100_000), countAll(one, sides(0, 101_000)))).toBe("regression");
    expect(verdictOf(one, stored(100_000), countAll(one, sides(0, 100_100)))).toBe("new");
  });

  it("does not gate a guest that is not deterministic", () => {
    const one = plan("paired");
    const counts = countAll(one, ({ side }) => ({
      fuel: side === "baseline" ? [100, 100] : [200, 300],
    }));
    expect(verdictOf(one, null, counts)).toBe("unchanged");
  });
});

describe("what calling again and again showed", () => {
  const CALLS = [1, 100, 1000, 2000];
  const still: Slope = {
    calls: CALLS.slice(0, 3),
    pages: [2, 2, 2],
    elements: [],
    fuel: [9, 9, 9],
    ended: null,
  };
  const leak: Slope = { ...still, calls: CALLS, pages: [2, 101, 1001, 2001], fuel: [9, 9, 9, 9] };
  const failed: Slope = { ...still, calls: [1], ended: "failure", failure: "unreachable" };
  const one = plan("paired");
  const counted = (baseline: Slope, candidate: Slope) =>
    countAll(one, ({ side }) => ({
      fuel: [9, 9],
      pages: [2, 2],
      slope: side === "baseline" ? baseline : candidate,
    }));

  it("is a metric of both sides, and stays with the result", () => {
    const parts = { planned: [one], baseline: null, fuel: FUEL, counts: counted(still, leak) };
    const { values, slopes } = countedValues(parts);
    expect(values.get(ID)?.slice(2)).toEqual([
      { metric: "pages_per_call", baseline: 0, candidate: 1, note: null },
      { metric: "fuel_growth", baseline: 0, candidate: 0, note: null },
    ]);
    expect(slopes.get(ID)).toEqual({ baseline: still, candidate: leak });
  });

  it("fails a leak that is new, or larger by more than a tenth, and no other", () => {
    const worse = { ...leak, pages: [2, 202, 2002, 4002] };
    expect(verdictOf(one, null, counted(still, leak))).toBe("regression");
    expect(verdictOf(one, null, counted(leak, worse))).toBe("regression");
    expect(verdictOf(one, null, counted(leak, leak))).toBe("unchanged");
    expect(verdictOf(one, null, counted(leak, still))).toBe("improvement");
    expect(verdictOf(one, null, counted(still, still))).toBe("unchanged");
  });

  it("is told and not gated where the call failed, and untold where nothing could be counted", () => {
    const parts = { planned: [one], baseline: null, fuel: FUEL, counts: counted(still, failed) };
    expect(countedValues(parts).values.get(ID)).toContainEqual({
      metric: "pages_per_call",
      baseline: 0,
      candidate: null,
      note: "call 2 on the same instance failed: unreachable",
    });
    const trap = { kind: "trap", category: "unreachable", message: "", side: null } as const;
    const none = { ...parts, counts: countAll(one, () => ({ failure: trap })) };
    expect(
      countedValues(none)
        .values.get(ID)
        ?.map(({ metric }) => metric),
    ).toEqual(["fuel"]);
  });

  it("is that of the baseline where nothing changed, and of none in a baseline from before", () => {
    const same = plan("identical", { pair: null });
    const known = (exact: readonly unknown[]): BaselineSide =>
      ({
        ...stored(9),
        benchmarks: new Map([[ID, { component: "c", definition: "d", exact }]]),
      }) as unknown as BaselineSide;
    const valuesWith = (exact: readonly unknown[]): unknown =>
      countedValues({
        planned: [same],
        baseline: known(exact),
        fuel: FUEL,
        counts: new Map(),
      }).values.get(ID);
    const leaked = { metric: "pages_per_call", value: 1, note: null };
    expect(valuesWith([leaked])).toEqual([
      { metric: "pages_per_call", baseline: 1, candidate: 1, note: null },
    ]);
    expect(valuesWith([])).toEqual([]);
  });
});
