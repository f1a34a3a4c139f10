import type { ActionError } from "../errors.ts";
import type { Argument } from "../model/benchmark.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { FunctionType, ModuleFacts } from "../model/module-facts.ts";
import { ValueFault } from "../wasm/component/value-fault.ts";
import { convertCoreCall, listed, slotsOf } from "../wasm/convert-core.ts";
import { exportedSignatures } from "../wasm/signatures.ts";
import { checkData, isExpectedData } from "./check-data.ts";
import { componentFault } from "./component-fault.ts";

/** A call as the configuration names it, with the place to name in messages. */
interface NamedCall {
  readonly place: string;
  readonly export: string;
  readonly args: readonly Argument[];
  readonly expect?: Argument;
}

/**
 * Checks that every call a configuration names exists and takes the arguments given.
 *
 * @param entry - the component as configured
 * @param facts - its module
 * @throws ActionError (`component`) naming the call, the export and what the module offers instead
 */
export function checkCalls(entry: ComponentEntry, facts: ModuleFacts): void {
  const command = entry.execution.find(({ export: name }) => name === "_start");
  if (command?.expect !== undefined) {
    throw componentFault(entry, {
      place: `execution "${command.name}"`,
      message: "a command returns nothing, so `expect` says nothing",
      hint: "Leave it away: an exit code other than 0 fails by itself.",
    });
  }
  const signatures = exportedSignatures(facts);
  for (const call of callsOf(entry)) {
    const signature = signatures.get(call.export);
    if (signature === undefined) throw missingExport(entry, call, [...signatures.keys()]);
    const given = call.args.reduce((sum: number, value) => sum + slotsOf(value), 0);
    if (signature.params.length !== given) {
      throw componentFault(entry, {
        place: call.place,
        message: `${call.export} takes ${listed(signature.params)}, ${given} given`,
        hint: "Give one value per parameter; data is two, pointer and length.",
      });
    }
    checkValues(entry, call, signature);
  }
  checkData(entry, facts);
}

function callsOf(entry: ComponentEntry): NamedCall[] {
  const calls = entry.execution.map((call) => ({
    place: `execution "${call.name}"`,
    export: call.export,
    args: call.args,
    ...(call.expect === undefined ? {} : { expect: call.expect }),
  }));
  return entry.trap === null ? calls : [...calls, { place: "trap", ...entry.trap }];
}

function missingExport(
  entry: ComponentEntry,
  call: NamedCall,
  offered: readonly string[],
): ActionError {
  const list =
    offered.length === 0
      ? "it exports no function"
      : `it exports ${offered.slice(0, 20).join(", ")}`;
  return componentFault(entry, {
    place: call.place,
    message: `${entry.path} exports no function "${call.export}"; ${list}`,
    hint: "Name one of its exports, or build the module with that export.",
  });
}

function checkValues(entry: ComponentEntry, call: NamedCall, signature: FunctionType): void {
  const { export: name, args, expect } = call;
  try {
    // Data that is expected lies in memory, and is checked as such.
    const isValue = expect !== undefined && !isExpectedData(expect);
    convertCoreCall({ export: name, args, ...(isValue ? { expect } : {}) }, signature);
  } catch (cause) {
    if (!(cause instanceof ValueFault)) throw cause;
    throw misfit(entry, call, cause);
  }
}

function misfit(entry: ComponentEntry, call: NamedCall, cause: ValueFault): ActionError {
  const isNamed = cause.message.startsWith(`${call.export}: `);
  const where = isNamed ? "" : ` of ${call.export}`;
  return componentFault(entry, {
    place: `${call.place}${where}`,
    message: cause.message,
    hint: "Core WebAssembly takes numbers only, each by the type of its parameter; write bytes and text as data ({ $bytes }, { $text }, { $file }), which becomes pointer and length; for other values name glue (.js), or drive the module by a `workload`.",
    cause,
  });
}
