import type { Failure } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";
import { failedAlike, onBothSides } from "./failed-alike.ts";
import type { Inquiry } from "./inquiry.ts";
import { tellSlow } from "./tell-slow.ts";

/** What is said of a process whose end has no known reason. */
export const UNKNOWN_DEATH: Failure = {
  kind: "crash",
  category: null,
  message: "the measuring process ended",
  side: null,
};

/**
 * When a process that held both sides died, each side is run alone to name the one that did it.
 *
 * The candidate goes first: when both fail in different ways, the change is what must be told.
 *
 * @param death - why the process ended, if that is known
 * @param inquiry - the sides, and how to run one
 * @returns the failure with its side; without a side when the time is over, neither did it alone, or both fail alike
 */
export async function nameSide(death: Failure | null, inquiry: Inquiry): Promise<Failure> {
  const failure = death ?? UNKNOWN_DEATH;
  const { payloads, runAlone, isOver } = inquiry;
  if (payloads.length < 2) return { ...failure, side: payloads[0]?.side ?? null };
  const slow = failure.kind === "timeout" ? await tellSlow(failure, inquiry) : null;
  if (slow !== null) return slow;
  for (const payload of payloads.toSorted((left, right) => rank(left) - rank(right))) {
    if (isOver()) return failure;
    const again = await runAlone(payload);
    if (again !== null) return askOther({ ...again, side: payload.side }, inquiry);
  }
  return { ...failure, message: `${failure.message}; neither side did it alone` };
}

function rank({ side }: Payload): number {
  return side === "candidate" ? 0 : 1;
}

/**
 * One side's failure may hide that the other fails too: that one is then run alone.
 *
 * @param failure - what is known
 * @param inquiry - the sides, and how to run one
 * @returns what both share when they fail alike; else the candidate's own failure where it has one; else what was known
 */
export async function askOther(failure: Failure, inquiry: Inquiry): Promise<Failure> {
  const { payloads, runAlone, isOver } = inquiry;
  const isOfOne = failure.side === "baseline" || failure.side === "candidate";
  const other = payloads.find(({ side }) => side !== failure.side);
  // A candidate that cannot be excused by its baseline needs no second look.
  const isDecided = failure.side === "candidate" && !inquiry.sameHost;
  if (!isOfOne || isDecided || other === undefined || isOver()) return failure;
  const own = await runAlone(other);
  if (own === null) return failure;
  if (inquiry.sameHost && failedAlike(failure, own)) return onBothSides(failure);
  return failure.side === "baseline" ? { ...own, side: "candidate" } : failure;
}

/**
 * Whether the death of a process that had run other guests before may be the doing of one of those.
 *
 * @param death - why it died; null when it did not
 * @returns true when it ended by itself, or for a message; what a guest used up (time, memory) is its own doing
 */
export function mayBeAnothers(death: Failure | null): boolean {
  return death !== null && ["exit", "crash", "host-error"].includes(death.kind);
}
