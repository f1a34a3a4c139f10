import * as v from "valibot";
import { describeIssue, describeValue } from "./fault.ts";

/** Longest text of one field of a stored document, in characters. */
const MAX_TEXT = 65_536;

/** Any finite number. */
export const number = v.pipe(v.number(), v.finite(describeIssue));

/** A finite number from 0. */
export const amount = v.pipe(number, v.minValue(0));

/** A share of a whole, from 0 to 1. */
export const share = v.pipe(amount, v.maxValue(1));

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
