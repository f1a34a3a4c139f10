import type { Unit } from "../model/metric.ts";
import { describeValue } from "./fault.ts";

/** A quantity read from text, or why it could not be read. */
export type Parsed = { readonly value: number } | { readonly fault: string };

/** What a person may write for one kind of quantity. */
interface Measure {
  /** What is expected, with an example. */
  readonly expected: string;
  /** Decimal exponent and factor by unit. */
  readonly units: ReadonlyMap<string, readonly [exponent: number, factor: number]>;
  /** Whether a number without a unit is accepted: any, or zero only. */
  readonly bare: "any" | "zero";
  readonly integer: boolean;
}

const DURATION: Measure = {
  expected: "a duration such as 10ms",
  units: new Map([
    ["ns", [0, 1]],
    ["us", [3, 1]],
    ["µs", [3, 1]],
    ["μs", [3, 1]],
    ["ms", [6, 1]],
    ["s", [9, 1]],
    ["min", [9, 60]],
    ["m", [9, 60]],
  ]),
  bare: "zero",
  integer: false,
};

const SIZE: Measure = {
  expected: "a size such as 512KiB",
  units: new Map([
    ["B", [0, 1]],
    ["KB", [3, 1]],
    ["MB", [6, 1]],
    ["GB", [9, 1]],
    ["KiB", [0, 1024]],
    ["MiB", [0, 1024 ** 2]],
    ["GiB", [0, 1024 ** 3]],
  ]),
  bare: "any",
  integer: false,
};

const PERCENT: Measure = {
  expected: "a percentage such as 5%",
  units: new Map([["%", [-2, 1]]]),
  bare: "zero",
  integer: false,
};

const counted = (expected: string): Measure => ({
  expected,
  units: new Map(),
  bare: "any",
  integer: true,
});

const MEASURES: Readonly<Record<Unit, Measure>> = {
  ns: DURATION,
  bytes: SIZE,
  ratio: PERCENT,
  pages: counted("a whole number of pages such as 17"),
  count: counted("a whole number such as 50"),
  fuel: counted("a whole number of fuel units such as 1_000_000"),
};

const NUMBER = /^([0-9][0-9_]*(?:\.[0-9]+)?(?:e[0-9]{1,2})?)\s*([^\s0-9]*)$/;

function allowedUnits(measure: Measure): string {
  const units = [...measure.units.keys()].filter((unit) => unit !== "μs");
  const bare = measure.bare === "any" ? "no unit" : "";
  return units.length === 0 ? "" : ` (units: ${[...units, bare].filter(Boolean).join(", ")})`;
}

function readNumber(digits: string, exponent: number): number {
  const [mantissa, written] = digits.replaceAll("_", "").split("e");
  return Number(`${mantissa}e${Number(written ?? 0) + exponent}`);
}

function measureOfUnit(unit: string): string | null {
  const found = (Object.entries(MEASURES) as [Unit, Measure][]).find(([, measure]) =>
    measure.units.has(unit),
  );
  return found === undefined ? null : found[1].expected.replace(/ such as.*/, "");
}

function refuse(measure: Measure, raw: unknown, why = ""): Parsed {
  return {
    fault: `expected ${measure.expected}${allowedUnits(measure)}, got ${describeValue(raw)}${why}`,
  };
}

function parseText(raw: string, measure: Measure): Parsed {
  const match = NUMBER.exec(raw.trim());
  if (match === null) {
    return refuse(measure, raw);
  }
  const [, digits = "", unit = ""] = match;
  if (unit === "") {
    return parseBare(readNumber(digits, 0), raw, measure);
  }
  const scale = measure.units.get(unit);
  if (scale === undefined) {
    const other = measureOfUnit(unit);
    return refuse(
      measure,
      raw,
      other === null ? `: unknown unit "${unit}"` : `: "${unit}" makes it ${other}`,
    );
  }
  return check(readNumber(digits, scale[0]) * scale[1], raw, measure);
}

function parseBare(value: number, raw: unknown, measure: Measure): Parsed {
  if (measure.bare === "zero" && value !== 0) {
    return refuse(measure, raw, ": the unit is missing");
  }
  return check(value, raw, measure);
}

function check(value: number, raw: unknown, measure: Measure): Parsed {
  const isWhole = !measure.integer || Number.isSafeInteger(value);
  return Number.isFinite(value) && value >= 0 && isWhole ? { value } : refuse(measure, raw);
}

/**
 * Reads a quantity in the unit of a metric.
 *
 * @param raw - text such as `10ms`, `512KiB`, `5%`, `1_000`, or a number
 * @param unit - unit the value is wanted in; a quantity of another kind is refused
 * @returns the value in that unit (durations in ns, sizes in bytes, percentages as fractions), or the fault naming the
 * allowed units
 * @example parseQuantity("1.5us", "ns") // { value: 1500 }
 */
export function parseQuantity(raw: string | number, unit: Unit): Parsed {
  const measure = MEASURES[unit];
  return typeof raw === "number" ? parseBare(raw, raw, measure) : parseText(raw, measure);
}

/** A score is a number of what another tool counts in, of percent too: 92.5 % is 92.5. */
const SCORE: Measure = {
  expected: "a score such as 92.5",
  units: new Map([["%", [0, 1]]]),
  bare: "any",
  integer: false,
};

/**
 * Reads a score as another tool gives it.
 *
 * @param raw - text such as `92.5` or `92.5%`, or a number
 * @returns the number, or the fault
 * @example parseScore("92.5%") // { value: 92.5 }
 */
export function parseScore(raw: string | number): Parsed {
  return typeof raw === "number" ? parseBare(raw, raw, SCORE) : parseText(raw, SCORE);
}

/**
 * Says what may be written for a quantity.
 *
 * @param unit - unit of the metric or field
 * @returns for example `a duration such as 10ms (units: ns, us, µs, ms, s, min)`
 */
export function describeQuantity(unit: Unit): string {
  return `${MEASURES[unit].expected}${allowedUnits(MEASURES[unit])}`;
}

/**
 * Says in a regular expression what text a quantity may have, for the published JSON Schema.
 *
 * @param unit - unit of the metric or field
 * @returns source of the expression
 */
export function quantityPattern(unit: Unit): string {
  const { units, bare } = MEASURES[unit];
  const number = "[0-9][0-9_]*(\\.[0-9]+)?(e[0-9]{1,2})?";
  const named =
    units.size === 0 ? "" : `\\s*(${[...units.keys()].join("|")})${bare === "any" ? "?" : ""}`;
  return bare === "zero" ? `^(0|${number}${named})$` : `^${number}${named}$`;
}

/** A floor, and the kind of metric it is for; null where a bare number leaves that open. */
export interface ParsedFloor {
  readonly value: number;
  readonly unit: "ns" | "bytes" | null;
}

/**
 * Reads an absolute floor, whose metric is not known yet: a duration, a size or a plain number.
 *
 * @param raw - text such as `100ns` or `1KiB`, or a number in the metric's unit
 * @returns the value in ns, bytes or as given, with its unit; or the fault
 */
export function parseFloor(raw: string | number): ParsedFloor | Extract<Parsed, { fault: string }> {
  const isBare = typeof raw === "number" || /^[0-9._]+(e[0-9]+)?$/i.test(raw.trim());
  const asSize = parseQuantity(raw, "bytes");
  if ("value" in asSize) return { value: asSize.value, unit: isBare ? null : "bytes" };
  const asDuration = parseQuantity(raw, "ns");
  if ("value" in asDuration) return { value: asDuration.value, unit: isBare ? null : "ns" };
  const expected =
    "a duration such as 100ns, a size such as 1KiB, or a number in the metric's unit";
  return { fault: `expected ${expected}, got ${describeValue(raw)}` };
}
