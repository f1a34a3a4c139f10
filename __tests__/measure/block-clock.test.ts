import { describe, expect, it } from "vitest";
import { createBlockClock } from "../../src/measure/child/block-clock.ts";

const still = new Int32Array(new SharedArrayBuffer(4));
const wait = (milliseconds: number): void => {
  Atomics.wait(still, 0, 0, milliseconds);
};
const nanoseconds = ([seconds, rest]: readonly [number, number]): number => seconds * 1e9 + rest;

describe("block clock", () => {
  it("answers with the time of the clock that decides and keeps both", () => {
    const clock = createBlockClock();
    for (const deciding of ["wall", "cpu"] as const) {
      clock.decideBy(deciding);
      const start = clock.hrtime();
      wait(20);
      const answer = nanoseconds(clock.hrtime(start));
      const { wallNs, cpuNs } = clock.last();
      expect(answer).toBe(deciding === "cpu" ? cpuNs : wallNs);
      expect(wallNs).toBeGreaterThanOrEqual(20e6);
      expect(cpuNs).toBeLessThan(wallNs);
    }
  });

  it("never answers with zero CPU time", () => {
    const clock = createBlockClock();
    clock.decideBy("cpu");
    const answers = Array.from({ length: 200 }, () => nanoseconds(clock.hrtime(clock.hrtime())));
    expect(Math.min(...answers)).toBeGreaterThan(0);
  });
});
