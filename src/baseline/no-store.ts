import type { BaselineStore } from "../ports.ts";

/**
 * The store for runs that want no baseline.
 *
 * @param message - one sentence: why there is none
 * @returns a store that holds and takes nothing
 */
export function createNoStore(message: string): BaselineStore {
  return {
    restore: async () => ({ restored: false, reason: "disabled", message }),
    save: async () => ({ saved: false, reason: "disabled", message }),
  };
}
