import type { Argument, Call } from "../../model/benchmark.ts";
import type { WitFunction, WitWorld } from "../../model/wit.ts";
import { convertExpected, convertValue } from "./convert-value.ts";
import { findWitExport } from "./names.ts";
import { typeName } from "./type-name.ts";
import { ValueFault } from "./value-fault.ts";

/**
 * Turns a call as configured into one with the values the JavaScript of a transpiled component takes.
 *
 * @param call - export, arguments and expectation as configured
 * @param world - what the component exports
 * @returns the call, its export as it was named
 * @throws ValueFault naming what does not fit
 */
export function convertCall(call: Call, world: WitWorld): Call {
  const found = findWitExport(world, call.export);
  if ("fault" in found) throw new ValueFault(call.export, found.fault);
  const { params, result } = requireSynchronous(call, found.type);
  if (params.length !== call.args.length) {
    const list = params.map(({ name, type }) => `${name}: ${typeName(type)}`).join(", ");
    const takes = params.length === 0 ? "no arguments" : `(${list})`;
    throw new ValueFault(call.export, `takes ${takes}, ${call.args.length} given`);
  }
  const args = params.map(({ name, type }, index) =>
    convertValue(call.args[index] ?? null, type, name),
  );
  // What JavaScript takes is no value of a configuration any more; it is only handed on.
  const converted = { export: call.export, args: args as readonly Argument[] };
  if (call.expect === undefined) return converted;
  return { ...converted, expect: convertExpected(call.expect, result) as Argument };
}

function requireSynchronous(call: Call, type: WitFunction): WitFunction {
  if (!type.isAsync) return type;
  throw new ValueFault(call.export, "is an async function, and only synchronous calls are timed");
}
