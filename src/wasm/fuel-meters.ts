import { UNLIMITED_FUEL } from "./fuel.ts";
import type { FuelMeter } from "./fuel-meter.ts";
import { type InstanceTree, instanceTree } from "./functions/collect-profile.ts";
import { FUEL_EXHAUSTED } from "./traps.ts";

/** Controls the budgets of several instrumented instances as if they were one. */
export interface FuelMeters {
  /** Takes in the meter of a new instance; what its start function consumed counts, and it gets the budget of the others. */
  readonly add: (meter: FuelMeter) => void;
  /** Gives every instance a budget, in fuel units, and forgets what was spent. */
  readonly refill: (budget: bigint) => void;
  /** Fuel spent by all instances since the last refill. */
  readonly spent: () => bigint;
  /** Calls; exhaustion of a budget becomes a RuntimeError with the message `fuel exhausted`. */
  readonly guard: <Result>(call: () => Result) => Result;
  /** Memories and tables of all instances, each once. */
  readonly storage: () => ReadonlySet<WebAssembly.Memory | WebAssembly.Table>;
  /** The instances that count by function. */
  readonly trees: () => readonly InstanceTree[];
  /** How many instances there are. */
  readonly count: () => number;
}

/**
 * Makes an empty group of meters, its budget unlimited until it is refilled.
 *
 * @returns the group
 */
export function createFuelMeters(): FuelMeters {
  const meters: FuelMeter[] = [];
  let budget = UNLIMITED_FUEL;
  let started = 0n;
  return {
    add: (meter: FuelMeter): void => {
      // A module's own budget is unlimited.
      started += UNLIMITED_FUEL - meter.remaining();
      meter.refill(budget);
      meters.push(meter);
    },
    refill: (next: bigint): void => {
      budget = next;
      started = 0n;
      for (const meter of meters) {
        meter.refill(next);
        meter.clearTree();
      }
    },
    spent: () => meters.reduce((sum, meter) => sum + budget - meter.remaining(), started),
    guard: <Result>(call: () => Result): Result => {
      try {
        return call();
      } catch (cause) {
        if (!meters.some((meter) => meter.exhausted())) throw cause;
        throw Object.assign(new WebAssembly.RuntimeError(FUEL_EXHAUSTED), { cause });
      }
    },
    storage: () => new Set(meters.flatMap(({ storage }) => storage)),
    trees: () => meters.flatMap(instanceTree),
    count: () => meters.length,
  };
}
