import type { MetricName } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Slope, SlopeEnd } from "../model/slope.ts";
import { formatCount, formatQuantity } from "../wording/number.ts";
import { formatValue } from "../wording/value.ts";

/** Fewer calls show growth and not whether it goes on. */
const PROVING_CALLS = 100;
/** Digits that are told of a slope: more than a page in a thousand calls needs. */
const DIGITS = 6;

/** Metrics that come of calling again and again. */
export const SLOPE_METRICS = ["pages_per_call", "fuel_growth"] as const;

/** One of {@link SLOPE_METRICS}. */
export type SlopeMetric = (typeof SLOPE_METRICS)[number];

/** What can grow from call to call. */
type Grower = "pages" | "elements" | "fuel";

/** How much something grows with every call. */
export interface Growth {
  /** Per call, in the unit of what grows; null where it is not known. */
  readonly value: number | null;
  /** Why that proves nothing; null when it does. */
  readonly note: string | null;
}

const UNKNOWN: Growth = { value: null, note: null };

const CUT: Readonly<Record<Exclude<SlopeEnd, "failure">, string>> = {
  time: "its time",
  fuel: "its fuel",
  memory: "the memory it took",
};

/**
 * How much something grows with every call. It grows when it did so twice: from a tenth of the calls to all of them, and again over
 * as many. What fills up once does not.
 *
 * @param slope - what calling again and again showed; undefined where it was not done
 * @param what - what may grow
 * @returns the growth per call, 0 for what stayed or came to rest; a note where the calls were too few or one failed
 */
export function growthOf(slope: Slope | undefined, what: Grower): Growth {
  if (slope === undefined) return UNKNOWN;
  const made = slope.calls.at(-1) ?? 1;
  if (slope.ended === "failure") {
    const note = `call ${formatCount(made + 1)} on the same instance failed: ${slope.failure ?? "failure"}`;
    return { value: null, note };
  }
  if (slope.calls.length < 3) return UNKNOWN;
  // Without memory or table none grows.
  const [, from = 0, middle = 0, to = middle] = slope[what];
  const isSteady = from < middle && middle < to;
  const calls = made - (slope.calls[1] ?? 1);
  const value = isSteady ? Number(((to - from) / calls).toPrecision(DIGITS)) : 0;
  return { value, note: isSteady ? doubtOf(slope, made) : null };
}

/** Memory that is used up proves a leak by itself. */
function doubtOf({ ended }: Slope, made: number): string | null {
  if (ended === "memory" || made >= 2 * PROVING_CALLS) return null;
  const limit = ended === "time" ? CUT.time : CUT.fuel;
  return `it grew over ${formatQuantity(made, "call")}, and ${limit} allowed no more`;
}

/**
 * A metric of what calling again and again showed.
 *
 * @param slope - undefined where it was not done
 * @param metric - one of {@link SLOPE_METRICS}
 * @returns its value per call, and why it proves nothing
 */
export function slopeValue(slope: Slope | undefined, metric: SlopeMetric): Growth {
  return growthOf(slope, metric === "pages_per_call" ? "pages" : "fuel");
}

/**
 * Whether a metric comes of calling again and again.
 *
 * @param metric - metric name
 * @returns true for one of {@link SLOPE_METRICS}
 */
export function isSlopeMetric(metric: MetricName): metric is SlopeMetric {
  return (SLOPE_METRICS as readonly string[]).includes(metric);
}

type Say = (value: number) => string;

const sayPages: Say = (value: number): string => formatValue(value, "pages");
const sayElements: Say = (value: number): string => formatQuantity(value, "element");

/** What leaks, its values in words, and where it goes. */
const TOLD: readonly (readonly [Grower, Say, string])[] = [
  ["pages", sayPages, "of memory"],
  ["elements", sayElements, "to a table"],
];

/**
 * What grows with every call of the candidate, for the reader: a leak, or work that becomes more.
 *
 * @param result - benchmark with what calling it again and again showed
 * @returns a warning for memory, for tables and for fuel
 */
export function slopeWarnings({ slopes }: BenchmarkResult): Warning[] {
  const slope = slopes?.candidate;
  if (slope === undefined) return [];
  const leaks = TOLD.flatMap(([what, say, to]) => {
    const { value, note } = growthOf(slope, what);
    if (value === null || value === 0) return [];
    const before = growthOf(slopes?.baseline, what).value ?? 0;
    const same = before > 0 ? `; the baseline adds ${amount(before, say)}` : "";
    const doubt = note === null ? "" : `; ${note}`;
    return [
      `each further call adds ${amount(value, say)} ${to}: ${path(slope, what, say)}${same}${doubt}`,
    ];
  });
  const fuel = growthOf(slope, "fuel").value ?? 0;
  const work =
    fuel > 0
      ? [`a call takes more fuel the more calls were made: ${path(slope, "fuel", formatCount)}`]
      : [];
  return [...leaks, ...work].map((message) => ({ code: "grows", message }));
}

/** Parts of a page are plural, to the digit that was found. */
function amount(value: number, say: Say): string {
  return Number.isInteger(value) ? say(value) : say(2).replace("2", String(value));
}

function path(slope: Slope, what: Grower, say: Say): string {
  return slope.calls
    .map((calls, at) => `${say(slope[what][at] ?? 0)} after ${formatCount(calls)}`)
    .join(", ");
}

/**
 * What calling a benchmark again and again showed, in one sentence.
 *
 * @param slope - of the candidate; undefined where it was not done
 * @returns for example `1,000 calls on one instance: memory stayed at 2 pages`; empty where it was not done
 */
export function slopeSentence(slope: Slope | undefined): string {
  if (slope === undefined) return "";
  const made = slope.calls.at(-1) ?? 1;
  const cut =
    slope.ended === null || slope.ended === "failure"
      ? ""
      : `, as many as ${CUT[slope.ended]} allowed`;
  const failed = slope.ended === "failure" ? `; the next one failed: ${slope.failure ?? ""}` : "";
  const first = slope.pages[0];
  const last = slope.pages.at(-1);
  const memory =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? `: memory stayed at ${formatValue(first, "pages")}`
        : `: memory went from ${formatCount(first)} to ${formatValue(last, "pages")}`;
  return `${formatQuantity(made, "call")} on one instance${cut}${memory}${failed}`;
}
