import { ActionError } from "../errors.ts";
import type { Argument } from "../model/benchmark.ts";
import type { ComponentEntry } from "../model/config.ts";
import { dataKeyOf } from "../model/data.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { exportedSignatures } from "../wasm/signatures.ts";
import { formatQuantity } from "../wording/number.ts";
import { checkData } from "./check-data.ts";

/** Longest value quoted in a message, in characters. */
const LONGEST_VALUE = 80;

/** A call as the configuration names it, with the place to name in messages. */
interface NamedCall {
  readonly place: string;
  readonly export: string;
  readonly args: readonly Argument[];
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
    throw new ActionError({
      code: "component",
      message: `component "${entry.name}", execution "${command.name}": a command returns nothing, so \`expect\` says nothing`,
      hint: "Leave it away: an exit code other than 0 fails by itself.",
    });
  }
  const signatures = exportedSignatures(facts);
  for (const call of callsOf(entry)) {
    const signature = signatures.get(call.export);
    if (signature === undefined) throw missingExport(entry, call, [...signatures.keys()]);
    const args = call.args.flatMap(asParameters);
    if (signature.params.length !== args.length) {
      throw new ActionError({
        code: "component",
        message: `component "${entry.name}", ${call.place}: ${call.export} takes ${listed(signature.params)}, ${args.length} given`,
        hint: "Give one value per parameter; data is two, pointer and length.",
      });
    }
    for (const [index, type] of signature.params.entries())
      checkArgument({ entry, call: { ...call, args }, index }, type);
  }
  checkData(entry, facts);
}

/** Data is handed over as pointer and length. */
function asParameters(value: Argument): Argument[] {
  return dataKeyOf(value) === null ? [value] : [0, 0];
}

function callsOf(entry: ComponentEntry): NamedCall[] {
  const calls = entry.execution.map((call) => ({
    place: `execution "${call.name}"`,
    export: call.export,
    args: call.args,
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
  return new ActionError({
    code: "component",
    message: `component "${entry.name}", ${call.place}: ${entry.path} exports no function "${call.export}"; ${list}`,
    hint: "Name one of its exports, or build the module with that export.",
  });
}

function checkArgument(
  { entry, call, index }: { entry: ComponentEntry; call: NamedCall; index: number },
  type: string,
): void {
  const value = call.args[index];
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (isNumber || (type !== "i32" && type !== "i64" && type !== "f32" && type !== "f64")) return;
  throw new ActionError({
    code: "component",
    message: `component "${entry.name}", ${call.place}, args[${index}]: ${call.export} takes a number of type ${type}, got ${textOf(value)}`,
    hint: "Core WebAssembly takes numbers only; write bytes and text as data ({ $bytes }, { $text }, { $file }), which becomes pointer and length, or drive the module by a `workload`.",
  });
}

/** A list or record may hold integers beyond 2^53. */
function textOf(value: Argument | undefined): string {
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === "bigint" ? String(one) : one,
  );
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Parameters with their number, for example `2 arguments (i32, i32)`. */
function listed(params: readonly string[]): string {
  if (params.length === 0) return "no arguments";
  return `${formatQuantity(params.length, "argument")} (${params.join(", ")})`;
}
