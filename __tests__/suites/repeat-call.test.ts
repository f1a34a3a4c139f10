import { describe, expect, it } from "vitest";
import { type RepeatedGuest, repeatCall } from "../../src/suites/repeat-call.ts";

/** A guest whose pages, table elements and fuel follow from the number of calls made. */
function guest(part: {
  readonly pages?: (calls: number) => number | null;
  readonly elements?: (calls: number) => number | null;
  readonly fuel?: (calls: number) => number;
  /** Nanoseconds a call takes. */
  readonly ns?: number;
  readonly failsAt?: number;
}): RepeatedGuest & { made: () => number } {
  const { pages = () => 1, elements = () => null, fuel = () => 10, ns = 0, failsAt } = part;
  let calls = 1;
  return {
    fuel: fuel(1),
    call: () => {
      if (calls + 1 === failsAt) throw new Error("no more");
      calls += 1;
      return fuel(calls);
    },
    look: () => ({ pages: pages(calls), elements: elements(calls) }),
    now: () => calls * ns,
    made: () => calls,
  };
}

describe("calling again and again", () => {
  it("ends after a thousand calls where nothing grew", () => {
    const still = guest({ pages: () => 2 });
    expect(repeatCall(still)).toEqual({
      slope: {
        calls: [1, 100, 1000],
        pages: [2, 2, 2],
        elements: [],
        fuel: [10, 10, 10],
        ended: null,
      },
    });
    expect(still.made()).toBe(1000);
  });

  it.each([
    ["a page a call", (calls: number) => calls, [1, 100, 1000, 2000]],
    ["a page in ten calls", (calls: number) => Math.floor(calls / 10), [0, 10, 100, 200]],
    [
      "a heap that doubles",
      (calls: number) => 2 ** Math.ceil(Math.log2(calls)),
      [1, 128, 1024, 2048],
    ],
    ["500 entries of a cache", (calls: number) => Math.min(calls, 500), [1, 100, 500, 500]],
  ])("goes on where memory grew after the first hundred: %s", (_, pages, seen) => {
    expect(repeatCall(guest({ pages })).slope).toMatchObject({
      calls: [1, 100, 1000, 2000],
      pages: seen,
      ended: null,
    });
  });

  it.each([
    ["once", (calls: number) => (calls > 1 ? 3 : 2), [2, 3, 3]],
    ["until the fiftieth call", (calls: number) => Math.min(calls, 50), [1, 50, 50]],
  ])("ends where memory grew %s", (_, pages, seen) => {
    expect(repeatCall(guest({ pages })).slope).toMatchObject({
      calls: [1, 100, 1000],
      pages: seen,
    });
  });

  it("follows tables, and fuel by the cheapest of the calls just before", () => {
    expect(
      repeatCall(guest({ elements: (calls) => calls, pages: () => null })).slope,
    ).toMatchObject({
      pages: [],
      elements: [1, 100, 1000, 2000],
    });
    // Every tenth call tidies up.
    const tidies = guest({ fuel: (calls) => (calls % 10 === 0 ? 900 : 30) });
    expect(repeatCall(tidies).slope.fuel).toEqual([30, 30, 30]);
    // Call n takes n: of calls 51 to 100 the cheapest is 51.
    expect(repeatCall(guest({ fuel: (calls) => calls })).slope.fuel).toEqual([1, 51, 951, 1951]);
  });

  it.each([
    [100_000, [1, 100, 1000]],
    [100_001, [1, 10, 100]],
    [1_000_001, [1, 2, 10]],
    [10_000_001, [1]],
  ])("makes as many calls of %d fuel as it allows", (fuel, calls) => {
    const heavy = guest({ fuel: () => fuel });
    expect(repeatCall(heavy).slope.calls).toEqual(calls);
    expect(heavy.made()).toBe(calls.at(-1));
  });

  it("says that fuel allows no second call", () => {
    expect(repeatCall(guest({ fuel: () => 10_000_001 })).slope.ended).toBe("fuel");
  });

  it("ends after a second of a host that takes time and no fuel", () => {
    // 100 calls of 10 ms are a second, counted from the end of the first; the clock is looked at before each.
    const slow = guest({ ns: 10_000_000, pages: (calls) => calls });
    expect(repeatCall(slow).slope).toMatchObject({
      calls: [1, 11, 51, 102],
      pages: [1, 11, 51, 102],
      ended: "time",
    });
  });

  it("ends before a leak ends the host", () => {
    // 100 pages a call: 4,096 more than after the first call are reached by the 42nd.
    expect(repeatCall(guest({ pages: (calls) => 100 * calls })).slope).toMatchObject({
      calls: [1, 5, 21, 42],
      ended: "memory",
    });
  });

  it("ends where calls come to need too much fuel together", () => {
    // Call n takes 2,000 n: 200 million are spent by call 447.
    const { slope } = repeatCall(guest({ fuel: (calls) => 2_000 * calls }));
    expect(slope).toMatchObject({ ended: "fuel", calls: [1, 45, 224, 447] });
  });

  it("hands back what the call threw, and what was seen until then", () => {
    const { slope, error } = repeatCall(guest({ failsAt: 9, pages: (calls) => calls }));
    expect(slope).toMatchObject({ calls: [1, 4, 8], pages: [1, 4, 8], ended: "failure" });
    expect(error).toEqual(new Error("no more"));
    expect(repeatCall(guest({ failsAt: 2 })).slope).toMatchObject({ calls: [1], ended: "failure" });
  });
});
