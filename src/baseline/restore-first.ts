import type { BaselineStore, Restored, RestoreMiss } from "../ports.ts";

/** What several stores gave. */
export interface FirstRestored {
  /** The first baseline found; null when no store has one. */
  readonly restored: Restored | null;
  /** Why the stores before it gave none, in the order asked. */
  readonly misses: readonly RestoreMiss[];
}

/**
 * Asks stores in order until one has a baseline.
 *
 * @param stores - stores, the preferred first
 * @returns the first baseline, and every store that had none
 * @throws ActionError (`baseline`) when a store holds a damaged one: it is never passed over
 */
export async function restoreFirst(stores: readonly BaselineStore[]): Promise<FirstRestored> {
  const misses: RestoreMiss[] = [];
  for (const store of stores) {
    const outcome = await store.restore();
    if (outcome.restored) return { restored: outcome, misses };
    misses.push(outcome);
  }
  return { restored: null, misses };
}
