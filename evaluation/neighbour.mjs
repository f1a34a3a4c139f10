/**
 * One bursty neighbour for measuring under load: computes and allocates for 20 to 220 ms, rests for up to 60 ms, again and again.
 *
 * `node evaluation/neighbour.mjs SEED SECONDS`: equal seeds give equal bursts; it ends by itself after the seconds, or with whoever started it.
 */
import { createRandom } from "../src/stats/random.ts";

const SHORTEST_BURST_MS = 20;
const LONGEST_BURST_MS = 220;
const LONGEST_REST_MS = 60;
/** Arrays kept alive: about 1.6 MB, so that collections have something to do. */
const HELD = 200;
const HELD_ITEMS = 1000;
const STEPS = 100_000;

const [seed = "neighbour", seconds = "60"] = process.argv.slice(2);
const random = createRandom(seed);
const still = new Int32Array(new SharedArrayBuffer(4));
const end = Date.now() + Number(seconds) * 1000;
process.once("disconnect", () => process.exit());
process.send?.("ready");

let sum = 0;
let held = [];
while (Date.now() < end) {
  const burstEnd =
    Date.now() + SHORTEST_BURST_MS + random() * (LONGEST_BURST_MS - SHORTEST_BURST_MS);
  while (Date.now() < burstEnd) {
    for (let step = 0; step < STEPS; step += 1) sum = (sum + step * 7) | 0;
    held.push(new Array(HELD_ITEMS).fill(sum));
    if (held.length > HELD) held = [];
  }
  // The disconnection of a parent that died is seen between bursts.
  await new Promise((resolve) => setImmediate(resolve));
  Atomics.wait(still, 0, 0, random() * LONGEST_REST_MS);
}
