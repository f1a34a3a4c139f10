import { dirname, sep } from "node:path";
import type { Call, NativeCall } from "../../model/benchmark.ts";
import type { Component, WorkloadModule } from "../../model/component.ts";
import type { DataFiles } from "../../model/data.ts";
import type { FailedCall, LoadRecord } from "../../model/load-record.ts";
import type { ObserveOrder, Trace } from "../protocol.ts";
import { explainMessage } from "./explain-failure.ts";
import { callOf, NO_FILES, nativeWith } from "./guest-calls.ts";
import { type MeasurerDeps, nativeUrl, processOptions } from "./measurer.ts";
import { type Outcome, startMeasuringProcess } from "./measuring-process.ts";
import { addressOf, toPayload, withWorkload } from "./to-payload.ts";

/** Characters of a reason why further copies of glue cannot be measured. */
const LONGEST_FAULT = 300;

/** What an observer is made of. */
export interface ObserverDeps extends Omit<MeasurerDeps, "isOver"> {
  /** Wall-clock limit of loading and calling, in ms; what was seen until then counts. */
  readonly timeoutMs: number;
}

/** What glue was seen to need, and the modules it compiled itself. */
export interface ObservedModules {
  readonly record: LoadRecord;
  /** Each once, in the order of compiling; not those that Node compiles for an `import`. */
  readonly modules: readonly Uint8Array[];
}

/** Sees what JavaScript needs, each time in a fresh measuring process. */
export interface Observer {
  /**
   * Loads a component with glue or an imports module, and makes its calls once.
   *
   * @param component - the component
   * @param calls - calls, each made once
   * @param folder - working folder; that of the component, or else of this process, when absent
   */
  readonly observeComponent: (
    component: Component,
    calls: readonly Call[],
    folder?: string,
  ) => Promise<LoadRecord>;
  /**
   * Loads glue, makes calls once, and keeps the modules it compiles.
   *
   * @param component - a component with glue
   * @param calls - calls, each made once
   */
  readonly observeModules: (
    component: Component,
    calls: readonly Call[],
  ) => Promise<ObservedModules>;
  /**
   * Loads native references of one file, and calls each once.
   *
   * @param natives - references, their paths relative to the observer's root
   * @param files - contents of the files that their arguments name
   */
  readonly observeNatives: (
    natives: readonly NativeCall[],
    files?: DataFiles,
  ) => Promise<LoadRecord>;
  /**
   * Loads a workload module without a guest.
   *
   * @param workload - the module
   */
  readonly inspectWorkload: (workload: WorkloadModule) => Promise<LoadRecord>;
}

/**
 * Creates an observer.
 *
 * @param deps - entry, environment, variables, root and limit
 * @returns the observer; what this program reads itself is not part of what it sees
 */
export function createObserver(deps: ObserverDeps): Observer {
  return {
    observeComponent: (
      component: Component,
      calls: readonly Call[],
      folder?: string,
    ): Promise<LoadRecord> => {
      const payload = toPayload(component, component, "candidate");
      const driven = withWorkload(payload, component.workload);
      const placed = folder === undefined ? driven : { ...driven, folder };
      const own = calls.map((call) => callOf(component, call, component.data ?? NO_FILES));
      return observe({ type: "observe", payload: placed, calls: own, natives: [] }, deps);
    },
    observeModules: async (
      component: Component,
      calls: readonly Call[],
    ): Promise<ObservedModules> => {
      const payload = toPayload(component, component, "candidate");
      const order = { type: "observe", payload, calls, natives: [], keepsModules: true } as const;
      const outcome = await outcomeOf(order, deps);
      const modules = (outcome.traces ?? []).flatMap((trace) =>
        trace.kind === "compiled" && trace.bytes !== undefined ? [trace.bytes] : [],
      );
      return { record: toLoadRecord(outcome, dirname(deps.entry)), modules };
    },
    observeNatives: (
      natives: readonly NativeCall[],
      files: DataFiles = NO_FILES,
    ): Promise<LoadRecord> => {
      const addressed = natives.map((native) => ({
        ...nativeWith(native, files),
        source: nativeUrl(native.source, deps.root),
      }));
      return observe({ type: "observe", payload: null, calls: [], natives: addressed }, deps);
    },
    inspectWorkload: (workload: WorkloadModule): Promise<LoadRecord> => {
      const order = { type: "observe", payload: null, calls: [], natives: [] } as const;
      return observe({ ...order, workload: addressOf(workload) }, deps);
    },
  };
}

async function observe(order: ObserveOrder, deps: ObserverDeps): Promise<LoadRecord> {
  return toLoadRecord(await outcomeOf(order, deps), dirname(deps.entry));
}

async function outcomeOf(order: ObserveOrder, deps: ObserverDeps): Promise<Outcome> {
  const open = await startMeasuringProcess(processOptions({ ...deps, isOver: () => false }));
  try {
    return await open.measure(order, deps.timeoutMs);
  } finally {
    open.close();
  }
}

function copiesOf([told]: readonly Extract<Trace, { kind: "copies" }>[]): Pick<
  LoadRecord,
  "copies"
> {
  if (told === undefined) return {};
  const { fault, isLate, growth } = told;
  // It quotes the guest: one line of bounded length, to be escaped where it is shown.
  const line = fault === null ? null : fault.replaceAll(/\s+/g, " ").slice(0, LONGEST_FAULT);
  return { copies: { fault: line, isLate, growth } };
}

function explained({ name, message }: FailedCall): FailedCall {
  return { name, message: explainMessage(message) };
}

function earlyOf([told]: readonly FailedCall[]): Pick<LoadRecord, "earlyCall"> {
  return told === undefined ? {} : { earlyCall: explained(told) };
}

function toLoadRecord({ traces = [], report, death }: Outcome, own: string): LoadRecord {
  const isOwn = (path: string | null): boolean => path?.startsWith(`${own}${sep}`) ?? true;
  const of = <Kind extends Trace["kind"]>(kind: Kind): Extract<Trace, { kind: Kind }>[] =>
    traces.filter((trace): trace is Extract<Trace, { kind: Kind }> => trace.kind === kind);
  return {
    modules: of("module")
      .filter(({ path }) => !isOwn(path))
      .map(({ specifier, parent, path }) => ({
        specifier,
        parent: isOwn(parent) ? null : parent,
        path,
      })),
    reads: of("read")
      .filter(({ path }) => !isOwn(path))
      .map(({ kind: _, ...read }) => read),
    benchmarks: of("benchmark").map(({ name, clock }) => ({ name, clock })),
    compiled: of("compiled").map(({ sha256 }) => sha256),
    isLoaded: of("loaded").length > 0,
    failure: death ?? report?.failure ?? null,
    failedCalls: of("failed-call").map(explained),
    ...earlyOf(of("early-call")),
    ...copiesOf(of("copies")),
  };
}
