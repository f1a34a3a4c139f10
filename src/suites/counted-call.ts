import type { Call } from "../model/benchmark.ts";
import type { FuelConfig } from "../model/config.ts";
import type { FunctionProfile } from "../model/function-profile.ts";
import { type InstrumentedModule, UNLIMITED_FUEL } from "../wasm/fuel.ts";
import { collectProfile, type InstanceTree } from "../wasm/functions/collect-profile.ts";
import type { Payload } from "./payload.ts";
import type { Pins } from "./pinned.ts";
import type { Repeated } from "./repeat-call.ts";
import type { MeteredPart } from "./transpiled/meter-transpiled.ts";

/** A call to be counted. */
export interface CountedCall {
  /** The component with its host; its bytes are not used. */
  readonly payload: Payload;
  /** The instrumented module, its start function deferred; null for a component and for glue. */
  readonly module: InstrumentedModule | null;
  /** The instrumented core modules of a component; empty for everything else. */
  readonly parts: readonly MeteredPart[];
  /** How the modules are instrumented that glue compiles; absent for everything else. */
  readonly rules?: FuelConfig;
  readonly call: Call;
  /** The benchmark of the payload's workload that is counted in place of the call; absent for a call. */
  readonly workload?: { readonly name: string; readonly isFree: boolean };
  /** Most fuel the call, or the start function, may use; null without a limit. */
  readonly limit: number | null;
  /** Nanoseconds taken so far, to make the call again and again afterwards; absent to make it once. */
  readonly repeatBy?: () => number;
  /** Whether the modules count by function: those given, and those that glue compiles; absent for no. */
  readonly byFunction?: boolean;
}

/** What one call consumed. */
export interface CallCount {
  readonly fuel: number;
  /** Pages of all memories it exports or imports, after the call; null when it has none. */
  readonly pages: number | null;
  /** What making the call again and again showed; absent where it was made once. */
  readonly repeated?: Repeated;
  /** What each function consumed; absent unless the modules count by function. */
  readonly profile?: FunctionProfile;
}

/** A call to be counted under a pinned host. */
export interface PinnedCall extends CountedCall {
  readonly pins: Pins;
  readonly onFailure: (fuel: number) => void;
}

/**
 * The budget of a call. It is exhausted when nothing remains of it: one more than may be used.
 *
 * @param counted - the call with its limit
 * @returns fuel units
 */
export function budgetOf({ limit }: CountedCall): bigint {
  return limit === null ? UNLIMITED_FUEL : BigInt(limit) + 1n;
}

/**
 * Tells the fuel of a call that failed.
 *
 * @param counted - who is told
 * @param error - what it ended with
 * @param fuel - what it had consumed until then
 * @returns the error
 */
export function failed({ onFailure }: PinnedCall, error: unknown, fuel: bigint): unknown {
  onFailure(Number(fuel));
  return error;
}

/**
 * What was counted by function, where that was asked for.
 *
 * @param counted - whether it was
 * @param trees - what every instance did
 * @returns the profile, or nothing
 */
export function profileOf(
  { byFunction = false }: CountedCall,
  trees: readonly InstanceTree[],
): Pick<CallCount, "profile"> {
  return byFunction ? { profile: collectProfile(trees) } : {};
}
