import * as v from "valibot";
import { amount, share, whole } from "./document-fields.ts";
import { closed } from "./structure.ts";

/** How busy the runner was during one visit. */
export const visitLoadSchema = closed({
  blocks: whole,
  interrupted: whole,
  cpuShare: share,
  switches: whole,
  pressure: v.exactOptional(share),
  loadAverage: v.exactOptional(amount),
});

const spread = closed({ lowest: amount, median: amount, highest: amount });

/** How busy the runner was during a run. */
export const runnerSchema = closed({
  blocks: whole,
  interrupted: share,
  cpuShare: spread,
  switches: spread,
  pressure: v.exactOptional(spread),
  loadAverage: v.exactOptional(spread),
  startMs: v.exactOptional(spread),
});
