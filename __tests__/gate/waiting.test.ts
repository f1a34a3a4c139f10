import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { Procedure } from "../../src/model/benchmark.ts";
import type { Stage, Visit, Warning } from "../../src/model/sample.ts";
import { benchmark, LEARNED, measurements, result, series, visit } from "./fabricate.ts";

const CALL: Procedure = {
  kind: "call",
  call: { export: "run", args: [], expect: null },
  operations: 1,
  native: null,
  extras: [],
};
const BLOCKS = 4;

/** How the candidate differs from a baseline of a millisecond by either clock, and how often its thread waited. */
interface Difference {
  readonly cpu: number;
  readonly wall: number;
  readonly given?: number;
}

function processOf({ cpu, wall, given }: Difference, at: number, stage: Stage): Visit {
  const blocks = (factor: number): number[] => Array<number>(BLOCKS).fill(1e6 * factor);
  const load = { blocks: 20, interrupted: 20, cpuShare: 0.7, switches: 3 };
  return visit(
    at,
    [
      series("time", "baseline", blocks(1)),
      series("time", "candidate", blocks(cpu)),
      series("wall", "baseline", [1e6]),
      series("wall", "candidate", [1e6 * wall]),
    ],
    { stage, load: given === undefined ? load : { ...load, given } },
  );
}

function warningsOf(
  differences: readonly Difference[],
  { stage = "screen", procedure = CALL }: { stage?: Stage; procedure?: Procedure } = {},
): readonly Warning[] {
  const visits = differences.map((one, at) => processOf(one, at, stage));
  const own = benchmark("execution/run", { procedure });
  const run = measurements([result(visits, { noise: LEARNED, benchmark: own })]);
  return (judge(run).benchmarks[0]?.warnings ?? []).filter(({ code }) => code === "waits-longer");
}

const LONGER: Difference = { cpu: 0.9, wall: 1.31, given: BLOCKS };
const times = (count: number, one: Difference): Difference[] => Array<Difference>(count).fill(one);

describe("a candidate that waits more than its baseline", () => {
  test("is told with both clocks and the remedy, though it computes less", () => {
    expect(warningsOf(times(2, LONGER))).toEqual([
      {
        code: "waits-longer",
        message:
          "it takes +31.0 % by wall time and −10.0 % by CPU time, which does not see what it waits for; to gate what it waits for, name `clock: wall` at its entry under `execution`",
      },
    ]);
  });

  test("is told on fresh data, by seven processes of eight", () => {
    const still = { ...LONGER, wall: 1 };
    const fresh = { stage: "confirm" } as const;
    expect(warningsOf([...times(7, LONGER), still], fresh)).toHaveLength(1);
    expect(warningsOf([...times(6, LONGER), still, still], fresh)).toEqual([]);
  });

  test("has no remedy where its clock cannot be chosen", () => {
    const [warning] = warningsOf(times(2, LONGER), {
      procedure: { kind: "cold_start", call: null },
    });
    expect(warning?.message).toMatch(/what it waits for$/);
  });
});

describe("nobody is said to wait", () => {
  test.each([
    ["who was kept from running", { ...LONGER, given: BLOCKS - 1 }],
    ["of whom no system tells", { cpu: 0.9, wall: 1.31 }],
    ["whose CPU time explains it", { ...LONGER, cpu: 1.3 }],
    ["who takes no longer", { ...LONGER, cpu: 0.5, wall: 0.9 }],
    ["who takes longer by less than T", { ...LONGER, wall: 1.04 }],
  ])("%s", (_, difference) => {
    expect(warningsOf(times(2, difference))).toEqual([]);
  });

  test("by one process of two, or by one alone", () => {
    expect(warningsOf([LONGER, { ...LONGER, wall: 1 }])).toEqual([]);
    expect(warningsOf([LONGER])).toEqual([]);
  });
});
