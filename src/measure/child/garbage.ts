import { constants, PerformanceObserver } from "node:perf_hooks";

// Taken before any guest runs in this process.
const nextTurn: typeof setImmediate = globalThis.setImmediate;

/** What Node tells of a collection; `detail.flags` says who asked for it. */
interface Entry {
  readonly duration: number;
  readonly detail?: unknown;
}

/** Counts the collections of a stretch of time. */
export interface GarbageWatch {
  /** Ends the watch; time of the engine's own collections in ns. */
  readonly stop: () => Promise<number>;
}

/**
 * Sums the time of the collections the engine makes of its own accord; those a procedure asks for are not counted.
 *
 * @returns the watch, running
 */
export function watchGarbage(): GarbageWatch {
  let sumMs = 0;
  const add = (entries: readonly Entry[]): void => {
    for (const { duration, detail } of entries) if (!isForced(detail)) sumMs += duration;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ entryTypes: ["gc"] });
  return {
    stop: async (): Promise<number> => {
      await new Promise((resolve) => nextTurn(resolve));
      add(observer.takeRecords());
      observer.disconnect();
      return sumMs * 1e6;
    },
  };
}

function isForced(detail: unknown): boolean {
  const { flags = 0 } = (detail ?? {}) as { readonly flags?: number };
  return (flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
}
