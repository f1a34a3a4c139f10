import { type EngineState, requireDone } from "./engine-state.ts";

/** More than anything spends that is not told a budget. */
export const PLENTY_OF_FUEL: bigint = 2n ** 62n;

/**
 * Sets what a store may consume from now on.
 *
 * @param state - the library's state
 * @param context - address of the store's context
 * @param fuel - units
 * @throws WebAssembly.LinkError where its engine does not count
 */
export function setFuel(state: EngineState, context: number, fuel: bigint): void {
  requireDone(state, state.library.call.wasmtime_context_set_fuel(context, fuel));
}

/**
 * Tells what is left of a store's budget.
 *
 * @param state - the library's state
 * @param context - address of the store's context
 * @returns units
 * @throws WebAssembly.LinkError where its engine does not count
 */
export function fuelLeft(state: EngineState, context: number): bigint {
  const { library, made } = state;
  requireDone(state, library.call.wasmtime_context_get_fuel(context, made.address));
  return made.view.getBigUint64(0, true);
}
