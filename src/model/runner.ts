/** How busy the runner was during one visit. What the system does not tell is absent. */
export interface VisitLoad {
  /** Blocks that compute, and how many of them did not have their processor all the time. */
  readonly blocks: number;
  readonly interrupted: number;
  /** CPU time over wall time of these blocks, from 0 to 1. */
  readonly cpuShare: number;
  /** Involuntary context switches of the process. */
  readonly switches: number;
  /** How often the measuring thread gave its processor away, as a call does that waits. */
  readonly given?: number;
  /** Share of the ten seconds before in which something waited for a processor (`/proc/pressure/cpu`). */
  readonly pressure?: number;
  /** Load average of the minute before. */
  readonly loadAverage?: number;
}

/** A quantity over the visits or processes of a run. */
export interface Spread {
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
}

/** How busy the runner was during a run. What the system does not tell is absent. */
export interface RunnerFacts {
  /** Blocks that compute, over all visits. */
  readonly blocks: number;
  /** Share of them that did not have their processor all the time. */
  readonly interrupted: number;
  /** CPU time over wall time of a visit's blocks. */
  readonly cpuShare: Spread;
  /** Involuntary context switches of a visit. */
  readonly switches: Spread;
  readonly pressure?: Spread;
  readonly loadAverage?: Spread;
  /** Start of a measuring process, in ms; absent when none was told. */
  readonly startMs?: Spread;
}
