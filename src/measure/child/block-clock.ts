import type { Clock } from "../../model/clock.ts";
import { type Elapsed, LEAST_CPU_NS, readCpu } from "../../suites/clocks.ts";

// Taken when the process starts: host code may replace what it finds under this name later.
const readWall: (start?: [number, number]) => [number, number] = process.hrtime;

/** What Benchmark.js reads times from. */
export interface BlockClock {
  /** As `process.hrtime`: now, or the time since `start` by the clock that decides; pairs of seconds and nanoseconds. */
  readonly hrtime: (start?: [number, number]) => [number, number];
  /** Decides which clock is answered with. */
  readonly decideBy: (clock: Clock) => void;
  /** The last time since a start, by both clocks. */
  readonly last: () => Elapsed;
}

/**
 * Creates the clock of the blocks: every reading reads both clocks, and one of them decides.
 *
 * Wall time is read next to the timed loop, CPU time outside of it: reading it takes up to 27 µs on some machines.
 *
 * @returns the clock; wall time decides until it is told otherwise
 */
export function createBlockClock(): BlockClock {
  let deciding: Clock = "wall";
  let startCpuNs = 0;
  let last: Elapsed = { wallNs: 0, cpuNs: 0 };
  return {
    hrtime: (start?: [number, number]): [number, number] => {
      if (start === undefined) {
        startCpuNs = readCpu();
        return readWall();
      }
      const elapsed = readWall(start);
      const cpuNs = Math.max(LEAST_CPU_NS, readCpu() - startCpuNs);
      last = { wallNs: elapsed[0] * 1e9 + elapsed[1], cpuNs };
      return deciding === "cpu" ? [0, cpuNs] : elapsed;
    },
    decideBy: (clock: Clock): void => {
      deciding = clock;
    },
    last: () => last,
  };
}
