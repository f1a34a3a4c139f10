/** A module with two memories, one of which the tree of calls would be. */
const TWO_MEMORIES = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 5, 2, 0, 0, 0, 0);

/** First major version of Node whose engine takes several memories. */
export const FOLLOWS_CALLS_SINCE = 22;

/**
 * Whether the engine can count by function: the tree of calls is a memory beside the guest's own.
 *
 * @returns true when it takes modules with several memories
 */
export function canFollowCalls(): boolean {
  return WebAssembly.validate(TWO_MEMORIES);
}
