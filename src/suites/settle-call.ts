import type { Call } from "../model/benchmark.ts";
import { describeCall } from "./describe-call.ts";
import { MissingTrap } from "./errors.ts";
import { callUnchecked, checkAll, checkResult, type Guest, isPromise } from "./guest.ts";
import { argumentsOf } from "./placed-arguments.ts";

/** How a call ended, and whether that had to be awaited. */
export interface Settled {
  /** What it returned, awaited, or threw. */
  readonly outcome: unknown;
  readonly isAwaited: boolean;
}

/**
 * Runs a call once and checks everything it must do. What returns a promise is awaited; nothing else is.
 *
 * @param guest - live instance
 * @param call - export, arguments and expectation
 * @returns what it returned
 * @throws what the guest throws, or its promise is rejected with; WrongResult when it differs from what is expected
 */
export async function settleCall(guest: Guest, call: Call): Promise<Settled> {
  const made = callUnchecked(guest, call);
  const isAwaited = isPromise(made);
  const outcome = isAwaited ? await made : made;
  checkAll(guest, call, outcome);
  return { outcome, isAwaited };
}

/**
 * As {@link settleCall}. What it must leave in memory is not looked at: reading that back would be timed too.
 *
 * @param guest - live instance
 * @param call - as for {@link settleCall}
 * @throws as {@link settleCall}, but for data
 */
export async function settleTimed(guest: Guest, call: Call): Promise<void> {
  const made = callUnchecked(guest, call);
  const result = isPromise(made) ? await made : made;
  if (call.export !== "_start") checkResult(call, result);
}

/**
 * Makes a call that must trap. The trap may come with its promise.
 *
 * @param guest - live instance
 * @param call - the call
 * @returns the error, untouched
 * @throws MissingTrap when the call returns, or its promise is kept
 */
export async function settleTrap(guest: Guest, call: Call): Promise<Settled> {
  const trap = guest.find(call.export);
  const { args } = argumentsOf(guest, call);
  let isAwaited = false;
  try {
    const made = trap(...args);
    isAwaited = isPromise(made);
    if (isAwaited) await made;
  } catch (outcome) {
    return { outcome, isAwaited };
  }
  throw new MissingTrap(describeCall(call));
}
