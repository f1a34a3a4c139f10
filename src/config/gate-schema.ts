import * as v from "valibot";
import type { Config } from "../model/config.ts";
import { DEFAULT_ALLOWANCES } from "../model/metric.ts";
import { FAILURE_KINDS } from "../model/policy.ts";
import { gateExactSchema } from "./exact-schema.ts";
import { bounded, quantity } from "./fields.ts";
import { closed } from "./structure.ts";
import { thresholdsOf } from "./thresholds.ts";

/** Confidence level of every interval. */
const DEFAULT_CONFIDENCE = 0.95;

const threshold = bounded("ratio", { min: 0.001, max: 10, words: "between 0.1% and 1000%" });

/** `gate:` of the configuration. */
export const gateSchema = v.pipe(
  closed({
    regression: v.optional(
      v.pipe(threshold, v.description("A regression of this size must be caught, such as 5%.")),
    ),
    decide: v.optional(
      v.pipe(
        threshold,
        v.description("Decides on confirmed data; 0.6 times `regression` by default."),
      ),
    ),
    suspect: v.optional(
      v.pipe(threshold, v.description("Makes a benchmark suspect; half of `decide` by default.")),
    ),
    floor: v.optional(
      v.pipe(
        quantity("ns"),
        v.description("Absolute change of a time below which nothing counts, such as 100ns."),
      ),
    ),
    inconclusive: v.optional(
      v.pipe(v.picklist(["warn", "ignore"]), v.description("What an inconclusive benchmark does.")),
    ),
    "fail-on": v.optional(
      v.pipe(
        v.array(v.picklist(FAILURE_KINDS)),
        v.description("What fails the run; the action's `fail-on` input wins over it."),
      ),
    ),
    exact: v.optional(
      v.pipe(gateExactSchema, v.description("Allowances by metric that is compared exactly.")),
    ),
    confidence: v.optional(
      v.pipe(
        bounded("ratio", { min: 0.5, max: 0.999, words: "between 50% and 99.9%" }),
        v.description("Confidence level of every interval and bound, such as 95%."),
      ),
    ),
    "confirm-improvements": v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          "Whether what looks faster is measured again on fresh data, which alone can show it; false by default.",
        ),
      ),
    ),
    confirm: v.optional(
      v.pipe(
        v.picklist(["here", "fresh-runner"]),
        v.description("Where would-be failures are confirmed: in this job, or by a second job."),
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) {
      const { regression, decide, suspect } = thresholdsOf(dataset.value);
      if (!(suspect <= decide && decide <= regression)) {
        const percent = (value: number): string => `${Number((value * 100).toPrecision(6))}%`;
        const got = `suspect ${percent(suspect)}, decide ${percent(decide)}, regression ${percent(regression)}`;
        addIssue({ message: `suspect <= decide <= regression must hold, got ${got}` });
      }
    }
  }),
  v.transform((given): Config["gate"] => ({
    thresholds: thresholdsOf(given),
    inconclusive: given.inconclusive ?? "warn",
    failOn: given["fail-on"] ?? null,
    allowances: { ...DEFAULT_ALLOWANCES, ...given.exact },
    confidenceLevel: given.confidence ?? DEFAULT_CONFIDENCE,
    confirm: given.confirm ?? "here",
    confirmImprovements: given["confirm-improvements"] ?? false,
  })),
);
