import type * as v from "valibot";
import { didYouMean } from "./suggest.ts";

/** Where a value stands and what is wrong with it. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Longest quoted value in a message, in characters. */
const MAX_QUOTED = 60;

/** Most faults listed in one message. */
const MAX_FAULTS = 20;

const EXPECTED: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  bigint: "an integer",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  strict_tuple: "a list",
  object: "an object",
  strict_object: "an object",
  record: "an object",
  variant: "an object",
  null: "null",
  finite: "a finite number",
  integer: "a whole number",
  safe_integer: "a whole number",
};

/**
 * Shows a value in a message: short, on one line, without control characters.
 *
 * @param value - whatever was found
 * @returns the value as JSON when it is simple, else its kind
 */
export function describeValue(value: unknown): string {
  if (typeof value === "string") {
    const shown = value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value;
    return JSON.stringify(shown).replaceAll(
      /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      "�",
    );
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  if (typeof value === "object" && value !== null) {
    return "an object";
  }
  return value === undefined ? "nothing" : String(value);
}

/**
 * Writes a path the way people write it.
 *
 * @param path - keys and list indices from the root
 * @returns for example `components[2].export`; empty for the root
 */
export function formatPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") {
      text += `[${key}]`;
    } else if (/^[\w$-]{1,64}$/.test(key)) {
      text += text === "" ? key : `.${key}`;
    } else {
      text += `[${describeValue(key)}]`;
    }
  }
  return text;
}

function describeClosedChoice(issue: v.BaseIssue<unknown>): string {
  const allowed = [...(issue.expected ?? "").matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
  if (allowed.length === 0) {
    return `expected ${issue.expected}, got ${describeValue(issue.input)}`;
  }
  const hint = typeof issue.input === "string" ? didYouMean(issue.input, allowed) : "";
  const list = allowed.length === 1 ? `"${allowed[0]}"` : `one of ${allowed.join(", ")}`;
  return `expected ${list}, got ${describeValue(issue.input)}${hint}`;
}

/**
 * Says what is wrong with a value, for every schema and check without words of its own.
 *
 * @param issue - what valibot found
 * @returns one sentence without the path
 */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const isMissing = issue.input === undefined && issue.kind === "schema";
  if (isMissing) {
    return "is required, but missing";
  }
  if (["picklist", "literal", "variant"].includes(issue.type)) {
    const isObject = typeof issue.input === "object" || issue.type !== "variant";
    return isObject
      ? describeClosedChoice(issue)
      : `expected an object, got ${describeValue(issue.input)}`;
  }
  const expected = EXPECTED[issue.type] ?? issue.expected ?? issue.type;
  return `expected ${expected}, got ${describeValue(issue.input)}`;
}

/**
 * Turns what valibot found into faults.
 *
 * @param issues - at least one issue; messages are taken as they are
 * @returns one fault per issue, in the order found
 */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): readonly Fault[] {
  return issues.map((issue) => ({
    path: (issue.path ?? []).map((item) => {
      const { key } = item;
      return typeof key === "number" ? key : String(key);
    }),
    text: issue.message,
  }));
}

/**
 * Writes one fault with its path.
 *
 * @param fault - the fault
 * @returns for example `components[2].export: expected a string, got null`
 */
export function formatFault(fault: Fault): string {
  const path = formatPath(fault.path);
  return path === "" ? fault.text : `${path}: ${fault.text}`;
}

/**
 * Writes faults for people: one line each, naming file, path and fault.
 *
 * @param name - file or document the faults are in
 * @param faults - at least one
 * @param suffixOf - text after a fault, such as its line number; may be empty
 * @returns lines joined by line feeds; at most 20, then how many more there are
 */
export function formatFaults(
  name: string,
  faults: readonly Fault[],
  suffixOf: (fault: Fault) => string,
): string {
  const lines = faults
    .slice(0, MAX_FAULTS)
    .map((fault) => `${name}: ${formatFault(fault)}${suffixOf(fault)}`);
  const more = faults.length - lines.length;
  return [...lines, ...(more > 0 ? [`${name}: and ${more} more`] : [])].join("\n");
}
