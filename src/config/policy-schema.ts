import * as v from "valibot";
import { ENGINES } from "../model/engine.ts";
import { type Allowances, EXACT_METRICS } from "../model/metric.ts";
import { FAILURE_KINDS } from "../model/policy.ts";
import { isCalendarDay } from "./calendar.ts";
import { amount, later, number, share, unit, whole, words } from "./document-fields.ts";
import { describeValue } from "./fault.ts";
import { storedExactMetricSchema, storedMetricSchema } from "./metric-schema.ts";
import { pattern } from "./pattern.ts";
import { closed, keyed } from "./structure.ts";

const day = v.pipe(
  v.string(),
  v.check(
    isCalendarDay,
    (issue) => `expected a day (YYYY-MM-DD), got ${describeValue(issue.input)}`,
  ),
);

/** Sampling as it stands in a result. */
export const storedSamplingSchema = closed({
  samples: whole,
  timeMs: amount,
  maxInstances: whole,
  processes: whole,
  rounds: whole,
  copies: whole,
  blockMs: amount,
  warmupMs: amount,
  timeoutMs: amount,
  tier: v.picklist(["natural", "optimized", "startup"]),
  flags: v.array(words),
});

/** How fuel was counted, as it stands in a result and in a baseline. */
export const storedFuelSchema = closed({
  profile: v.picklist(["wasmtime-24", "wasmtime-46", "wasmtime-48", "wasmtime-49"]),
  mode: v.picklist(["wasmtime", "complete"]),
  cost: keyed(words, amount),
});

/** A target as it stands in a result. */
export const storedTargetSchema = v.pipe(
  closed({
    benchmark: pattern,
    metric: storedMetricSchema,
    max: v.nullable(number),
    min: later(number),
    unit,
    source: words,
    severity: v.picklist(["fail", "warn", "info"]),
    title: words,
    engine: later(v.picklist(ENGINES)),
    writtenFor: v.nullable(words),
    note: words,
    notes: later(closed({ v8: later(words), wasmtime: later(words) })),
  }),
  v.check(
    ({ max, min }) => (max === null) === (min !== undefined),
    "has one limit: max, or min with max null",
  ),
);

/** Allowances by metric as they stand in a result, in the order of the table; one that is absent was not given. */
const storedAllowancesSchema = v.pipe(
  keyed(storedExactMetricSchema, closed({ fraction: amount, absolute: amount })),
  v.transform((given): Allowances => {
    const ordered = EXACT_METRICS.map((name) => [name, given[name]] as const);
    return Object.fromEntries(ordered.filter(([, allowance]) => allowance !== undefined));
  }),
);

/** Everything that turned measurements into a verdict. */
export const policySchema = closed({
  thresholds: closed({ regression: amount, decide: amount, suspect: amount, floor: amount }),
  overrides: v.array(
    closed({
      benchmark: pattern,
      regression: v.nullable(amount),
      floor: v.nullable(amount),
      floorUnit: v.nullable(v.picklist(["ns", "bytes"])),
      allowances: storedAllowancesSchema,
      reason: words,
    }),
  ),
  accept: v.array(
    closed({
      benchmark: pattern,
      metric: storedMetricSchema,
      until: day,
      limit: amount,
      reason: words,
    }),
  ),
  removals: v.exactOptional(
    v.array(closed({ benchmark: pattern, until: v.nullable(day), reason: words })),
  ),
  targets: v.array(storedTargetSchema),
  failOn: v.array(v.picklist(FAILURE_KINDS)),
  inconclusive: v.picklist(["warn", "ignore"]),
  allowances: storedAllowancesSchema,
  confidenceLevel: share,
  confirmImprovements: later(v.literal(true)),
  today: day,
});
