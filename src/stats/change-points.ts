import type { Random } from "./random.ts";
import { type Shift, shiftBetween } from "./shift.ts";
import {
  findStep,
  type Search,
  type Span,
  STEP_RULES,
  type StepRules,
  type TestedSplit,
} from "./step-test.ts";

/** A lasting step of a series. */
export interface ChangePoint {
  /** Index of the first value after the step. */
  readonly index: number;
  /** Probability that a random order of the values splits as clearly. */
  readonly pValue: number;
  /** How far the level moved, in the unit of the values. */
  readonly shift: Shift;
}

type StepFinder = (span: Span) => TestedSplit | null;

/** Tests no part of the series twice: random orders cost time, and two answers to one question would be one too many. */
function rememberSteps(search: Search): StepFinder {
  const known = new Map<string, TestedSplit | null>();
  return (span: Span): TestedSplit | null => {
    const key = span.join();
    const step = known.get(key) ?? (known.has(key) ? null : findStep(search, span));
    known.set(key, step);
    return step;
  };
}

/** Splits a part at its clearest step, then each half again. */
function divide(find: StepFinder, span: Span): number[] {
  const step = find(span);
  return step === null
    ? []
    : [...divide(find, [span[0], step.index]), step.index, ...divide(find, [step.index, span[1]])];
}

/** Windows that overlap by half; the last one ends with the series. */
function windowsOf(count: number, window: number): Span[] {
  const half = Math.floor(window / 2);
  const starts = Array.from(
    { length: Math.max(0, Math.ceil((count - window) / half)) },
    (_, index) => index * half,
  );
  return [...starts, Math.max(0, count - window)].map((start) => [
    start,
    Math.min(count, start + window),
  ]);
}

/** The values around the i-th of some places: up to its neighbours, and at most half a window each way. */
function around(places: readonly number[], position: number, search: Search): Span {
  const half = Math.floor(search.rules.window / 2);
  const place = places[position] ?? 0;
  return [
    Math.max(places[position - 1] ?? 0, place - half),
    Math.min(places[position + 1] ?? search.series.length, place + half),
  ];
}

function apart<T extends { readonly index: number }>(steps: readonly T[], least: number): T[] {
  const kept: T[] = [];
  for (const step of steps) {
    const previous = kept.at(-1);
    if (previous === undefined || step.index - previous.index >= least) {
      kept.push(step);
    }
  }
  return kept;
}

/**
 * Finds the lasting steps of a series: E-divisive with a permutation test.
 *
 * The clearest split is tested against random orders of the same values, then each half is searched again. A step that
 * would fit better with fewer values beyond it than the rules ask for is not reported: it waits for more.
 *
 * @param series - values in the order of time; finite; not modified
 * @param random - seeded generator for the random orders
 * @param rules - what counts as a step; {@link STEP_RULES} for series of logarithms
 * @returns steps in the order of time; the shift compares the levels up to the neighbouring steps, at most half a window each way
 * @throws RangeError when a value is not finite
 * @see docs/statistics.md#trend; Matteson and James (2014), A nonparametric approach for multiple change point analysis
 */
export function findChangePoints(
  series: readonly number[],
  random: Random,
  rules: StepRules = STEP_RULES,
): ChangePoint[] {
  if (!series.every(Number.isFinite)) {
    throw new RangeError("findChangePoints: every value must be finite");
  }
  const search = { series, random, rules };
  const find = rememberSteps(search);
  const found = windowsOf(series.length, rules.window).flatMap((span) => divide(find, span));
  const places = [...new Set(found)].sort((a, b) => a - b);
  const confirmed = places
    .map((_, position) => find(around(places, position, search)))
    .filter((step) => step !== null);
  const steps = apart(confirmed, rules.leastRuns);
  const indexes = steps.map(({ index }) => index);
  return steps
    .map(({ index, pValue }, position) => {
      const [from, to] = around(indexes, position, search);
      const sides = [series.slice(from, index), series.slice(index, to)] as const;
      return { index, pValue, shift: shiftBetween(...sides, rules.confidenceLevel) };
    })
    .filter(({ shift }) => Math.abs(shift.center) >= rules.smallestShift);
}
