import { withNonce } from "../../wasm/unique.ts";
import type { EngineHooks, EngineWork, MadeInstance, Prepared } from "./wrap-engine.ts";

/** Serial of the last module that was made unique in this thread. */
let lastSerial = 0;

/** Bytes that no other compilation of this process has. */
function uniqueBytes(bytes: Uint8Array): Prepared {
  lastSerial += 1;
  return { bytes: withNonce(bytes, lastSerial), compiled: () => {} };
}

/** Makes every module unique that JavaScript compiles, so that no copy runs another one's code. */
export const UNIQUE_MODULES: EngineHooks = {
  prepare: uniqueBytes,
  instantiated: ({ instance }: MadeInstance): WebAssembly.Instance => instance,
  hidden: () => [],
  begin: () => () => {},
};

/** What the engine did for JavaScript, in ns. */
export interface EngineTimes extends Readonly<Record<EngineWork, number>> {
  /** Wall time that making modules unique took: the measuring's, not the guest's. */
  readonly overhead: number;
  /** CPU time of the same. */
  readonly overheadCpu: number;
}

/** What times the engine. */
export interface EngineClocks {
  /** Monotonic clock in ns. */
  readonly now: () => number;
  /** CPU time of the process in ns. */
  readonly cpu: () => number;
}

/**
 * Times what the engine does for JavaScript, every module made unique. Work of one kind that overlaps is counted once.
 *
 * @param first - serial of the first module; those behind it must be no other thread's
 * @param clocks - what is read
 * @returns hooks, and the times so far
 */
export function timeEngine(
  first: number,
  { now, cpu }: EngineClocks,
): { readonly hooks: EngineHooks; readonly times: () => EngineTimes } {
  const times = { compile: 0, instantiate: 0, overhead: 0, overheadCpu: 0 };
  const running = { compile: 0, instantiate: 0 };
  const since = { compile: 0, instantiate: 0 };
  lastSerial = first;
  const prepare = (bytes: Uint8Array): Prepared => {
    const cpuStart = cpu();
    const start = now();
    const prepared = uniqueBytes(bytes);
    times.overhead += now() - start;
    times.overheadCpu += cpu() - cpuStart;
    return prepared;
  };
  const begin = (work: EngineWork): (() => void) => {
    if (running[work] === 0) since[work] = now();
    running[work] += 1;
    return () => {
      running[work] -= 1;
      if (running[work] === 0) times[work] += now() - since[work];
    };
  };
  return { hooks: { ...UNIQUE_MODULES, prepare, begin }, times: () => ({ ...times }) };
}
