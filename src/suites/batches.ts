import type { MetricName } from "../model/metric.ts";
import type { Side } from "../model/sample.ts";
import type { Elapsed } from "./clocks.ts";

/**
 * How often the operations of a visit are made at once, on engines where that depends on how long one takes. Every copy of both
 * sides makes as many: otherwise different work would be compared.
 */
export interface Batches {
  /**
   * Lets a side find out how often it could; a side does that once, by its first copy. Returns whether it did so now.
   */
  readonly tryOut: (metric: MetricName, side: Side, find: () => number) => boolean;
  /** How often every copy makes an operation at once: the least that a side has found; once as long as none has. */
  readonly of: (metric: MetricName) => number;
}

/**
 * Creates what the copies of a visit agree by.
 *
 * @returns nothing is tried out yet
 */
export function createBatches(): Batches {
  const tried = new Set<string>();
  const least = new Map<MetricName, number>();
  return {
    tryOut: (metric: MetricName, side: Side, find: () => number): boolean => {
      const own = `${side} ${metric}`;
      if (tried.has(own)) return false;
      least.set(metric, Math.min(find(), least.get(metric) ?? Number.POSITIVE_INFINITY));
      tried.add(own);
      return true;
    },
    of: (metric: MetricName): number => least.get(metric) ?? 1,
  };
}

/** Most runs by which the time of one is told. */
const TRIALS = 5;
/** Trials end when they have taken this long together: what waits is not repeated for ever. */
const LONGEST_TRIALS_NS = 200e6;

/**
 * The time of a run, by the fastest of a few. One that was interrupted, or that was a cold one, is followed by others.
 *
 * @param take - makes a run and times it
 * @param longNs - a run that computed for so long is long, however cold it was, and not repeated
 * @returns the fastest by wall time
 */
export function fastestOf(take: () => Elapsed, longNs: number): Elapsed {
  let fastest = take();
  let spentNs = fastest.wallNs;
  for (let trial = 1; trial < TRIALS && spentNs < LONGEST_TRIALS_NS; trial += 1) {
    if (Math.min(fastest.wallNs, fastest.cpuNs) >= longNs) break;
    const again = take();
    spentNs += again.wallNs;
    if (again.wallNs < fastest.wallNs) fastest = again;
  }
  return fastest;
}
