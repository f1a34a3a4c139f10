import type { Failure } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";

/** How to find out which side of a visit failed. */
export interface Inquiry {
  readonly payloads: readonly Payload[];
  /** Runs one side in a fresh process of its own; why it failed, or null. */
  readonly runAlone: (payload: Payload) => Promise<Failure | null>;
  /** True once the time budget is spent. */
  readonly isOver: () => boolean;
}

const UNKNOWN_DEATH: Failure = {
  kind: "crash",
  category: null,
  message: "the measuring process ended",
  side: null,
};

/**
 * When a process that held both sides died, each side is run alone to name the one that did it.
 *
 * The candidate goes first: when both would fail, the change is what must be told.
 *
 * @param death - why the process ended, if that is known
 * @param inquiry - the sides, and how to run one
 * @returns the failure with its side; without a side when the time is over or neither did it alone
 */
export async function nameSide(death: Failure | null, inquiry: Inquiry): Promise<Failure> {
  const failure = death ?? UNKNOWN_DEATH;
  const { payloads, runAlone, isOver } = inquiry;
  if (payloads.length < 2) return { ...failure, side: payloads[0]?.side ?? null };
  for (const payload of payloads.toSorted((left, right) => rank(left) - rank(right))) {
    if (isOver()) return failure;
    const again = await runAlone(payload);
    if (again !== null) return { ...again, side: payload.side };
  }
  return { ...failure, message: `${failure.message}; neither side did it alone` };
}

function rank({ side }: Payload): number {
  return side === "candidate" ? 0 : 1;
}

/**
 * A baseline that failed first may hide a candidate that fails too: that one is then run alone.
 *
 * @param failure - what is known, or null
 * @param inquiry - the sides, and how to run one
 * @returns the candidate's own failure where it has one, else what was known
 */
export async function askCandidate(
  failure: Failure | null,
  { payloads, runAlone, isOver }: Inquiry,
): Promise<Failure | null> {
  const candidate = payloads.find(({ side }) => side === "candidate");
  const isHidden = failure?.side === "baseline" && payloads.length > 1;
  if (!isHidden || candidate === undefined || isOver()) return failure;
  const own = await runAlone(candidate);
  return own === null ? failure : { ...own, side: "candidate" };
}
