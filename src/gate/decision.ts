import type { OpenCause } from "../model/verdict.ts";
import type { Location } from "../stats/location.ts";

/** What the log ratios say. */
export interface Decision {
  readonly verdict: "regression" | "improvement" | "unchanged" | "inconclusive";
  /** True when the screen alone must not decide: fresh data are wanted. */
  readonly suspect: boolean;
  /** True where the screen leaves no doubt: θ is excluded with 99 %. */
  readonly obvious?: boolean;
  readonly location: Location | null;
  /** One sentence with the numbers. */
  readonly because: string;
  /** Why it is open, where the cause has a name. */
  readonly cause?: OpenCause;
  /** True when it looks faster or smaller, which only fresh data can show. */
  readonly unconfirmed?: true;
}
