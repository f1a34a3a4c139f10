import { describe, expect, it } from "vitest";
import type { Kernel } from "../../src/measure/child/kernel.ts";
import { type RoundPlan, type Rounds, runRounds } from "../../src/measure/child/rounds.ts";
import type { Block, Sampler } from "../../src/measure/child/sampler.ts";
import type { VisitSettings } from "../../src/measure/protocol.ts";
import type { Clock } from "../../src/model/clock.ts";
import { createRandom } from "../../src/stats/random.ts";
import { type Elapsed, LEAST_CPU_NS } from "../../src/suites/clocks.ts";
import { fakeTime } from "./fake-operation.ts";

const ROUNDS = 20;
const SETTINGS: VisitSettings = {
  copies: 1,
  rounds: ROUNDS,
  blockMs: 1,
  warmupMs: 1,
  sideBudgetMs: 100,
  observations: 2,
  seed: "s",
  extras: false,
  clock: "cpu",
};
const ORDINARY: Elapsed = { wallNs: 1e6, cpuNs: 1e6 };

/** A sampler on clocks of its own: what each of its blocks takes, by how many were taken before. */
function samplerOf(elapsedAt: (before: number) => Elapsed): Sampler {
  let taken = 0;
  return (calls: number): Block => {
    const elapsed = elapsedAt(taken);
    taken += 1;
    return { nsPerCall: [elapsed.cpuNs / calls], elapsed, calls };
  };
}

function roundsOf(
  { kernel, call }: { readonly kernel: Sampler; readonly call: Sampler },
  clock: Clock = "cpu",
): Promise<Rounds> {
  const { operation } = fakeTime()(() => 0);
  const of: Kernel = { sampler: kernel, iterationsFor: () => 1000 };
  const copies: RoundPlan["copies"] = (["baseline", "candidate"] as const).map((side) => ({
    side,
    index: 0,
    copy: {
      arms: [operation],
      verify: () => undefined,
    } as unknown as RoundPlan["copies"][0]["copy"],
    arms: [{ operation, sampler: call }],
  }));
  return runRounds({
    copies,
    kernel: of,
    kernelIterations: 1000,
    iterations: [1000],
    rounds: ROUNDS,
    settings: SETTINGS,
    clock,
    random: createRandom("rounds"),
  });
}

const valuesOf = ({ series }: Rounds, metric: string): readonly number[] =>
  series.filter((one) => one.metric === metric).flatMap(({ values }) => values);

describe("the rounds of a visit", () => {
  it("keep a value of every block that has a time", async () => {
    const rounds = await roundsOf({
      kernel: samplerOf(() => ORDINARY),
      call: samplerOf(() => ORDINARY),
    });
    expect(valuesOf(rounds, "time")).toHaveLength(2 * ROUNDS);
    expect(valuesOf(rounds, "kernel")).toHaveLength(2 * ROUNDS);
    expect([rounds.timeless, rounds.taken]).toEqual([0, 4 * ROUNDS]);
  });

  it("leave out kernel blocks that got no CPU time however often they were taken", async () => {
    // Four tries each: the first ten blocks of the kernel are never credited.
    const starved = { wallNs: 1e6, cpuNs: LEAST_CPU_NS };
    const rounds = await roundsOf({
      kernel: samplerOf((before) => (before < 40 ? starved : ORDINARY)),
      call: samplerOf(() => ORDINARY),
    });
    expect(rounds.timeless).toBe(10);
    expect(valuesOf(rounds, "kernel")).toEqual(new Array(2 * ROUNDS - 10).fill(1000));
    expect(valuesOf(rounds, "time")).toHaveLength(2 * ROUNDS);
  });

  it("keep what a call took that does nothing but wait", async () => {
    const waiting = { wallNs: 1e6, cpuNs: LEAST_CPU_NS };
    const rounds = await roundsOf({
      kernel: samplerOf(() => ORDINARY),
      call: samplerOf(() => waiting),
    });
    expect(rounds.timeless).toBe(0);
    expect(valuesOf(rounds, "time")).toHaveLength(2 * ROUNDS);
  });

  it.each(["cpu", "wall"] as const)(
    "hold no zero where neither clock moves, by %s time",
    async (clock) => {
      const still = { wallNs: 0, cpuNs: 0 };
      const rounds = await roundsOf(
        { kernel: samplerOf(() => still), call: samplerOf(() => still) },
        clock,
      );
      expect(rounds.timeless).toBe(rounds.taken);
      expect(rounds.series.flatMap(({ values }) => values)).toEqual([]);
    },
  );

  it("hold no zero of the clock beside the one that decides", async () => {
    const coarse = { wallNs: 0, cpuNs: 1e6 };
    const rounds = await roundsOf({
      kernel: samplerOf(() => coarse),
      call: samplerOf(() => coarse),
    });
    expect(valuesOf(rounds, "time")).toHaveLength(2 * ROUNDS);
    expect(valuesOf(rounds, "wall")).toEqual([]);
    expect(valuesOf(rounds, "kernel_wall")).toEqual([]);
  });
});
