/** Any function that crosses between JavaScript and a core module. */
type Crossing = (...args: unknown[]) => unknown;

/** Time that core modules ran. */
export interface CoreTime {
  /** Time inside core modules, in ns. */
  readonly ns: number;
  /** Stretches it is made of: each holds one reading of the clock too much. */
  readonly stretches: number;
}

/** Times core modules from within: running while one of them runs, and standing while they call JavaScript. */
export interface CoreClock {
  /** A function of a core module, timed; what is called by one that runs already is part of it. */
  readonly entering: (inside: Crossing) => Crossing;
  /** A function of JavaScript that a core module calls: the clock stands meanwhile. */
  readonly leaving: (outside: Crossing) => Crossing;
  /** What ran so far. */
  readonly read: () => CoreTime;
}

/**
 * Makes a clock for the core modules of a component.
 *
 * @param now - monotonic clock in ns
 * @returns the clock, at 0
 */
export function createCoreClock(now: () => number): CoreClock {
  let isInside = false;
  let since = 0;
  let ns = 0;
  let stretches = 0;
  const start = (): void => {
    isInside = true;
    since = now();
  };
  const stop = (): void => {
    ns += now() - since;
    isInside = false;
    stretches += 1;
  };
  return {
    entering:
      (inside: Crossing): Crossing =>
      (...args: unknown[]): unknown => {
        if (isInside) return inside(...args);
        start();
        try {
          return inside(...args);
        } finally {
          stop();
        }
      },
    leaving:
      (outside: Crossing): Crossing =>
      (...args: unknown[]): unknown => {
        if (!isInside) return outside(...args);
        stop();
        try {
          return outside(...args);
        } finally {
          start();
        }
      },
    read: () => ({ ns, stretches }),
  };
}
