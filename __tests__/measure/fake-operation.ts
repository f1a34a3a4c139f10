import type { Clocks, Reading } from "../../src/suites/clocks.ts";
import type { TimedOperation } from "../../src/suites/procedure.ts";

/** An operation whose calls take what they are told to. */
export interface FakeOperation {
  readonly operation: TimedOperation;
  /** The clocks it moves, which stand still in between. */
  readonly clocks: Clocks;
  /** Calls so far. */
  readonly calls: () => number;
}

/** Makes operations on clocks of their own: CPU time of a call by how many were made before it, and wall time over CPU time. */
export type MakeOperation = (cpuNs: (before: number) => number, stretch?: number) => FakeOperation;

/**
 * Begins a time that passes only while operations run.
 *
 * @returns what makes operations that all move one pair of clocks
 */
export function fakeTime(): MakeOperation {
  let cpu = 0;
  let wall = 0;
  const start = (): Reading => ({ wallNs: wall, cpuNs: cpu });
  const clocks: Clocks = {
    start,
    stop: (since) => ({ wallNs: wall - since.wallNs, cpuNs: cpu - since.cpuNs }),
  };
  return (cpuNs, stretch = 1) => {
    let calls = 0;
    const run = (): void => {
      const took = cpuNs(calls);
      cpu += took;
      wall += stretch * took;
      calls += 1;
    };
    const operation: TimedOperation = { kind: "timed", metric: "time", operations: 1, run };
    return { operation, clocks, calls: () => calls };
  };
}
