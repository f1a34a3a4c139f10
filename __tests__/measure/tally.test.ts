import { describe, expect, it } from "vitest";
import {
  countBlock,
  cpuShareOf,
  createTally,
  isWaiting,
  type Tally,
} from "../../src/measure/child/tally.ts";

/** Blocks of 1 ms of wall time with the given milliseconds of CPU time. */
function tallyOf(cpuMs: readonly number[]): Tally {
  const tally = createTally();
  for (const ms of cpuMs) countBlock(tally, { wallNs: 1e6, cpuNs: ms * 1e6 });
  return tally;
}

describe("tally of blocks", () => {
  it("counts a block as interrupted that ran for less than nine tenths of its time", () => {
    expect(tallyOf([1, 0.95, 0.9, 0.89, 0.25]).interrupted).toBe(2);
  });

  it("adds both clocks up: (1 + 0.5) of 2 ms", () => {
    expect(cpuShareOf(tallyOf([1, 0.5]))).toBe(0.75);
  });

  it("has no share above all, though the engine's threads add CPU time", () => {
    expect(cpuShareOf(tallyOf([1.4, 1.2]))).toBe(1);
  });
});

describe("isWaiting", () => {
  it("is true of a call that gives its processor away in every block in which it waits", () => {
    const blocks = tallyOf([0.02, 0.03, 0.02, 0.9]);
    expect(isWaiting(blocks, 3)).toBe(true);
    expect(isWaiting(blocks, 2)).toBe(false);
  });

  it("is false of a call whose processor is taken away, however long it is kept from running", () => {
    expect(isWaiting(tallyOf([0.3, 0.25, 0.35, 0.3]), 1)).toBe(false);
  });

  it("is false where blocks without interruption show that it computes", () => {
    expect(isWaiting(tallyOf([0.1, 0.1, 1, 1]), 40)).toBe(false);
  });

  it("is false without blocks", () => {
    expect(isWaiting(createTally(), 0)).toBe(false);
  });
});
