import { describe, expect, it } from "vitest";
import { createSampler, timeBlocksBy } from "../../src/measure/child/sampler.ts";

const still = new Int32Array(new SharedArrayBuffer(4));
const wait = (milliseconds: number): void => {
  Atomics.wait(still, 0, 0, milliseconds);
};

describe("sampler", () => {
  it("does not repeat a block whose call waits until its CPU time has added up", () => {
    let calls = 0;
    const sampler = createSampler(() => {
      calls += 1;
      wait(2);
      return calls;
    });
    timeBlocksBy("cpu");
    const block = sampler(3);
    timeBlocksBy("wall");
    expect([block.calls, calls]).toEqual([3, 3]);
    expect(block.nsPerCall[0]).toBeCloseTo(block.elapsed.cpuNs / 3, 3);
    expect(block.elapsed.wallNs).toBeGreaterThanOrEqual(6e6);
  });
});
