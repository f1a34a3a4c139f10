/** What stands for a value that did not come in time. */
export const LATE: unique symbol = Symbol("late");

/** A moment until which several works share the time; it runs from the first one on. */
export interface Deadline {
  /** The whole of it, in ms. */
  readonly limitMs: number;
  /** What is left, in ms; never negative. */
  readonly leftMs: () => number;
  /** Whether a work was late: it may still go on. */
  readonly wasMissed: () => boolean;
  /**
   * Waits for a work until the deadline.
   *
   * @param work - begins the work
   * @returns its value, or {@link LATE}: then nobody waits for it any more, though it may go on
   */
  readonly within: <T>(work: () => Promise<T>) => Promise<T | typeof LATE>;
}

/**
 * A deadline that has not begun.
 *
 * @param limitMs - time from the first work on, in ms
 * @returns the deadline
 */
export function createDeadline(limitMs: number): Deadline {
  let end: number | null = null;
  let missed = false;
  const leftMs = (): number => {
    end ??= performance.now() + limitMs;
    // A timer may fire a little early: once missed, nothing is left.
    return missed ? 0 : Math.max(0, end - performance.now());
  };
  return {
    limitMs,
    leftMs,
    wasMissed: () => missed,
    within: async <T>(work: () => Promise<T>): Promise<T | typeof LATE> => {
      const value = await race(work, leftMs());
      missed ||= value === LATE;
      return value;
    },
  };
}

async function race<T>(work: () => Promise<T>, leftMs: number): Promise<T | typeof LATE> {
  if (leftMs === 0) return LATE;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), leftMs);
  });
  const working = work();
  // What comes after the deadline is nobody's concern, also when it is an error.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}
