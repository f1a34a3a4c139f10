import { createRandom, type Random } from "../../src/stats/random.ts";

/** Between-process standard deviation of a log ratio, four copies a side. */
export const PROCESS_SD = 0.01;
/** One process in 350 is off by more than 8 %. */
const WILD_SHARE = 1 / 350;
const WILD_FROM = 0.08;
const WILD_TO = 0.25;

/** A standard normal number (Box–Muller). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Spread of the runs of {@link drawSeries} around their level, in log units. */
const RUN_SD = 0.01;

/** Levels with noise: a step of the given size (log units) before the value at each place. */
export function drawSeries(
  count: number,
  steps: Readonly<Record<number, number>>,
  random: Random,
): number[] {
  let level = 0;
  return Array.from({ length: count }, (_, index) => {
    level += steps[index] ?? 0;
    return level + RUN_SD * drawNormal(random);
  });
}

/** One log ratio of a change under the measured noise: normal, rarely wild. */
export function drawRatio(change: number, random: Random): number {
  const wild = random() < WILD_SHARE;
  const size = WILD_FROM + (WILD_TO - WILD_FROM) * random();
  const error = wild ? size * (random() < 0.5 ? -1 : 1) : PROCESS_SD * drawNormal(random);
  return Math.log1p(change) + error;
}

/** Log ratios of several processes. */
export function drawRatios(count: number, change: number, random: Random): number[] {
  return Array.from({ length: count }, () => drawRatio(change, random));
}

/** Share of repetitions for which something holds; every repetition draws from one seeded generator. */
export function shareOf(
  repetitions: number,
  seed: string,
  holds: (random: Random) => boolean,
): number {
  const random = createRandom(seed);
  let count = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    count += holds(random) ? 1 : 0;
  }
  return count / repetitions;
}
