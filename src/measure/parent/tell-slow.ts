import type { Failure } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";
import { formatCount } from "../../wording/number.ts";
import { formatRoughTime } from "../../wording/value.ts";
import { onBothSides } from "./failed-alike.ts";
import type { Inquiry, Tried } from "./inquiry.ts";

/** A side whose call takes this many times the other's is the slow one. */
const CLEARLY = 2;
/** A visit makes at least this many calls: longer ones do not fit its time limit. */
const CALLS_OF_A_VISIT = 20;
const NS_PER_MS = 1e6;

/**
 * Tells a visit that ran out of time by one call of each side: which of them does not end, or how far they are apart.
 *
 * @param failure - the visit's timeout
 * @param inquiry - the sides, and how to make a call of one
 * @returns the failure with its side and its size; null when single calls explain nothing
 */
export async function tellSlow(failure: Failure, inquiry: Inquiry): Promise<Failure | null> {
  const { payloads, callAlone, isOver, sameHost } = inquiry;
  const [candidate, baseline] = [sideOf(payloads, "candidate"), sideOf(payloads, "baseline")];
  if (candidate === undefined || baseline === undefined || isOver()) return null;
  const own = await callAlone(candidate);
  if (isOver()) return own.failure === null ? null : { ...own.failure, side: "candidate" };
  const theirs = await callAlone(baseline);
  const [isOwnLate, isTheirsLate] = [isLate(own), isLate(theirs)];
  if (isOwnLate && isTheirsLate && sameHost) return onBothSides(failure);
  if (isOwnLate)
    return { ...failure, side: "candidate", message: lateWords(failure, theirs, inquiry) };
  if (isTheirsLate && own.failure === null) return { ...failure, side: "baseline" };
  return compareCalls({ failure, own, theirs }, inquiry);
}

/**
 * How much slower something is that did not end, than what did.
 *
 * @param timeoutMs - time it was given, in ms
 * @param ns - time the other took, in ns, above zero
 * @returns for example "did not finish within 30 s, where the baseline needs 20 ms: at least 1,500 × slower"
 */
export function slowerThan(timeoutMs: number, ns: number): string {
  const times = timesOf((timeoutMs * NS_PER_MS) / ns);
  const given = formatRoughTime(timeoutMs * NS_PER_MS);
  return `did not finish within ${given}, where the baseline needs ${formatRoughTime(ns)}: at least ${times} × slower`;
}

function sideOf(payloads: readonly Payload[], side: Payload["side"]): Payload | undefined {
  return payloads.find((payload) => payload.side === side);
}

function isLate({ failure }: Tried): boolean {
  return failure?.kind === "timeout";
}

function lateWords({ message }: Failure, { ns }: Tried, { timeoutMs }: Inquiry): string {
  return ns === null || ns <= 0 ? message : slowerThan(timeoutMs, ns);
}

interface Calls {
  readonly failure: Failure;
  readonly own: Tried;
  readonly theirs: Tried;
}

/** Both calls ended: the visit was too long because calls are. */
function compareCalls(
  { failure, own, theirs }: Calls,
  { timeoutMs, sameHost }: Inquiry,
): Failure | null {
  if (own.ns === null || theirs.ns === null || own.ns <= 0 || theirs.ns <= 0) return null;
  const longest = (timeoutMs * NS_PER_MS) / CALLS_OF_A_VISIT;
  if (Math.max(own.ns, theirs.ns) < longest) return null;
  const [mine, base] = [formatRoughTime(own.ns), formatRoughTime(theirs.ns)];
  if (own.ns > theirs.ns * CLEARLY) {
    const times = timesOf(own.ns / theirs.ns);
    const message = `${failure.message}: one call takes ${mine}, where the baseline needs ${base}: ${times} × slower`;
    return { ...failure, side: "candidate", message };
  }
  if (theirs.ns > own.ns * CLEARLY) return { ...failure, side: "baseline" };
  const message = `${failure.message}: one call takes ${mine}, and ${base} on the baseline's side`;
  return sameHost ? onBothSides({ ...failure, message }) : null;
}

/** Two digits, rounded down: a bound must hold. */
function timesOf(ratio: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 1);
  return formatCount(Math.floor(ratio / unit) * unit);
}
