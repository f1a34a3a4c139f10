/** A seeded generator of numbers in [0, 1): the same seed gives the same documents (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** About normal, mean 0, standard deviation 1. */
export function normal(random: () => number): number {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += random();
  return sum - 6;
}

/** Rounds to six significant digits, so that documents stay readable. */
export function short(value: number): number {
  return Number(value.toPrecision(6));
}
