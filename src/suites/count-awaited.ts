import { UNLIMITED_FUEL } from "../wasm/fuel.ts";
import type { FuelMeter } from "../wasm/fuel-meter.ts";
import type { FuelMeters } from "../wasm/fuel-meters.ts";
import { FUEL_EXHAUSTED } from "../wasm/traps.ts";
import { budgetOf, type CallCount, failed, type PinnedCall, profileOf } from "./counted-call.ts";
import { callUnchecked, checkAll, type Guest, isPromise } from "./guest.ts";
import { meteredError } from "./metered-error.ts";
import { checkWorkloadResult, openWorkload } from "./open-workload.ts";

/** A call that is counted, with the number of its copy. */
export interface Numbered extends PinnedCall {
  readonly nonce: number;
}

/** What counts: one instance, or several together. */
export type Budgets = Pick<FuelMeter, "refill" | "remaining"> & Pick<FuelMeters, "guard" | "trees">;

/** What a call consumed, by function where that was asked for. */
export interface Driven extends Pick<CallCount, "fuel" | "profile"> {
  /** True where there was a promise to await. */
  readonly isAwaited: boolean;
}

interface Spent extends Driven {
  readonly result: unknown;
}

/**
 * Counts a call of several instances, or the benchmark of a workload. Every instance has the whole budget; what all of
 * them spent is held against the limit.
 *
 * @param counted - call or benchmark, and limit
 * @param meters - of all instances
 * @param guest - what is called
 * @returns what it consumed
 * @throws what the guest throws, or the check of its result; RuntimeError `fuel exhausted` beyond the limit
 */
export async function countTogether(
  counted: Numbered,
  meters: FuelMeters,
  guest: Guest,
): Promise<Driven> {
  const budget = budgetOf(counted);
  const budgets: Budgets = { ...meters, remaining: (): bigint => budget - meters.spent() };
  if (counted.workload !== undefined) return countWorkload(counted, budgets, guest);
  const { call } = counted;
  const { result, ...driven } = await countAwaited(counted, budgets, () =>
    callUnchecked(guest, call),
  );
  checkAll(guest, call, result);
  return driven;
}

/** What is awaited is counted until it is settled. */
async function countAwaited(
  counted: PinnedCall,
  { refill, remaining, guard, trees }: Budgets,
  run: () => unknown,
): Promise<Spent> {
  const budget = budgetOf(counted);
  refill(budget);
  let result: unknown;
  let isAwaited = false;
  try {
    const made = run();
    isAwaited = isPromise(made);
    result = isAwaited ? await made : made;
  } catch (error) {
    throw failed(counted, meteredError(guard, error), budget - remaining());
  }
  const spent = budget - remaining();
  if (spent >= budget) throw failed(counted, new WebAssembly.RuntimeError(FUEL_EXHAUSTED), spent);
  return { fuel: Number(spent), isAwaited, result, ...profileOf(counted, trees()) };
}

/**
 * Counts one call of a benchmark of a workload. Set-up consumes fuel too, and is none of the benchmark's.
 *
 * @param counted - the benchmark, and the number of its copy
 * @param budgets - of one instance, or of several together
 * @param guest - what the workload drives
 * @returns what it consumed
 * @throws what the workload throws, or the check of its result; RuntimeError `fuel exhausted` beyond the limit
 */
export async function countWorkload(
  counted: Numbered,
  budgets: Budgets,
  guest: Guest,
): Promise<Driven> {
  const { payload, workload, nonce } = counted;
  const { name, isFree } = workload ?? { name: "", isFree: true };
  budgets.refill(UNLIMITED_FUEL);
  const opened = await openWorkload(guest, payload, nonce);
  const benchmark = opened.find(name);
  const { result, ...driven } = await countAwaited(counted, budgets, () =>
    benchmark.run(opened.view, opened.state),
  );
  checkWorkloadResult(benchmark, result, isFree);
  budgets.refill(UNLIMITED_FUEL);
  await opened.teardown();
  // Its state is the workload's: called again and again it may be somebody else's.
  return { ...driven, isAwaited: true };
}
