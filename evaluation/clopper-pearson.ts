import jstat from "jstat";

/** How surely the interval holds the true share. */
const LEVEL = 0.95;

/**
 * The exact interval of a share of independent jobs.
 *
 * @param hits - jobs in which it happened
 * @param jobs - all jobs, at least 1
 * @returns two-sided 95 % interval, as fractions
 * @see Clopper and Pearson (1934)
 */
export function clopperPearson(hits: number, jobs: number): readonly [low: number, high: number] {
  const tail = (1 - LEVEL) / 2;
  return [
    hits === 0 ? 0 : jstat.beta.inv(tail, hits, jobs - hits + 1),
    hits === jobs ? 1 : jstat.beta.inv(1 - tail, hits + 1, jobs - hits),
  ];
}
