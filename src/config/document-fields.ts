import * as v from "valibot";
import { isMeasurable } from "../model/measurable.ts";
import { describeIssue, describeValue } from "./fault.ts";

/** Longest text of one field of a stored document, in characters. */
const MAX_TEXT = 65_536;

/** Any finite number. */
export const number = v.pipe(v.number(), v.finite(describeIssue));

/** A measured or counted value. */
export const measured = v.pipe(
  number,
  v.check(
    isMeasurable,
    (issue) => `expected a value that can be measured, got ${describeValue(issue.input)}`,
  ),
);

/** A share strictly between nothing and the whole. */
export const share = v.pipe(
  number,
  v.check(
    (value) => value > 0 && value < 1,
    (issue) => `expected a number between 0 and 1, got ${describeValue(issue.input)}`,
  ),
);

/** A finite number from 0. */
export const amount = v.pipe(number, v.minValue(0));

/** A fraction of a whole, from 0 to 1. */
export const fraction = v.pipe(amount, v.maxValue(1));

/** A whole number from 0. */
export const whole = v.pipe(v.number(), v.safeInteger(describeIssue), v.minValue(0));

/** Text of one field. */
export const words = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT, `longer than ${MAX_TEXT} characters`),
);

/** SHA-256 in lower-case hex. */
export const hash = v.pipe(
  v.string(),
  v.regex(
    /^[0-9a-f]{64}$/,
    (issue) => `expected a SHA-256 of 64 lower-case hex digits, got ${describeValue(issue.input)}`,
  ),
);

/** A moment in UTC, as written by `Date.prototype.toISOString`. */
export const moment = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/,
    (issue) => `expected a time such as 2027-01-31T12:00:00Z, got ${describeValue(issue.input)}`,
  ),
);

/** A benchmark id, `suite/group/case`, or a group without cases. */
export const benchmarkId = v.pipe(
  v.string(),
  v.minLength(1, "must not be empty"),
  v.maxLength(512, "longer than 512 characters"),
);

/** Unit of a metric. */
export const unit = v.picklist(["ns", "bytes", "pages", "count", "fuel", "ratio"]);

/**
 * A field that a document of the same version may lack, because it was added after the version began. What every
 * document of a version has is required instead; a field nobody knows is refused.
 *
 * @param schema - what it is where it stands
 * @returns the schema of the field
 */
export function later<const Schema extends v.GenericSchema>(
  schema: Schema,
): v.ExactOptionalSchema<Schema, undefined> {
  return v.exactOptional(schema);
}
