/** A generator of numbers in [0, 1); every call moves it on. */
export type Random = () => number;

const WARM_UP_DRAWS = 16;
const TWO_TO_32 = 4_294_967_296;

/** Mixes a text and a salt into 32 bits: one multiply-and-rotate step per UTF-16 unit, then an avalanche. */
function hashText(text: string, salt: number): number {
  let hash = (0x9e3779b9 ^ Math.imul(salt + 1, 0x85ebca6b)) >>> 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0xcc9e2d51);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) | 0;
}

/**
 * Creates a generator that always gives the same numbers for the same seed (sfc32).
 *
 * @param seed - any text, for example a commit SHA with the attempt number
 * @returns generator of numbers in [0, 1) with 32 random bits each
 * @see PractRand, "sfc" (small fast counting) generators
 */
export function createRandom(seed: string): Random {
  let a = hashText(seed, 0);
  let b = hashText(seed, 1);
  let c = hashText(seed, 2);
  let counter = 1;
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  };
  for (let draw = 0; draw < WARM_UP_DRAWS; draw++) {
    next();
  }
  return next;
}

/**
 * Draws a whole number, every one equally likely.
 *
 * @param limit - first number that is not drawn; a positive integer
 * @param random - generator to draw from
 * @returns integer from 0 to `limit` − 1
 */
export function drawInteger(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/**
 * Brings items into a random order, every order equally likely (Fisher–Yates).
 *
 * @param items - items to order; not modified
 * @param random - generator to draw from
 * @returns new array with the same items
 */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const pool = [...items];
  const ordered: T[] = [];
  while (pool.length > 0) {
    const index = drawInteger(pool.length, random);
    ordered.push(...pool.splice(index, 1));
  }
  return ordered;
}
