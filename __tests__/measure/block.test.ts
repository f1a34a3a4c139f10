import { describe, expect, it } from "vitest";
import { takeBlock } from "../../src/measure/child/block.ts";
import type { Sampler } from "../../src/measure/child/sampler.ts";
import { LEAST_CPU_NS } from "../../src/suites/clocks.ts";
import { fakeTime } from "./fake-operation.ts";

/** A sampler whose blocks have these CPU times, in ns. */
function blocksOf(cpuNs: readonly number[]): { readonly sampler: Sampler; taken: number } {
  const blocks = {
    taken: 0,
    sampler: (iterations: number) => {
      const own = cpuNs[blocks.taken] ?? LEAST_CPU_NS;
      blocks.taken += 1;
      return { nsPerCall: [own], elapsed: { wallNs: 1e6, cpuNs: own }, calls: iterations };
    },
  };
  return blocks;
}

const { operation } = fakeTime()(() => 0);

describe("a block that was credited with no CPU time", () => {
  it("is taken again until it has got some", async () => {
    const blocks = blocksOf([LEAST_CPU_NS, LEAST_CPU_NS, 8e5]);
    const { sampler } = blocks;
    const { perOperation, elapsed } = await takeBlock({ operation, sampler }, 8, "cpu");
    expect([elapsed.cpuNs, perOperation.cpuNs, blocks.taken]).toEqual([8e5, 1e5, 3]);
  });

  it("stands as it is after four, when the call does nothing but wait", async () => {
    const blocks = blocksOf([]);
    const { sampler } = blocks;
    const { elapsed } = await takeBlock({ operation, sampler }, 1, "cpu");
    expect([elapsed.cpuNs, blocks.taken]).toEqual([LEAST_CPU_NS, 4]);
  });

  it("is no matter where wall time decides", async () => {
    const blocks = blocksOf([]);
    const { sampler } = blocks;
    await takeBlock({ operation, sampler }, 1, "wall");
    expect(blocks.taken).toBe(1);
  });
});
