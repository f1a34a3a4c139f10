import type { ModuleFacts } from "../../model/module-facts.ts";

/** A module with two memories, one of which the tree of calls would be. */
const TWO_MEMORIES = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 5, 2, 0, 0, 0, 0);

/** First major version of Node whose engine takes several memories. */
export const FOLLOWS_CALLS_SINCE = 22;

/**
 * Whether the engine can count by function: the tree of calls is a memory beside the guest's own.
 *
 * @param modules - all modules that the guest is made of; null where it compiles them itself
 * @param validate - whether the engine takes a module
 * @returns true when it takes modules with several memories, or none of the modules has one
 */
export function canFollowCalls(
  modules: readonly ModuleFacts[] | null,
  validate: (bytes: Uint8Array<ArrayBuffer>) => boolean,
): boolean {
  const needsOne = modules === null || modules.some(({ memories }) => memories.length > 0);
  return !needsOne || validate(TWO_MEMORIES);
}
