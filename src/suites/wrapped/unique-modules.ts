import { withNonce } from "../../wasm/unique.ts";
import type { EngineHooks, EngineWork, MadeInstance, Prepared } from "./wrap-engine.ts";

/** Serial of the last module that was made unique in this thread. */
let lastSerial = 0;

/** Changes nothing. */
const AS_THEY_ARE: EngineHooks = {
  prepare: (bytes: Uint8Array<ArrayBuffer>): Prepared => ({ bytes, compiled: () => {} }),
  instantiated: ({ instance }: MadeInstance): WebAssembly.Instance => instance,
  hidden: () => [],
  begin: () => () => {},
};

/**
 * Makes every module unique that JavaScript compiles, so that no copy runs another one's code.
 *
 * @param hooks - what else becomes of it, before
 * @returns hooks whose bytes no other compilation of this thread has
 */
export function makeUnique(hooks: EngineHooks): EngineHooks {
  const prepare = (bytes: Uint8Array<ArrayBuffer>): Prepared => {
    const prepared = hooks.prepare(bytes);
    lastSerial += 1;
    return { ...prepared, bytes: withNonce(prepared.bytes, lastSerial) };
  };
  return { ...hooks, prepare };
}

/** Modules as they are, each unique. */
export const UNIQUE_MODULES: EngineHooks = makeUnique(AS_THEY_ARE);

/**
 * Tells the modules of this thread from those of others: compiled code is shared by all threads of a process.
 *
 * @param first - serial behind which those of this thread are; no other thread's may follow it
 */
export function beginSerials(first: number): void {
  lastSerial = first;
}

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
 * Times what the engine does for JavaScript. Work of one kind that overlaps is counted once.
 *
 * @param inner - what becomes of modules; its time is the measuring's
 * @param clocks - what is read
 * @returns hooks, and the times so far
 */
export function timeEngine(
  inner: EngineHooks,
  { now, cpu }: EngineClocks,
): { readonly hooks: EngineHooks; readonly times: () => EngineTimes } {
  const times = { compile: 0, instantiate: 0, overhead: 0, overheadCpu: 0 };
  const running = { compile: 0, instantiate: 0 };
  const since = { compile: 0, instantiate: 0 };
  const prepare = (bytes: Uint8Array<ArrayBuffer>): Prepared => {
    const cpuStart = cpu();
    const start = now();
    const prepared = inner.prepare(bytes);
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
  return { hooks: { ...inner, prepare, begin }, times: () => ({ ...times }) };
}
