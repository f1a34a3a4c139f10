/** Seeded randomness for fuzzing. */

/** Numbers in [0, bound), by the generator "mulberry32". */
export function createRandom(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** One of the items. */
export const pick = (random, items) => items[random(items.length)];
