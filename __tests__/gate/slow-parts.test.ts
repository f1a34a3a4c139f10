import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { openAfterLook, suspectsAfterScreen } from "../../src/gate/planner.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { Stage, Visit } from "../../src/model/sample.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import { LEARNED, measurements, POLICY, result, series, visit } from "./fabricate.ts";

const ID = "execution/long/call";
const BLOCKS = 20;

/** Blocks of a call of 3 ms, of which so many are slower by a factor. */
function blocks(slow: number, factor: number): number[] {
  return Array.from({ length: BLOCKS }, (_, at) => 3e6 * (at < slow ? factor : 1) + at * 1000);
}

/** Processes with the candidate's blocks; the baseline's are all of one speed. */
function processes(candidates: readonly (readonly number[])[], stage: Stage, first = 0): Visit[] {
  return candidates.map((candidate, at) =>
    visit(
      first + at,
      [series("time", "baseline", blocks(0, 1)), series("time", "candidate", candidate)],
      { stage },
    ),
  );
}

const times = (count: number, values: readonly number[]): (readonly number[])[] =>
  Array.from({ length: count }, () => values);

function compared(visits: readonly Visit[]): BenchmarkResult {
  return result(visits, { noise: LEARNED }, ID);
}

function judged(one: BenchmarkResult): BenchmarkJudgement | undefined {
  return judge(measurements([one])).benchmarks[0];
}

describe("a candidate whose slow blocks the 25th percentile does not see", () => {
  test.each([
    ["half of its calls", 10, 1.5, "but the median of the blocks shows +"],
    ["seven of ten calls", 14, 3, "but the median of the blocks shows +199 %"],
    ["four of ten calls", 8, 3, "but the 75th percentile of the blocks shows +"],
  ])("is not cleared by its screen when %s are slow", (_, slow, factor, words) => {
    const screened = compared(processes(times(4, blocks(slow, factor)), "screen"));
    expect(suspectsAfterScreen([screened], POLICY)).toEqual([ID]);
    expect(judged(screened)).toMatchObject({
      verdict: "inconclusive",
      metrics: [{ cause: "two-modes", because: expect.stringContaining(words) }],
    });
  });

  test("gets the rest of its screen after two processes", () => {
    const first = compared(processes(times(2, blocks(10, 1.5)), "screen"));
    expect(openAfterLook([first], POLICY)).toEqual([ID]);
  });

  test("is open after fresh data, and no improvement where its fast calls are faster", () => {
    const faster = blocks(10, 1.5).map((ns, at) => (at < 10 ? ns : ns * 0.8));
    const screen = processes(times(4, faster), "screen");
    const open = { verdict: "inconclusive", metrics: [{ cause: "two-modes", stage: "confirm" }] };
    const slow = processes(times(8, blocks(10, 1.5)), "confirm", 4);
    expect(judged(compared([...screen, ...slow]))).toMatchObject(open);
    const mixed = processes(times(8, faster), "confirm", 4);
    expect(judged(compared([...screen, ...mixed]))).toMatchObject(open);
  });
});

describe("slow blocks that come and go", () => {
  const calm = blocks(0, 1);
  const uneven = [blocks(10, 1.5), calm, blocks(10, 1.4), calm];

  test("in some processes alone leave a benchmark unchanged", () => {
    expect(judged(compared(processes(uneven, "screen")))?.verdict).toBe("unchanged");
    const fresh = processes([...uneven, blocks(10, 1.5), ...times(3, calm)], "confirm", 4);
    expect(judged(compared([...processes(uneven, "screen"), ...fresh]))?.verdict).toBe("unchanged");
  });

  test("are none within the floor of the policy", () => {
    const small = compared(processes(times(4, blocks(10, 1.2)), "screen"));
    const policy = { ...POLICY, thresholds: { ...POLICY.thresholds, floor: 1e6 } };
    expect(judge(measurements([small], { policy })).benchmarks[0]?.verdict).toBe("unchanged");
    expect(judged(small)?.verdict).toBe("inconclusive");
  });

  test("by less than T leave a benchmark unchanged", () => {
    const slightly = processes(times(4, blocks(10, 1.04)), "screen");
    const fresh = processes(times(8, blocks(10, 1.04)), "confirm", 4);
    expect(judged(compared(slightly))?.verdict).toBe("unchanged");
    expect(judged(compared([...slightly, ...fresh]))?.verdict).toBe("unchanged");
  });

  test("by amounts that may be chance are not held against it", () => {
    const wild = [1.3, 1.3, 3, 3, 3, 1.01, 1.01].map((factor) => blocks(10, factor));
    const fresh = processes([...wild, blocks(16, 0.3)], "confirm", 4);
    const screen = processes(times(4, calm), "screen");
    const steady = processes([...times(7, blocks(10, 1.3)), calm], "confirm", 4);
    expect(judged(compared([...screen, ...steady]))?.verdict).toBe("inconclusive");
    expect(judged(compared([...screen, ...fresh]))?.metrics[0]?.cause).toBeUndefined();
  });
});
