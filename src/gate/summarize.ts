import { median } from "../stats/descriptive.ts";
import { boundsOf, type Location, locate, marginOf, type Prior } from "../stats/location.ts";
import { certaintyFor, detectableChange, sureToSee } from "./detectable.ts";
import type { EffectiveThresholds } from "./thresholds.ts";

/** The same comparison by another part of the blocks, such as the 10th percentile or the median. */
export interface OtherPart {
  /** Name for a reader, such as `10th percentile`. */
  readonly name: string;
  /** Log ratios of the deciding processes. */
  readonly ratios: readonly number[];
}

/** Everything that decides about the log ratios of one metric. */
export interface DecisionRules {
  readonly thresholds: EffectiveThresholds;
  readonly prior: Prior;
  /** One-sided level of the bounds that are shown and that exclude a regression, for example 0.95. */
  readonly confidenceLevel: number;
  /** Values of the two sides over the deciding processes, in the metric's unit. */
  readonly baseline: number;
  readonly candidate: number;
  /** Other parts of the blocks, one of which must show a change too; absent or empty where the metric is reduced to its median. */
  readonly otherParts?: readonly OtherPart[];
  /** Slower parts of the blocks than the compared one, which must not show what that one hides; absent or empty likewise. */
  readonly slowParts?: readonly OtherPart[];
  /** Median log ratio of the screen, with which a change must agree; absent or null when nothing was screened. */
  readonly screened?: number | null;
  /** True when what looks faster is to be measured again. */
  readonly confirmImprovements?: boolean;
}

/** What screen and confirmation both look at; log units unless said otherwise. */
export interface Summary {
  readonly location: Location;
  readonly median: number;
  readonly positive: number;
  readonly negative: number;
  readonly count: number;
  /** Bounds that are shown, each one-sided; infinite for a single process without known noise. */
  readonly low: number;
  readonly high: number;
  /** How sure a change must be, as a one-sided level, and how far the truth may lie on one side at that level. */
  readonly certainty: number;
  readonly sureMargin: number;
  /** What the upper bound must stay below: T, or the floor where that is more. */
  readonly limit: number;
  /** Smallest change this comparison is sure to see, as a fraction, and the same by its noise alone; null when nothing is known. */
  readonly gatedAt: number | null;
  readonly seen: number | null;
  readonly exceedsFloor: boolean;
}

/** A run that would see only changes of more than so many times T judges nothing. */
const BLIND_FACTOR = 5;
/** `unchanged` is said where a change of so many times T would have been seen. */
const CLEAR_FACTOR = 2.5;

/**
 * Sums up the log ratios of one metric.
 *
 * @param ratios - log ratios of the deciding processes; at least 1
 * @param rules - thresholds, prior noise, level and the values of both sides
 * @returns what the rules look at
 */
export function summarize(ratios: readonly number[], rules: DecisionRules): Summary {
  const location = locate(ratios, rules.prior);
  const { floor, regression } = rules.thresholds;
  const byFloor = rules.baseline > 0 ? floor / rules.baseline : 0;
  const certainty = certaintyFor(location, rules);
  return {
    location,
    median: median(ratios),
    positive: ratios.filter((ratio) => ratio > 0).length,
    negative: ratios.filter((ratio) => ratio < 0).length,
    count: ratios.length,
    ...boundsOf(location, rules.confidenceLevel),
    certainty,
    sureMargin: marginOf(location, certainty),
    limit: Math.log1p(Math.max(regression, byFloor)),
    gatedAt: detectableChange(location, rules.thresholds, rules),
    seen: sureToSee(location, rules.thresholds, rules.confidenceLevel),
    exceedsFloor: Math.abs(rules.candidate - rules.baseline) > floor,
  };
}

/**
 * From where on a run is too noisy to judge a metric.
 *
 * @param thresholds - thresholds that hold
 * @returns the largest change it may be sure to see, as a fraction: 5 T
 */
export function blindFrom({ regression }: EffectiveThresholds): number {
  return BLIND_FACTOR * regression;
}

/**
 * Whether this run's noise hides even large changes of a metric, and what was measured does not stand out of it.
 *
 * @param summary - summed up log ratios
 * @param thresholds - thresholds that hold
 * @returns true when only changes of more than 5 T would be seen, unless a change of more than that is 99.9 % sure
 * @see docs/statistics.md#too-noisy-here
 */
export function isBlind(summary: Summary, thresholds: EffectiveThresholds): boolean {
  const cap = blindFrom(thresholds);
  const surely = Math.abs(summary.location.center) - summary.sureMargin;
  return summary.seen !== null && summary.seen > cap && surely <= Math.log1p(cap);
}

/**
 * Whether a change of about T would have been seen, so that its absence says something.
 *
 * @param summary - summed up log ratios
 * @returns true when a change of 2.5 T is sure to be seen
 */
export function wouldHaveSeen({ seen, limit }: Summary): boolean {
  return seen !== null && Math.log1p(seen) <= CLEAR_FACTOR * limit;
}
