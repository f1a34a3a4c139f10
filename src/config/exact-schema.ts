import * as v from "valibot";
import {
  type Allowance,
  type Allowances,
  byExactMetric,
  type ExactMetricName,
  metricOf,
} from "../model/metric.ts";
import { allowancePattern, describeAllowance, parseAllowance } from "./allowance.ts";
import { describeValue } from "./fault.ts";
import { bounded, quantity } from "./fields.ts";
import { closed, textOrObject } from "./structure.ts";

const MOST = { min: 0, max: 10, words: "between 0% and 1000%" };
const fraction = bounded("ratio", MOST);

/** Metrics that the keys `bytes` and `bytes-floor` stand for: a module's size, and a size another tool gave as one number. */
const BYTES_METRICS = ["size_raw", "imported_bytes"] as const;
const BYTES_KEYS = ["bytes", "bytes-floor"] as const;

/** `1%`, `1KiB` or `0`: a share or an amount, and nothing of the other. */
function writtenAllowance(name: ExactMetricName): v.GenericSchema<string | number, Allowance> {
  const { unit } = metricOf(name);
  const faultOf = (raw: unknown): string => {
    const parsed =
      typeof raw === "string" || typeof raw === "number" ? parseAllowance(raw, unit) : null;
    const isFault = parsed !== null && "fault" in parsed;
    return isFault
      ? parsed.fault
      : `expected ${describeAllowance(unit)}, got ${describeValue(raw)}`;
  };
  return v.pipe(
    v.union(
      [
        v.pipe(
          v.string(),
          v.regex(new RegExp(allowancePattern(unit)), ({ input }) => faultOf(input)),
        ),
        v.number(),
      ],
      ({ input }) => faultOf(input),
    ),
    v.rawTransform(({ dataset, addIssue, NEVER }): Allowance => {
      const parsed = parseAllowance(dataset.value, unit);
      if (!("fault" in parsed)) return parsed;
      addIssue({ message: parsed.fault });
      return NEVER;
    }),
    v.check(
      (given) => given.fraction <= MOST.max,
      `must be ${MOST.words}, or an amount in the unit of the metric`,
    ),
  );
}

/** `{ fraction: 1%, absolute: 1KiB }`: whichever is more. */
function twofoldAllowance(name: ExactMetricName): v.GenericSchema<object, Allowance> {
  return v.pipe(
    closed({
      fraction: v.optional(
        v.pipe(fraction, v.description("Allowed growth as a share of the baseline's value.")),
      ),
      absolute: v.optional(
        v.pipe(
          quantity(metricOf(name).unit),
          v.description("Allowed growth in the unit of the metric."),
        ),
      ),
    }),
    v.check(
      (given) => given.fraction !== undefined || given.absolute !== undefined,
      "give at least one of fraction, absolute",
    ),
    v.transform(
      (given): Allowance => ({ fraction: given.fraction ?? 0, absolute: given.absolute ?? 0 }),
    ),
  );
}

function entryOf(
  name: ExactMetricName,
): v.ExactOptionalSchema<v.GenericSchema<unknown, Allowance>, undefined> {
  const { description } = metricOf(name);
  return v.exactOptional(
    v.pipe(
      textOrObject(writtenAllowance(name), twofoldAllowance(name)),
      v.description(`Allowed growth of ${name} (${description}): a share, an amount, or both.`),
    ),
  );
}

const byMetric = byExactMetric(entryOf);

/** `exact:` of an override: allowances by the name of the metric; those not named are the gate's. */
export const exactSchema = closed(byMetric);

/** `exact:` of the gate: allowances by the name of the metric, and two older keys for the sizes in bytes. */
export const gateExactSchema = v.pipe(
  closed({
    ...byMetric,
    bytes: v.optional(
      v.pipe(
        fraction,
        v.description("Allowed growth of module bytes, such as 1%; size_raw says both."),
      ),
    ),
    "bytes-floor": v.optional(
      v.pipe(
        quantity("bytes"),
        v.description("Growth of module bytes that is always allowed, such as 1KiB."),
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value } = dataset;
    const keys = BYTES_KEYS.filter((key) => value[key] !== undefined);
    const names = BYTES_METRICS.filter((name) => value[name] !== undefined);
    if (keys.length === 0 || names.length === 0) return;
    addIssue({
      message: `${[...names, ...keys].join(" and ")} name the same metric: keep ${names.join(", ")}`,
    });
  }),
  v.transform(({ bytes, "bytes-floor": floor, ...given }): Allowances => {
    const isOlder = bytes !== undefined || floor !== undefined;
    const older = BYTES_METRICS.map((name): [ExactMetricName, Allowance] => {
      const shipped = metricOf(name).allowance;
      return [
        name,
        { fraction: bytes ?? shipped?.fraction ?? 0, absolute: floor ?? shipped?.absolute ?? 0 },
      ];
    });
    return { ...given, ...(isOlder ? Object.fromEntries(older) : {}) };
  }),
);
