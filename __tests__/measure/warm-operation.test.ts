import { describe, expect, it } from "vitest";
import { warmOperation } from "../../src/measure/child/warm-operation.ts";
import type { Clock } from "../../src/model/clock.ts";
import { type FakeOperation, fakeTime, type MakeOperation } from "./fake-operation.ts";

const fakeOperation: MakeOperation = (...given) => fakeTime()(...given);

const WARMUP_NS = 10e6;

/** Warms an operation up for 10 ms; milliseconds of CPU time it took, and the time per call it was found to have. */
async function warm({ operation, clocks, calls }: FakeOperation, clock: Clock = "cpu") {
  const start = clocks.start();
  const cost = await warmOperation(operation, { warmupNs: WARMUP_NS, clock, clocks });
  const { cpuNs, wallNs } = clocks.stop(start);
  return { cost, calls: calls(), cpuMs: cpuNs / 1e6, wallMs: wallNs / 1e6 };
}

describe("warming an operation up", () => {
  it("takes the time it is given where calls are steady from the start", async () => {
    const { cost, cpuMs } = await warm(fakeOperation(() => 1000));
    expect(cost).toEqual({ wallNs: 1000, cpuNs: 1000 });
    expect(cpuMs).toBeGreaterThanOrEqual(10);
    expect(cpuMs).toBeLessThan(20);
  });

  it("goes on while calls get faster, and tells what a fast one takes", async () => {
    const falling = (before: number): number => 3000 - Math.min(2000, before / 4);
    const { cost, cpuMs } = await warm(fakeOperation(falling));
    expect(cost.cpuNs).toBeLessThan(1100);
    expect(cpuMs).toBeGreaterThan(15);
  });

  it("goes on while a compiler's thread makes calls dearer for a while", async () => {
    const compiling = (before: number): number => (before > 9000 && before < 14_000 ? 2000 : 1000);
    const { cost } = await warm(fakeOperation(compiling));
    expect(cost.cpuNs).toBe(1000);
  });

  it("is content with calls that scatter, as long as they get no faster", async () => {
    const { cpuMs } = await warm(fakeOperation((before) => 1e6 * (1 + 0.1 * (before % 2))));
    expect(cpuMs).toBeLessThan(20);
  });

  it("ends after five times its time where calls get faster all the time", async () => {
    const { cpuMs } = await warm(fakeOperation((before) => 4e6 * 0.96 ** before));
    expect(cpuMs).toBeLessThan(60);
    const wild = await warm(fakeOperation((before) => 3e6 * (1 + (before % 5))));
    expect(wild.cpuMs).toBeLessThan(70);
  });

  it("counts the time that was computed, not what the neighbours took", async () => {
    const { cpuMs, wallMs } = await warm(fakeOperation(() => 1000, 4));
    expect(cpuMs).toBeGreaterThanOrEqual(10);
    expect(wallMs).toBeGreaterThanOrEqual(40);
  });

  it("counts wall time where it decides", async () => {
    const { cpuMs, wallMs } = await warm(
      fakeOperation(() => 1000, 4),
      "wall",
    );
    expect(wallMs).toBeGreaterThanOrEqual(10);
    expect(cpuMs).toBeLessThan(10);
  });

  it("does not wait ten times as long for a call that mostly waits", async () => {
    const { wallMs } = await warm(fakeOperation(() => 1000, 1000));
    expect(wallMs).toBeLessThan(200);
  });

  it("calls once where a call is longer than 50 ms", async () => {
    const { cost, calls } = await warm(fakeOperation(() => 51e6));
    expect(calls).toBe(1);
    expect(cost.cpuNs).toBe(51e6);
  });

  it("calls twice where two calls of 20 ms agree", async () => {
    expect((await warm(fakeOperation(() => 20e6))).calls).toBe(2);
  });
});
