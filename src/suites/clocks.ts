// Taken when the process starts: host code may replace what it finds under these names later, to show a time of its own.
const readWall: () => bigint = process.hrtime.bigint;
const readUsage: () => NodeJS.CpuUsage = process.cpuUsage;
const toNumber: (value: bigint) => number = Number;

/** A reading of both clocks, in ns since moments of their own. */
export interface Reading {
  readonly wallNs: number;
  readonly cpuNs: number;
}

/** Time between two readings by both clocks, in ns. */
export type Elapsed = Reading;

/** Times something by both clocks. */
export interface Clocks {
  /** Begins; wall time is read last, so that reading the other clock is not part of it. */
  readonly start: () => Reading;
  /** Ends; wall time is read first. */
  readonly stop: (start: Reading) => Elapsed;
}

/** Half of the finest step of CPU time: what something took whose CPU time did not move. */
export const LEAST_CPU_NS = 500;

/**
 * The wall clock of this process.
 *
 * @returns nanoseconds since some moment, never running backwards
 */
export function clockNs(): number {
  return toNumber(readWall());
}

/**
 * CPU time of this process so far, all threads, user and system.
 *
 * @returns nanoseconds, in steps of a microsecond at best
 */
export function readCpu(): number {
  const { user, system } = readUsage();
  return (user + system) * 1e3;
}

/**
 * Begins to time something. Wall time is read last, so that reading the other clock is not part of it.
 *
 * @returns where both clocks stand
 */
export function startClocks(): Reading {
  const cpuNs = readCpu();
  return { cpuNs, wallNs: clockNs() };
}

/**
 * Ends timing something. Wall time is read first.
 *
 * @param start - where the clocks stood
 * @returns what both have counted since
 */
export function stopClocks(start: Reading): Elapsed {
  const wallNs = clockNs() - start.wallNs;
  return { wallNs, cpuNs: readCpu() - start.cpuNs };
}
