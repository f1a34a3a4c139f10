import { quantile } from "../../stats/descriptive.ts";
import type { Elapsed } from "../../suites/clocks.ts";

/** A block whose process ran for less than this share of its wall time was interrupted. */
const UNINTERRUPTED_SHARE = 0.9;
/** Below this share a block waited more than it computed. */
const WAITING_SHARE = 0.5;

/** Blocks that compute, added up. */
export interface Tally {
  interrupted: number;
  wallNs: number;
  cpuNs: number;
  /** CPU time over wall time of every block. */
  readonly shares: number[];
}

/**
 * Creates an empty tally.
 *
 * @returns a tally of no block
 */
export function createTally(): Tally {
  return { interrupted: 0, wallNs: 0, cpuNs: 0, shares: [] };
}

/**
 * Counts a block in.
 *
 * @param tally - changed in place
 * @param block - the block by both clocks
 */
export function countBlock(tally: Tally, { wallNs, cpuNs }: Elapsed): void {
  if (cpuNs < UNINTERRUPTED_SHARE * wallNs) tally.interrupted += 1;
  tally.wallNs += wallNs;
  tally.cpuNs += cpuNs;
  // A wall clock too coarse to move says nothing of who ran.
  if (wallNs > 0) tally.shares.push(cpuNs / wallNs);
}

/**
 * The share of its wall time that a process ran.
 *
 * @param tally - blocks by both clocks
 * @returns CPU time over wall time, at most 1 though threads of the engine may add up to more; 1 without blocks
 */
export function cpuShareOf({ wallNs, cpuNs }: Tally): number {
  return wallNs === 0 ? 1 : Math.min(1, cpuNs / wallNs);
}

/**
 * Whether an operation waits, rather than being kept from running.
 *
 * @param operation - its blocks
 * @param given - how often its thread gave the processor away while they were taken: a call that waits does so in every
 *   block, while a busy runner takes the processor away
 * @returns true when three blocks of four waited more than they computed, and the processor was given away at least as often
 */
export function isWaiting({ shares }: Tally, given: number): boolean {
  if (shares.length === 0) return false;
  const waited = shares.filter((share) => share < WAITING_SHARE).length;
  return quantile(shares, 0.75) < WAITING_SHARE && given >= waited;
}
