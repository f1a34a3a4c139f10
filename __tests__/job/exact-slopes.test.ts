import { describe, expect, it } from "vitest";
import type { BaselineSide } from "../../src/job/baseline-side.ts";
import { countedValues } from "../../src/job/exact.ts";
import type { Slope } from "../../src/model/slope.ts";

import { countAll, FUEL, ID, plan, stored, verdictOf } from "./fabricate-counts.ts";

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
