import { HostError, WrongResult } from "./errors.ts";
import type { Guest } from "./guest.ts";
import type { Payload } from "./payload.ts";
import { sameValue } from "./same-value.ts";
import { loadWorkload, runPart, type WorkloadBenchmark } from "./workload-module.ts";

/** What a workload gets of a guest. */
export interface GuestView {
  /** Functions, classes and values the guest exports; of a component its interfaces too, by their names. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Its memory; null where it keeps that to itself. */
  readonly memory: WebAssembly.Memory | null;
  /** Loads a further module of glue, of the same side and copy. */
  readonly load: (name: string) => Promise<unknown>;
}

/** A workload whose set-up has run on one guest. */
export interface OpenWorkload {
  readonly view: GuestView;
  /** What its set-up returned. */
  readonly state: unknown;
  /** Every benchmark of it, by name. */
  readonly benchmarks: ReadonlyMap<string, WorkloadBenchmark>;
  /** The benchmark of a name. */
  readonly find: (name: string) => WorkloadBenchmark;
  /** Makes a call and checks its result, where one is owed. */
  readonly verify: (benchmark: WorkloadBenchmark, isFree: boolean) => Promise<void>;
  readonly teardown: () => Promise<void>;
}

/**
 * Loads the workload of a component and lets it set up on a guest.
 *
 * @param guest - live instance
 * @param payload - the component, with the address of its workload
 * @param nonce - distinguishes the copy
 * @returns the workload, ready to be called
 * @throws HostError when it is none; PartFault when its set-up fails
 */
export async function openWorkload(
  guest: Guest,
  payload: Payload,
  nonce: number,
): Promise<OpenWorkload> {
  const { workload, glue } = payload;
  if (workload === undefined) throw new HostError("the component has no workload");
  const { setup, teardown, benchmarks } = await loadWorkload(workload, nonce, glue);
  const view = viewOf(guest);
  const state = await runPart(`setup of ${workload.shown}`, () => setup?.(view));
  return {
    view,
    state,
    benchmarks,
    find: (name: string): WorkloadBenchmark => {
      const found = benchmarks.get(name);
      if (found === undefined) throw new HostError(`${workload.shown} has no benchmark "${name}"`);
      return found;
    },
    verify: async (benchmark: WorkloadBenchmark, isFree: boolean): Promise<void> => {
      const result = await runPart(benchmarkPart(benchmark), () => benchmark.run(view, state));
      checkWorkloadResult(benchmark, result, isFree);
    },
    teardown: async (): Promise<void> => {
      await runPart(`teardown of ${workload.shown}`, () => teardown?.(view, state));
    },
  };
}

/**
 * Compares what a benchmark of a workload returned with what it must.
 *
 * @param benchmark - the benchmark
 * @param result - what it returned, awaited
 * @param isFree - true where no result is owed
 * @throws WrongResult when they differ
 */
export function checkWorkloadResult(
  { name, expect }: WorkloadBenchmark,
  result: unknown,
  isFree: boolean,
): void {
  if (expect === undefined || isFree || sameValue(expect, result)) return;
  throw new WrongResult(name, expect, result);
}

/**
 * A benchmark of a workload as messages call it.
 *
 * @param benchmark - the benchmark
 * @returns for example `benchmark blur_256 of the workload`
 */
export function benchmarkPart({ name }: WorkloadBenchmark): string {
  return `benchmark ${name} of the workload`;
}

function viewOf(guest: Guest): GuestView {
  const exports = guest.exports ?? guest.instance?.exports ?? {};
  const load =
    guest.load ??
    ((name: string): Promise<unknown> =>
      Promise.reject(
        new HostError(`guest.load(${JSON.stringify(name)}) is for glue, and this guest is none`),
      ));
  return {
    exports,
    // What is known of memories may come with the first call.
    get memory(): WebAssembly.Memory | null {
      return memoryOf(guest, exports);
    },
    load,
  };
}

function memoryOf(
  guest: Guest,
  exports: Readonly<Record<string, unknown>>,
): WebAssembly.Memory | null {
  const named = exports.memory;
  if (named instanceof WebAssembly.Memory) return named;
  const known = guest.memories ?? Object.values(guest.instance?.exports ?? {});
  return (
    known.find((item): item is WebAssembly.Memory => item instanceof WebAssembly.Memory) ?? null
  );
}
