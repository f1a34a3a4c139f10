import type { Argument, Call, NativeCall, Procedure } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import type { DataFiles } from "../../model/data.ts";
import { mapCalls } from "../../model/procedure-calls.ts";
import { type CallForm, resolveArguments, resolveCall } from "../../model/resolve-call.ts";
import { convertCall } from "../../wasm/component/convert-call.ts";
import { ValueFault } from "../../wasm/component/value-fault.ts";
import { convertCoreCall } from "../../wasm/convert-core.ts";
import { exportedSignatures } from "../../wasm/signatures.ts";

/** Nothing names a file. */
export const NO_FILES: DataFiles = new Map();

/** What of a component decides how it is called. */
type Called = Pick<Component, "transpiled" | "glue" | "module">;

/**
 * A call with the values a component's side takes: the bytes of its data, for a Component Model binary those of its
 * own types, for a core module those of the export's signature.
 *
 * @param component - the component of one side
 * @param call - as configured
 * @param files - contents of the files that arguments name
 * @returns the call; as configured where this side's types do not take it, so that its failure is told as its own
 * @throws whatever is no fault of a value: a bug
 */
export function callOf(component: Called, call: Call, files: DataFiles): Call {
  const { transpiled, module, glue } = component;
  const resolved = resolveCall(call, formOf(component), files);
  try {
    if (transpiled !== undefined) return convertCall(resolved, transpiled.world);
    const signature =
      module === null || glue !== null ? undefined : exportedSignatures(module).get(call.export);
    const typed = signature === undefined ? resolved : convertCoreCall(resolved, signature);
    return widened(typed, component);
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
 * @param files - contents of the files that arguments name
 * @returns the procedure with every call as {@link callOf} gives it; a native reference gets its data, and what is configured, but
 *   digits in a text as the integer they stand for
 */
export function procedureFor(
  component: Called | null,
  procedure: Procedure,
  files: DataFiles,
): Procedure {
  const given = withNative(procedure, files);
  if (component === null) return given;
  const own = mapCalls(given, (call) => callOf(component, call, files));
  if (own.kind !== "call" || own.native === null) return own;
  return { ...own, native: nativeFor(own.native, own.call) };
}

/** Digits in a text are the integer that the component gets. */
function nativeFor({ source, args }: NativeCall, { args: converted }: Call): NativeCall {
  const given = args.map((value, index): Argument => {
    const own = converted[index];
    return typeof value === "string" && (typeof own === "bigint" || typeof own === "number")
      ? own
      : value;
  });
  return { source, args: given };
}

/**
 * A native reference with the bytes of its data.
 *
 * @param native - as configured
 * @param files - contents of the files that arguments name
 * @returns the reference; JavaScript gets bytes or text
 */
export function nativeWith(native: NativeCall, files: DataFiles): NativeCall {
  return { ...native, args: resolveArguments(native.args, "glue", files) };
}

function withNative(procedure: Procedure, files: DataFiles): Procedure {
  if (procedure.kind === "native_call")
    return { ...procedure, native: nativeWith(procedure.native, files) };
  return procedure.kind === "call" && procedure.native !== null
    ? { ...procedure, native: nativeWith(procedure.native, files) }
    : procedure;
}

function formOf({ transpiled, glue }: Called): CallForm {
  if (transpiled !== undefined) return "component";
  return glue === null ? "core" : "glue";
}

/** Pointers are as wide as the parameter that takes the first one. */
function widened(call: Call, { module }: Called): Call {
  if (call.place === undefined || module === null) return call;
  const params = exportedSignatures(module).get(call.export)?.params ?? [];
  const at = call.args.findIndex((value: unknown) => value instanceof Uint8Array);
  return params[at] === "i64" ? { ...call, place: { ...call.place, isWide: true } } : call;
}
