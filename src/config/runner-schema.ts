import { amount, fraction, later, whole } from "./document-fields.ts";
import { closed } from "./structure.ts";

/** How busy the runner was during one visit. */
export const visitLoadSchema = closed({
  blocks: whole,
  interrupted: whole,
  cpuShare: fraction,
  switches: whole,
  given: later(whole),
  pressure: later(fraction),
  loadAverage: later(amount),
});

const spread = closed({ lowest: amount, median: amount, highest: amount });

/** How busy the runner was during a run. */
export const runnerSchema = closed({
  blocks: whole,
  interrupted: fraction,
  cpuShare: spread,
  switches: spread,
  pressure: later(spread),
  loadAverage: later(spread),
  startMs: later(spread),
});
