import type { Argument, Call, NativeCall, Procedure } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import { mapCalls } from "../../model/procedure-calls.ts";
import { convertCall } from "../../wasm/component/convert-call.ts";
import { ValueFault } from "../../wasm/component/value-fault.ts";
import { convertCoreCall } from "../../wasm/convert-core.ts";
import { exportedSignatures } from "../../wasm/signatures.ts";

/** What the values of a call are converted by. */
type Typed = Pick<Component, "transpiled" | "module" | "glue">;

/**
 * A call with the values a component's side takes: those of its own types for a Component Model binary, those of the
 * export's signature for a core module. Glue takes what is configured.
 *
 * @param component - the component of one side
 * @param call - as configured
 * @returns the call; as configured where this side's types do not take it, so that its failure is told as its own
 * @throws whatever is no fault of a value: a bug
 */
export function callOf({ transpiled, module, glue }: Typed, call: Call): Call {
  try {
    if (transpiled !== undefined) return convertCall(call, transpiled.world);
    const signature =
      module === null || glue !== null ? undefined : exportedSignatures(module).get(call.export);
    return signature === undefined ? call : convertCoreCall(call, signature);
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
 * @returns the procedure with every call as {@link callOf} gives it; a native reference gets what is configured, but
 *   digits in a text as the integer they stand for
 */
export function procedureFor(component: Typed | null, procedure: Procedure): Procedure {
  if (component === null) return procedure;
  const own = mapCalls(procedure, (call) => callOf(component, call));
  if (own.kind !== "call" || own.native === null) return own;
  return { ...own, native: nativeFor(own.native, own.call) };
}

function nativeFor({ source, args }: NativeCall, { args: converted }: Call): NativeCall {
  const given = args.map((value, index): Argument => {
    const own = converted[index];
    return typeof value === "string" && (typeof own === "bigint" || typeof own === "number")
      ? own
      : value;
  });
  return { source, args: given };
}
