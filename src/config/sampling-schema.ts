import * as v from "valibot";
import { DEFAULT_SAMPLING } from "../model/default-sampling.ts";
import type { Sampling } from "../model/policy.ts";
import { bounded, milliseconds, text } from "./fields.ts";
import { closed } from "./structure.ts";

const count = (min: number, max: number): v.GenericSchema<string | number, number> =>
  bounded("count", { min, max, words: `between ${min} and ${max}` });

/** `sampling:` of the configuration. */
export const samplingSchema = v.pipe(
  closed({
    samples: v.optional(
      v.pipe(count(1, 10_000), v.description("At least this many samples behind every estimate.")),
    ),
    time: v.optional(
      v.pipe(
        milliseconds({ min: 10, max: 600_000, words: "between 10ms and 10min" }),
        v.description("At most this much measuring time per benchmark and side, such as 5s."),
      ),
    ),
    "max-instances": v.optional(
      v.pipe(count(1, 100), v.description("At most this many live instances.")),
    ),
    processes: v.optional(
      v.pipe(
        count(1, 100),
        v.description("Fresh processes when nothing is compared; targets need 6."),
      ),
    ),
    rounds: v.optional(v.pipe(count(2, 1000), v.description("Rounds per process."))),
    copies: v.optional(v.pipe(count(1, 16), v.description("Separately compiled copies per side."))),
    block: v.optional(
      v.pipe(
        milliseconds({ min: 0.1, max: 1000, words: "between 100us and 1s" }),
        v.description("Length of one block, such as 1ms."),
      ),
    ),
    warmup: v.optional(
      v.pipe(
        milliseconds({ min: 0, max: 10_000, words: "between 0 and 10s" }),
        v.description("Warm-up of one copy, such as 10ms."),
      ),
    ),
    timeout: v.optional(
      v.pipe(
        milliseconds({ min: 100, max: 3_600_000, words: "between 100ms and 60min" }),
        v.description("Wall-clock limit of one benchmark in one process, such as 30s."),
      ),
    ),
    tier: v.optional(
      v.pipe(
        v.picklist(["natural", "optimized", "startup"]),
        v.description(
          "Which V8 compilers run guest code: both, the optimizing one only, or start-up.",
        ),
      ),
    ),
    flags: v.optional(
      v.pipe(
        v.array(v.pipe(text, v.startsWith("--", 'a V8 flag starts with "--"'))),
        v.description("Extra V8 flags, probed before use."),
      ),
    ),
  }),
  v.transform(
    (given): Sampling => ({
      samples: given.samples ?? DEFAULT_SAMPLING.samples,
      timeMs: given.time ?? DEFAULT_SAMPLING.timeMs,
      maxInstances: given["max-instances"] ?? DEFAULT_SAMPLING.maxInstances,
      processes: given.processes ?? DEFAULT_SAMPLING.processes,
      rounds: given.rounds ?? DEFAULT_SAMPLING.rounds,
      copies: given.copies ?? DEFAULT_SAMPLING.copies,
      blockMs: given.block ?? DEFAULT_SAMPLING.blockMs,
      warmupMs: given.warmup ?? DEFAULT_SAMPLING.warmupMs,
      timeoutMs: given.timeout ?? DEFAULT_SAMPLING.timeoutMs,
      tier: given.tier ?? DEFAULT_SAMPLING.tier,
      flags: given.flags ?? DEFAULT_SAMPLING.flags,
    }),
  ),
);
