import type { Call, Procedure } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import { mapCalls } from "../../model/procedure-calls.ts";
import { convertCall } from "../../wasm/component/convert-call.ts";
import { ValueFault } from "../../wasm/component/value-fault.ts";

/**
 * A call with the values a component's side takes: those of its own types for a Component Model binary.
 *
 * @param component - the component of one side
 * @param call - as configured
 * @returns the call; as configured where this side's types do not take it, so that its failure is told as its own
 * @throws whatever is no fault of a value: a bug
 */
export function callOf({ transpiled }: Pick<Component, "transpiled">, call: Call): Call {
  if (transpiled === undefined) return call;
  try {
    return convertCall(call, transpiled.world);
  } catch (error) {
    if (error instanceof ValueFault) return call;
    throw error;
  }
}

/**
 * A procedure with the values a component's side takes.
 *
 * @param component - the component of one side; null where the procedure runs none
 * @param procedure - as configured
 * @returns the procedure with every call as {@link callOf} gives it
 */
export function procedureFor(component: Component | null, procedure: Procedure): Procedure {
  return component?.transpiled === undefined
    ? procedure
    : mapCalls(procedure, (call) => callOf(component, call));
}
