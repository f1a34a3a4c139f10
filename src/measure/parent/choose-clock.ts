import type { Clock } from "../../model/clock.ts";
import { formatRoughTime } from "../../wording/value.ts";

/** The clock that compute is timed by on this machine. */
export interface ClockChoice {
  readonly clock: Clock;
  /** Why it is not CPU time; null when it is. */
  readonly reason: string | null;
}

/** What the choice is made from. */
export interface CpuProbe {
  /** CPU time of this process in ns, as far as the system tells it. */
  readonly readCpu: () => number;
  /** Monotonic clock in ns. */
  readonly now: () => number;
}

/** Coarsest step of CPU time that can time a block of a millisecond: one twentieth of it. */
const COARSEST_STEP_NS = 50_000;
/** Steps looked at; a fine clock has made them within a fraction of a millisecond. */
const STEPS = 20;
/** Fewer steps than this within the time allowed are no clock. */
const FEWEST_STEPS = 3;
/** A clock with steps of 15.6 ms, as on Windows, makes its fewest steps within this time. */
const LONGEST_PROBE_NS = 80e6;

/**
 * Looks at the steps of CPU time by spinning.
 *
 * @param probe - CPU time and a monotonic clock
 * @returns the median step in ns; null where it hardly moves
 */
export function cpuStepOf({ readCpu, now }: CpuProbe): number | null {
  const steps: number[] = [];
  const end = now() + LONGEST_PROBE_NS;
  let last = readCpu();
  while (steps.length < STEPS && now() < end) {
    const next = readCpu();
    if (next !== last) steps.push(next - last);
    last = next;
  }
  if (steps.length < FEWEST_STEPS) return null;
  return steps.toSorted((left, right) => left - right)[steps.length >> 1] ?? null;
}

/**
 * Chooses CPU time where its steps are fine enough to time a block.
 *
 * @param probe - CPU time and a monotonic clock
 * @returns `cpu`, or `wall` with the reason
 */
export function chooseClock(probe: CpuProbe): ClockChoice {
  const step = cpuStepOf(probe);
  if (step === null) return { clock: "wall", reason: "CPU time hardly moves on this system" };
  return step > COARSEST_STEP_NS
    ? { clock: "wall", reason: `CPU time has steps of ${formatRoughTime(step)} here` }
    : { clock: "cpu", reason: null };
}
