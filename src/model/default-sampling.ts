import type { Sampling } from "./policy.ts";

/** The plan's 30 samples, 5 s and 50 instances; the rest as docs/statistics.md explains. */
export const DEFAULT_SAMPLING: Sampling = {
  samples: 30,
  timeMs: 5000,
  maxInstances: 50,
  processes: 6,
  rounds: 20,
  copies: 4,
  blockMs: 1,
  warmupMs: 10,
  timeoutMs: 30_000,
  tier: "natural",
  flags: [],
};
