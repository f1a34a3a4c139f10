import type { Failure } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";

/** What one call of one side gave. */
export interface Tried {
  readonly failure: Failure | null;
  /** How long the call took, in ns; null when it failed or was not timed. */
  readonly ns: number | null;
}

/** How to find out which side of a visit failed. */
export interface Inquiry {
  /** The sides of the visit, and that one measured in processes of its own. */
  readonly payloads: readonly Payload[];
  /** Whether both sides run with the same host code: only then what fails on both is no doing of the change. */
  readonly sameHost: boolean;
  /** Wall-clock limit of a visit, in ms. */
  readonly timeoutMs: number;
  /** Runs one side in a fresh process of its own; why it failed, or null. */
  readonly runAlone: (payload: Payload) => Promise<Failure | null>;
  /** Makes one call of one side in a fresh process of its own. */
  readonly callAlone: (payload: Payload) => Promise<Tried>;
  /** True once the time budget is spent. */
  readonly isOver: () => boolean;
}
