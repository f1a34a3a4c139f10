/** Seeded randomness for fuzzing. */

/**
 * Integers below a bound.
 * @typedef {(bound: number) => number} Random
 */

/**
 * Value types of a function, as in the binary format.
 * @typedef {{ params: number[], results: number[] }} Signature
 */

/**
 * What a random module is made of.
 * @typedef {{ random: Random, signatures: Signature[], exnref: boolean, refunds: boolean }} Plan
 */

/**
 * Numbers in [0, bound), by the generator "mulberry32".
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/**
 * One of the items.
 * @template Item
 * @param {Random} random
 * @param {readonly Item[]} items
 * @returns {Item}
 */
export const pick = (random, items) => items[random(items.length)];
