import { describe, expect, it } from "vitest";
import type { BaselineSide } from "../../src/job/baseline-side.ts";
import { countedValues, countRequests } from "../../src/job/exact.ts";
import type { Planned } from "../../src/job/plan.ts";
import type { Count, CountRequest } from "../../src/model/count.ts";

import {
  component,
  countAll,
  FUEL,
  ID,
  plan,
  sides,
  stored,
  verdictOf,
} from "./fabricate-counts.ts";

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

describe("a benchmark of a workload", () => {
  const module = { path: "/bench/w.mjs", shown: "bench/w.mjs", sha256: "w" };
  const driven = (part: Partial<NonNullable<Planned["pair"]>> = {}): Planned => {
    const { benchmark, pair, ...planned } = plan("paired");
    const own = { ...benchmark, procedure: { kind: "workload" as const, name: "sum" } };
    if (pair === null) throw new Error("a pair was planned");
    const candidate = { ...component, workload: module };
    return { ...planned, benchmark: own, pair: { ...pair, benchmark: own, candidate, ...part } };
  };

  it("is counted on both sides by the candidate's module", () => {
    const [base, own] = countRequests([driven()]);
    expect(base).toMatchObject({
      side: "baseline",
      workload: { module, name: "sum", isFree: false },
    });
    expect(own).toMatchObject({
      side: "candidate",
      limit: 5_000,
      workload: { module, name: "sum" },
    });
  });

  it("asks the baseline for no result where its definition is new", () => {
    const [base, own] = countRequests([driven({ isBaselineFree: true })]);
    expect([base?.workload?.isFree, own?.workload?.isFree]).toEqual([true, false]);
  });

  const failureOf = (
    endless: readonly CountRequest["side"][],
    part: Partial<NonNullable<Planned["pair"]>> = {},
  ) => {
    const planned = driven(part);
    const timeout = {
      kind: "timeout",
      category: null,
      message: "no result within 30 s",
      side: null,
    } as const;
    const counts = countAll(planned, ({ side }) =>
      endless.includes(side) ? { failure: timeout } : { fuel: [5, 5] },
    );
    const { failures } = countedValues({ planned: [planned], baseline: null, fuel: FUEL, counts });
    return failures.get(ID)?.failure;
  };

  it("that does not end is given up after it was counted, and told once", () => {
    expect(failureOf(["candidate"])).toMatchObject({ kind: "timeout", side: "candidate" });
    expect(failureOf(["candidate"], { baseline: null })).toMatchObject({ side: "candidate" });
  });

  it("that ends on neither side is no doing of the change, unless its host code is", () => {
    const both = ["baseline", "candidate"] as const;
    expect(failureOf(both)).toMatchObject({ side: null, alike: true });
    expect(failureOf(both, { sameHost: false })).toMatchObject({ side: "candidate" });
  });

  it("is measured where only the baseline did not end, or a call did not", () => {
    expect(failureOf(["baseline"])).toBeUndefined();
    const one = plan("paired");
    const timeout = { kind: "timeout", category: null, message: "late", side: null } as const;
    const counts = countAll(one, () => ({ failure: timeout }));
    expect(
      countedValues({ planned: [one], baseline: null, fuel: FUEL, counts }).failures.size,
    ).toBe(0);
  });
});
