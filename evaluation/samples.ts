import type { BenchmarkResult } from "../src/model/result.ts";
import type { Visit } from "../src/model/sample.ts";
import type { Sides } from "../src/model/sides.ts";
import { mean, median } from "../src/stats/descriptive.ts";

/** What other rules look at: the time blocks of the screen, which every benchmark has. */
export interface Samples {
  /** All blocks of a side, over processes and copies, in ns. */
  readonly blocks: Sides<readonly number[]>;
  /** Mean and median of the blocks of each process. */
  readonly means: Sides<readonly number[]>;
  readonly medians: Sides<readonly number[]>;
}

type Side = keyof Sides<unknown>;

function blocksIn(visit: Visit, side: Side): number[] {
  return visit.series
    .filter((one) => one.metric === "time" && one.side === side)
    .flatMap(({ values }) => values.filter((value) => Number.isFinite(value) && value > 0));
}

/**
 * The blocks of the screen of a benchmark.
 *
 * @param result - recorded benchmark
 * @returns blocks by side; null when a side has none, or the benchmark is not about time
 */
export function samplesOf({ benchmark, pairing, visits }: BenchmarkResult): Samples | null {
  if (benchmark.primary !== "time" || (pairing !== "paired" && pairing !== "alternated"))
    return null;
  const screen = visits.filter(({ stage, failure }) => stage === "screen" && failure === null);
  const perProcess = (side: Side): number[][] =>
    screen.map((visit) => blocksIn(visit, side)).filter((blocks) => blocks.length > 0);
  const sides = { baseline: perProcess("baseline"), candidate: perProcess("candidate") };
  if (sides.baseline.length === 0 || sides.candidate.length === 0) return null;
  const both = <T>(read: (processes: readonly number[][]) => T): Sides<T> => ({
    baseline: read(sides.baseline),
    candidate: read(sides.candidate),
  });
  return {
    blocks: both((processes) => processes.flat()),
    means: both((processes) => processes.map(mean)),
    medians: both((processes) => processes.map(median)),
  };
}
