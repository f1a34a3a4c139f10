import type { Sides } from "./sides.ts";

/** Why a call was not made as often as was wanted. */
export const SLOPE_ENDS = ["time", "fuel", "memory", "failure"] as const;

/** One of {@link SLOPE_ENDS}. */
export type SlopeEnd = (typeof SLOPE_ENDS)[number];

/** What calling an export again and again on one instance showed. */
export interface Slope {
  /** Numbers of calls after which it was looked, rising from 1. */
  readonly calls: readonly number[];
  /** Pages of all memories then; empty where the guest has none. */
  readonly pages: readonly number[];
  /** Elements of all tables then; empty where the guest has none. */
  readonly elements: readonly number[];
  /** Fuel of the cheapest of the calls just before. */
  readonly fuel: readonly number[];
  /** Null when it was called as often as was wanted. */
  readonly ended: SlopeEnd | null;
  /** How the next call failed, without the guest's own words; present where a failure ended it. */
  readonly failure?: string;
}

/** Of both sides; a side is absent where it was not called again and again. */
export type Slopes = Partial<Sides<Slope>>;
