import * as v from "valibot";
import { ENGINES } from "../model/engine.ts";
import {
  isExactMetricName,
  isMoreBetter,
  METRIC_NAMES,
  type MetricName,
  metricOf,
} from "../model/metric.ts";
import type { Acceptance, Override, Removal } from "../model/policy.ts";
import type { Target } from "../model/target.ts";
import { isCalendarDay } from "./calendar.ts";
import { exactSchema } from "./exact-schema.ts";
import { describeValue } from "./fault.ts";
import { bounded, text } from "./fields.ts";
import { metricSchema } from "./metric-schema.ts";
import { pattern } from "./pattern.ts";
import { closed } from "./structure.ts";
import { parseFloor, parseQuantity, parseScore } from "./units.ts";

/** Metrics that can regress: gated by the table, or by an allowance. */
const ACCEPTABLE = METRIC_NAMES.filter(
  (name) => metricOf(name).role === "gated" || isExactMetricName(name),
);

const glob = v.pipe(pattern, v.description("Benchmark id or glob, such as execution/blur_*."));

const reason = v.pipe(text, v.description("Why, for the reader of the report."));
const threshold = bounded("ratio", { min: 0.001, max: 10, words: "between 0.1% and 1000%" });
/** A module may become a thousand times larger on purpose. */
const acceptedChange = bounded("ratio", {
  min: 0.001,
  max: Number.MAX_VALUE,
  words: "0.1% or more",
});

function floorFault(raw: unknown): string {
  const parsed = parseFloor(typeof raw === "number" ? raw : String(raw));
  return "fault" in parsed ? parsed.fault : `expected a floor, got ${describeValue(raw)}`;
}

function floorOf(raw: string | number | undefined): Pick<Override, "floor" | "floorUnit"> {
  const parsed = raw === undefined ? null : parseFloor(raw);
  return parsed === null || "fault" in parsed
    ? { floor: null, floorUnit: null }
    : { floor: parsed.value, floorUnit: parsed.unit };
}

/** One entry of `overrides:`. */
export const overrideSchema = v.pipe(
  closed({
    benchmark: glob,
    regression: v.optional(
      v.pipe(threshold, v.description("Threshold of these benchmarks, such as 3%.")),
    ),
    floor: v.optional(
      v.pipe(
        v.union([v.string(), v.number()], ({ input }) => floorFault(input)),
        v.check(
          (raw) => "value" in parseFloor(raw),
          ({ input }) => floorFault(input),
        ),
        v.description("Absolute floor of these benchmarks, such as 100ns or 4KiB."),
      ),
    ),
    fuel: v.optional(
      v.pipe(
        bounded("ratio", { min: 0, max: 10, words: "between 0% and 1000%" }),
        v.description("Allowed growth of fuel, such as 0%; the same as exact: { fuel }."),
      ),
    ),
    exact: v.optional(
      v.pipe(exactSchema, v.description("Allowances of these benchmarks by metric.")),
    ),
    reason: v.optional(reason),
  }),
  v.check(
    ({ regression, floor, fuel, exact }) =>
      [regression, floor, fuel, ...Object.values(exact ?? {})].some((value) => value !== undefined),
    "changes nothing: give at least one of regression, floor, fuel, exact",
  ),
  v.check(
    ({ fuel, exact }) => fuel === undefined || exact?.fuel === undefined,
    "fuel and exact.fuel name the same metric: keep exact.fuel",
  ),
  v.transform(
    (given): Override => ({
      benchmark: given.benchmark,
      regression: given.regression ?? null,
      ...floorOf(given.floor),
      allowances: {
        ...given.exact,
        ...(given.fuel === undefined ? {} : { fuel: { fraction: given.fuel, absolute: 0 } }),
      },
      reason: given.reason ?? "",
    }),
  ),
);

/** An entry of `accept:`: a regression up to a limit, or the removal of benchmarks. */
type Accepted = Acceptance | Removal;

/** What an entry of one kind needs, and what belongs to the other. */
const NEEDED = {
  regression: { required: ["until", "limit"], foreign: [] },
  removal: { required: [], foreign: ["metric", "limit"] },
} as const;

/** One entry of `accept:`. */
export const acceptanceSchema = v.pipe(
  closed({
    benchmark: glob,
    removed: v.optional(
      v.pipe(
        v.literal(true),
        v.description("Accepts that these benchmarks are gone, instead of a slowdown."),
      ),
    ),
    metric: v.optional(
      v.pipe(v.picklist(ACCEPTABLE), v.description("Metric it accepts; time by default.")),
    ),
    until: v.optional(
      v.pipe(
        v.string(),
        v.check(
          isCalendarDay,
          (issue) =>
            `expected a day such as 2027-01-31 (YYYY-MM-DD), got ${describeValue(issue.input)}`,
        ),
        v.description(
          "Last day it holds, YYYY-MM-DD (UTC, inclusive); required unless `removed` is set.",
        ),
      ),
    ),
    limit: v.optional(
      v.pipe(
        acceptedChange,
        v.description("Largest accepted change, such as 12%; required unless `removed` is set."),
      ),
    ),
    reason,
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const given = dataset.value;
    const { required, foreign } = NEEDED[given.removed ? "removal" : "regression"];
    const refuse = (key: keyof typeof given, message: string): void =>
      addIssue({
        message,
        path: [{ type: "object", origin: "value", input: { ...given }, key, value: given[key] }],
      });
    for (const key of required) {
      if (given[key] === undefined) refuse(key, "is required, but missing");
    }
    for (const key of foreign) {
      if (given[key] !== undefined)
        refuse(key, "belongs to a slowdown; leave it away with `removed`");
    }
  }),
  v.transform(
    ({ benchmark, removed, metric, until, limit, reason: why }): Accepted =>
      removed === true || until === undefined || limit === undefined
        ? { benchmark, until: until ?? null, reason: why }
        : { benchmark, metric: metric ?? "time", until, limit, reason: why },
  ),
);

/**
 * Whether an entry of `accept:` accepts a regression.
 *
 * @param entry - entry as {@link acceptanceSchema} gives it
 * @returns false for a removal
 */
export function isAcceptance(entry: Accepted): entry is Acceptance {
  return "limit" in entry;
}

type Issue = { readonly input: unknown };

/** What is said of a limit that is neither text nor a number. */
function limitFault(example: string): (issue: Issue) => string {
  return ({ input }: Issue): string =>
    `expected a limit such as ${example}, got ${describeValue(input)}`;
}

function wrongWay(metric: MetricName, key: string): string {
  const way = isMoreBetter(metric) ? "more" : "less";
  return `of ${metric} ${way} is better: give its limit as \`${key}\``;
}

/** One entry of `targets:`. */
export const targetSchema = v.pipe(
  closed({
    benchmark: glob,
    metric: v.optional(
      v.pipe(metricSchema, v.description("Metric with the limit; time by default.")),
      "time",
    ),
    max: v.optional(
      v.pipe(
        v.union([v.string(), v.number()], limitFault("10ms")),
        v.description("Upper limit with the unit of the metric: 10ms, 1us, 512KiB, 5%, 17."),
      ),
    ),
    min: v.optional(
      v.pipe(
        v.union([v.string(), v.number()], limitFault("90")),
        v.description("Lower limit, in the place of max: of a score, of which more is better."),
      ),
    ),
    source: v.optional(
      v.pipe(text, v.description("Where the limit is written down, such as an ADR.")),
    ),
    severity: v.optional(
      v.pipe(v.picklist(["fail", "warn", "info"]), v.description("What a missed target does.")),
      "fail",
    ),
    title: v.optional(v.pipe(text, v.description("Name shown in reports."))),
    engine: v.exactOptional(
      v.pipe(
        v.picklist(ENGINES),
        v.description("Engine it is judged on, and no other one: v8 or wasmtime."),
      ),
    ),
    "written-for": v.optional(
      v.pipe(
        text,
        v.description(
          "Engine the limit was written for: judged there where it is measured, else on V8.",
        ),
      ),
    ),
    note: v.optional(v.pipe(text, v.description("Sentence that must stand beside the verdict."))),
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Target => {
    const given = dataset.value;
    const { unit } = metricOf(given.metric);
    const isMin = isMoreBetter(given.metric);
    const [key, other] = isMin ? (["min", "max"] as const) : (["max", "min"] as const);
    const refuse = (at: "max" | "min", message: string): typeof NEVER => {
      const path = { type: "object", origin: "value", input: { ...given } } as const;
      addIssue({ message, path: [{ ...path, key: at, value: given[at] }] });
      return NEVER;
    };
    const foreign = given[other];
    if (foreign !== undefined) return refuse(other, wrongWay(given.metric, key));
    const written = given[key];
    if (written === undefined) return refuse(key, "is required, but missing");
    const quantity = isMin ? parseScore(written) : parseQuantity(written, unit);
    if ("fault" in quantity)
      return refuse(key, `${quantity.fault} (${given.metric} is measured in ${unit})`);
    return {
      benchmark: given.benchmark,
      metric: given.metric,
      ...(isMin ? { max: null, min: quantity.value } : { max: quantity.value }),
      unit,
      source: given.source ?? "",
      severity: given.severity,
      ...(given.engine === undefined ? {} : { engine: given.engine }),
      title:
        given.title ??
        `${given.benchmark} ${given.metric} ${isMin ? "at least" : "at most"} ${written}`,
      writtenFor: given["written-for"] ?? null,
      note: given.note ?? "",
    };
  }),
);
