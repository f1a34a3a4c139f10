import { describe, expect, it } from "vitest";
import { type Calibration, calibrate } from "../../src/measure/child/calibrate.ts";
import {
  type CopyPlace,
  type PlacedCopy,
  placeCopies,
  SideFailure,
} from "../../src/measure/child/copies.ts";
import type { VisitSettings } from "../../src/measure/protocol.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import type { Side } from "../../src/model/sample.ts";
import { createRandom } from "../../src/stats/random.ts";
import type { Payload } from "../../src/suites/payload.ts";
import type { Copy } from "../../src/suites/procedure.ts";
import { fakeTime } from "./fake-operation.ts";

const SETTINGS: VisitSettings = {
  copies: 4,
  rounds: 20,
  blockMs: 1,
  warmupMs: 10,
  sideBudgetMs: 1250,
  observations: 10,
  seed: "seed",
  extras: true,
  clock: "cpu",
};

const CALL = { export: "run", args: [], suspends: false };
const BENCHMARK: Benchmark = {
  id: "execution/run/module",
  suite: "execution",
  component: "module",
  procedure: { kind: "call", call: CALL, operations: 1, native: null, extras: [] },
  primary: "time",
  unsupported: null,
};

function payload(side: Payload["side"]): Payload {
  const host = { kind: "none" as const, url: "", args: [] };
  return { name: "module", side, bytes: new Uint8Array(), host, glue: null };
}

const PAYLOADS = [payload("baseline"), payload("candidate")];

function places(settings: VisitSettings, benchmark = BENCHMARK): CopyPlace[] {
  return placeCopies(benchmark, { payloads: PAYLOADS, settings, random: createRandom("places") });
}

interface Calibrated extends Calibration {
  /** Calls of all copies of the candidate, those that verified included. */
  readonly calls: number;
}

/** Calibrates copies whose calls take so many ms of CPU time a side, and so many times that of wall time. */
async function calibrated(
  callMs: Readonly<Record<"baseline" | "candidate", number>>,
  { stretch = 1, ...changed }: Partial<VisitSettings> & { readonly stretch?: number } = {},
): Promise<Calibrated> {
  const settings = { ...SETTINGS, ...changed };
  const make = fakeTime();
  const { clocks } = make(() => 0);
  const candidates: (() => number)[] = [];
  const create = async ({ side, index }: CopyPlace): Promise<PlacedCopy> => {
    const { operation, calls } = make(
      () => 1e6 * callMs[side as "baseline" | "candidate"],
      stretch,
    );
    if (side === "candidate") candidates.push(calls);
    const verify = (): void => void operation.run();
    return {
      side,
      index,
      copy: { operations: [operation], verify },
      arms: [{ operation, sampler: null }],
    };
  };
  const found = await calibrate(places(settings), { create, settings, clock: "cpu", clocks });
  return { ...found, calls: candidates.reduce((sum, calls) => sum + calls(), 0) };
}

const both = (ms: number) => ({ baseline: ms, candidate: ms });

function copiesOf({ copies }: Calibration, side: Side): number {
  return copies.filter((copy) => copy.side === side).length;
}

describe("the places of copies", () => {
  it("begin with the first of each side, and hold all others", () => {
    const all = places(SETTINGS);
    expect(all.slice(0, 2).map(({ index }) => index)).toEqual([0, 0]);
    expect(all.map(({ side, index }) => `${side} ${index}`).sort()).toEqual(
      [0, 1, 2, 3].flatMap((index) => [`baseline ${index}`, `candidate ${index}`]).sort(),
    );
  });

  it("give the host-language reference half as many", () => {
    const native = { source: "builtin:fib", args: [] };
    const procedure = { ...BENCHMARK.procedure, native } as Benchmark["procedure"];
    const sides = places(SETTINGS, { ...BENCHMARK, procedure }).map(({ side }) => side);
    expect(sides.filter((side) => side === "native")).toHaveLength(2);
    expect(sides.slice(0, 3).sort()).toEqual(["baseline", "candidate", "native"]);
  });
});

describe("calibration", () => {
  it("takes the rounds asked for with blocks as long as asked for", async () => {
    const found = await calibrated(both(0.01));
    expect(found.iterations).toEqual([100]);
    expect([found.rounds, copiesOf(found, "candidate")]).toEqual([20, 4]);
    expect(found.warnings).toEqual([]);
  });

  it.each([
    { ms: 2, copies: 4, rounds: 10 },
    { ms: 5, copies: 4, rounds: 4 },
    { ms: 6, copies: 3, rounds: 5 },
    { ms: 8, copies: 2, rounds: 5 },
    { ms: 20, copies: 2, rounds: 4 },
  ])(
    "fills the time of short calls by $copies copies and $rounds rounds where a call takes $ms ms",
    async ({ ms, copies, rounds }) => {
      const found = await calibrated(both(ms));
      expect([copiesOf(found, "candidate"), found.rounds, found.iterations]).toEqual([
        copies,
        rounds,
        [1],
      ]);
      expect(found.warnings).toEqual([]);
    },
  );

  it("makes two copies a side of a call longer than 50 ms, eight blocks a side", async () => {
    const found = await calibrated(both(60));
    expect([copiesOf(found, "baseline"), copiesOf(found, "candidate")]).toEqual([2, 2]);
    expect(found.rounds).toBe(4);
    expect(found.warnings.map(({ code }) => code)).toEqual(["long-call"]);
    // One that is verified and one that is timed, a copy.
    expect(found.calls).toBe(4);
  });

  it("makes as many copies of both sides, though one side's call is shorter", async () => {
    const found = await calibrated({ baseline: 40, candidate: 60 });
    expect(copiesOf(found, "baseline")).toBe(2);
    expect(copiesOf(found, "candidate")).toBe(2);
  });

  it("makes one copy a side of a call longer than 250 ms, and times five calls", async () => {
    const found = await calibrated(both(300), { sideBudgetMs: 5000 });
    expect([copiesOf(found, "baseline"), copiesOf(found, "candidate")]).toEqual([1, 1]);
    expect([found.rounds, found.calls]).toEqual([5, 2]);
  });

  it("makes one copy where two calls do not fit the time of a side", async () => {
    const found = await calibrated(both(200), { sideBudgetMs: 350 });
    expect([copiesOf(found, "baseline"), copiesOf(found, "candidate")]).toEqual([1, 1]);
  });

  it("takes no more rounds than fit the time of a side", async () => {
    const found = await calibrated(both(1000));
    expect(copiesOf(found, "baseline")).toBe(1);
    expect([found.rounds, found.calls]).toEqual([1, 2]);
    expect(found.warnings.map(({ code, message }) => [code, message])).toContainEqual([
      "fewer-rounds",
      "1 of 5 rounds fit the time allowed for one side",
    ]);
  });

  it("keeps the time of a side by the wall clock, and the length of a block by CPU time", async () => {
    const found = await calibrated(both(2), { stretch: 20, sideBudgetMs: 500 });
    expect(found.iterations).toEqual([1]);
    // A call waits for 40 ms; four copies make three rounds of 160 ms.
    expect(found.rounds).toBe(3);
  });

  it("names the side whose result is wrong before it warms anything up", async () => {
    const make = fakeTime();
    const { operation, clocks, calls } = make(() => 1e6);
    const create = async ({ side, index }: CopyPlace): Promise<PlacedCopy> => {
      const verify = (): void => {
        throw new Error("42 is not 43");
      };
      return {
        side,
        index,
        copy: { operations: [operation], verify },
        arms: [{ operation, sampler: null }],
      };
    };
    const candidate = places(SETTINGS).filter(({ side }) => side === "candidate");
    const outcome = calibrate(candidate, { create, settings: SETTINGS, clock: "cpu", clocks });
    await expect(outcome).rejects.toThrow(SideFailure);
    await expect(outcome).rejects.toMatchObject({ side: "candidate" });
    expect(calls()).toBe(0);
  });
});

/** What a copy of each side was called, and what its extra was, when all were warmed up. */
async function warmed(parts: Partial<Copy>, callMs: number): Promise<Map<string, number>> {
  const make = fakeTime();
  const { clocks } = make(() => 0);
  const counts: (() => [string, number][])[] = [];
  const create = async ({ side, index }: CopyPlace): Promise<PlacedCopy> => {
    const primary = make(() => 1e6 * callMs);
    const extra = make(() => 1e5);
    counts.push(() => [
      [`${side} ${index}`, primary.calls()],
      [`${side} ${index} extra`, extra.calls()],
    ]);
    const operations = [primary.operation, extra.operation];
    const verify = (): void => void primary.operation.run();
    const arms = operations.map((operation) => ({ operation, sampler: null }));
    return { side, index, copy: { operations, verify, ...parts }, arms };
  };
  await calibrate(places(SETTINGS), { create, settings: SETTINGS, clock: "cpu", clocks });
  return new Map(counts.flatMap((count) => count()));
}

describe("the warm-up of a copy", () => {
  it("calls the extras of the candidate, which alone are measured", async () => {
    const calls = await warmed({}, 0.1);
    for (const index of [0, 1, 2, 3]) {
      expect(calls.get(`candidate ${index} extra`)).toBeGreaterThan(0);
      expect(calls.get(`baseline ${index} extra`)).toBe(0);
    }
  });

  it("is short for further copies of code that was compiled ahead, and for no other", async () => {
    const [ahead, otherwise] = [
      await warmed({ isCompiledAhead: true }, 0.1),
      await warmed({}, 0.1),
    ];
    expect(ahead.get("candidate 0")).toBe(otherwise.get("candidate 0"));
    for (const side of ["baseline", "candidate"]) {
      expect(ahead.get(`${side} 3`)).toBeLessThan(otherwise.get(`${side} 3`) ?? 0);
      expect(ahead.get(`${side} 3`)).toBeGreaterThan(1);
    }
  });

  it("is the verified run where that is long and was compiled ahead", async () => {
    const verified = { isCompiledAhead: true, isVerifiedByRun: true } as const;
    const calls = async (parts: Partial<Copy>, ms: number): Promise<number | undefined> =>
      (await warmed(parts, ms)).get("candidate 0");
    expect(await calls(verified, 60)).toBe(1);
    expect(await calls({ isVerifiedByRun: true }, 60)).toBe(2);
    expect(await calls({ isCompiledAhead: true }, 60)).toBe(2);
    expect(await calls(verified, 20)).toBeGreaterThan(1);
  });
});
