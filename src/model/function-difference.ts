/** What one side's functions of one name consumed in one call. */
export interface FunctionUse {
  readonly calls: number;
  /** Fuel of the functions themselves, and with all that they called. */
  readonly self: number;
  readonly inclusive: number;
}

/**
 * What became of a function where it is not on both sides under one name: it has another name (`renamed`), a function that
 * called it does its work (`inlined`), or it is called by one side only.
 */
export const FUNCTION_FATES = ["renamed", "inlined", "new", "gone"] as const;

/** One of {@link FUNCTION_FATES}. */
export type FunctionFate = (typeof FUNCTION_FATES)[number];

/** A function whose fuel or calls differ. */
export interface FunctionChange {
  /** The candidate's name, where it has one. Hostile until escaped. */
  readonly name: string;
  /** Null where that side does not call it. */
  readonly baseline: FunctionUse | null;
  readonly candidate: FunctionUse | null;
  /** Absent for a function of one name on both sides. */
  readonly fate?: FunctionFate;
  /** Its name in the baseline where that is another; of one that was inlined, the function that does its work now. */
  readonly other?: string;
}

/** A way by which functions were called, in a tree of both sides. */
export interface WayChange {
  readonly name: string;
  /** Place of the way it continues, which comes before it; -1 for the first. */
  readonly parent: number;
  /** Fuel of the way and all that continue it. */
  readonly baseline: number;
  readonly candidate: number;
}

/** How the fuel of one call differs between the sides, by function. */
export interface FunctionDifference {
  /** Fuel of the call. */
  readonly baseline: number;
  readonly candidate: number;
  /** Functions that differ, largest change of own fuel first. */
  readonly functions: readonly FunctionChange[];
  /** Own fuel of all that are not listed. */
  readonly rest: { readonly baseline: number; readonly candidate: number };
  /** The larger ways, for a picture. */
  readonly ways: readonly WayChange[];
}
