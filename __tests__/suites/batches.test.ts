import { describe, expect, it } from "vitest";
import { createBatches, fastestOf } from "../../src/suites/batches.ts";
import type { Clocks, Elapsed } from "../../src/suites/clocks.ts";
import { type RepeatedCall, repeatedCall } from "../../src/suites/native-call.ts";

/** Runs that take these times by either clock, one after the other; the last one again and again. */
function runs(...times: readonly (readonly [wallNs: number, cpuNs: number])[]) {
  let taken = 0;
  const take = (): Elapsed => {
    const [wallNs = 0, cpuNs = 0] = times[Math.min(taken, times.length - 1)] ?? [];
    taken += 1;
    return { wallNs, cpuNs };
  };
  return { take, taken: () => taken };
}

describe("the time of a run", () => {
  it("is that of the fastest, whichever was interrupted", () => {
    expect(fastestOf(runs([20e6, 1e4], [1e4, 1e4]).take, 2e6).wallNs).toBe(1e4);
    expect(fastestOf(runs([1e4, 1e4], [20e6, 1e4], [9e3, 9e3], [1e4, 1e4]).take, 2e6).wallNs).toBe(
      9e3,
    );
  });

  it("takes one run where that surely was a long one, and no more than a few where it waits", () => {
    const [long, waiting, short] = [runs([3e6, 3e6]), runs([150e6, 1e4]), runs([1e4, 1e4])];
    for (const { take } of [long, waiting, short]) fastestOf(take, 2e6);
    expect([long, waiting, short].map(({ taken }) => taken())).toEqual([1, 2, 5]);
  });

  it("is not told by a clock that moves in large steps", () => {
    // The step of CPU time falls into a run of ten microseconds.
    expect(fastestOf(runs([1e4, 10e6], [8e3, 0]).take, 2e6).wallNs).toBe(8e3);
  });
});

describe("batches of a visit", () => {
  it("are tried out once by each side, and the least holds for both", () => {
    const batches = createBatches();
    expect(batches.of("time")).toBe(1);
    expect(batches.tryOut("time", "baseline", () => 32)).toBe(true);
    expect(batches.of("time")).toBe(32);
    expect(batches.tryOut("time", "baseline", () => 1)).toBe(false);
    expect(batches.tryOut("time", "candidate", () => 8)).toBe(true);
    expect(batches.of("time")).toBe(8);
    expect(batches.of("compile")).toBe(1);
  });

  it("are tried out again where the first try failed", () => {
    const batches = createBatches();
    const fail = (): number => {
      throw new Error("a trap");
    };
    expect(() => batches.tryOut("time", "baseline", fail)).toThrow("a trap");
    expect(batches.tryOut("time", "baseline", () => 4)).toBe(true);
    expect(batches.of("time")).toBe(4);
  });
});

/** How long calls take; the first one may be interrupted. */
interface Speed {
  readonly callNs: number;
  readonly interruptedNs?: number;
}

/** Copies of both sides whose calls take so long on clocks of their own, crossing into the engine 50 ns. */
function copies(
  sides: Readonly<Record<"baseline" | "candidate", Speed>>,
  { repeatsInside }: { readonly repeatsInside: boolean } = { repeatsInside: true },
) {
  const batches = createBatches();
  const now = { wallNs: 0, cpuNs: 0 };
  const clocks: Clocks = {
    start: () => ({ ...now }),
    stop: (from) => ({ wallNs: now.wallNs - from.wallNs, cpuNs: now.cpuNs - from.cpuNs }),
  };
  const spend = (cpuNs: number, awayNs = 0): void => {
    now.cpuNs += cpuNs;
    now.wallNs += cpuNs + awayNs;
  };
  const crossings: number[] = [];
  const create = (side: "baseline" | "candidate"): RepeatedCall => {
    const { callNs, interruptedNs = 0 } = sides[side];
    let awayNs = interruptedNs;
    const cross = (calls: number): void => {
      crossings.push(calls);
      spend(50 + calls * callNs, awayNs);
      awayNs = 0;
    };
    const native = {
      repeatsInside,
      prepare: () => () => cross(1),
      repeat: () => (times: number) => cross(times),
    };
    return repeatedCall({ native, name: "run", args: [], metric: "time", side }, batches, clocks);
  };
  return { create, crossings };
}

/** How often each copy calls at once when all have been run, two copies a side. */
function timesOf(sides: Parameters<typeof copies>[0]): number[] {
  const { create } = copies(sides);
  const made = (["candidate", "baseline", "baseline", "candidate"] as const).map(create);
  for (const { run } of made) run();
  return made.map(({ times }) => times());
}

describe("a call that is repeated inside an engine", () => {
  it("fills a block, by a power of two", () => {
    // 200 µs hold 190 calls of 1 µs and a 32nd of a crossing: 128.
    expect(timesOf({ baseline: { callNs: 1000 }, candidate: { callNs: 1000 } })).toEqual([
      128, 128, 128, 128,
    ]);
    expect(timesOf({ baseline: { callNs: 5e6 }, candidate: { callNs: 5e6 } })).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it("is repeated as often on both sides, the slower one deciding", () => {
    expect(timesOf({ baseline: { callNs: 98e3 }, candidate: { callNs: 102e3 } })).toEqual([
      1, 1, 1, 1,
    ]);
    expect(timesOf({ baseline: { callNs: 1000 }, candidate: { callNs: 3000 } })).toEqual([
      64, 64, 64, 64,
    ]);
    expect(timesOf({ baseline: { callNs: 5e6 }, candidate: { callNs: 3 } })).toEqual([1, 1, 1, 1]);
  });

  it.each(["baseline", "candidate"] as const)(
    "is repeated as ever where the first call of the %s was interrupted",
    (side) => {
      const calm = { baseline: { callNs: 300 }, candidate: { callNs: 300 } };
      const interrupted = { ...calm, [side]: { callNs: 300, interruptedNs: 20e6 } };
      expect(timesOf(interrupted)).toEqual(timesOf(calm));
      expect(Math.min(...timesOf(calm))).toBeGreaterThan(1);
    },
  );

  it("is told by single calls where every call crosses into the engine", () => {
    const short = { baseline: { callNs: 1000 }, candidate: { callNs: 1000 } };
    const { create, crossings } = copies(short, { repeatsInside: false });
    const made = create("baseline");
    made.run();
    expect(new Set(crossings)).toEqual(new Set([1]));
    expect(made.times()).toBe(128);
    made.run();
    expect(crossings.at(-1)).toBe(128);
  });

  it("makes a long call once to find that out, and never in the place of another copy's trial", () => {
    const { create, crossings } = copies({ baseline: { callNs: 5e6 }, candidate: { callNs: 5e6 } });
    const [one, other] = [create("baseline"), create("baseline")];
    one?.run();
    expect(crossings).toEqual([1]);
    other?.run();
    expect(crossings).toEqual([1, 1]);
  });
});
