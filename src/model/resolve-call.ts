import type { Argument, ArgumentRecord, Call } from "./benchmark.ts";
import { DataBytes, type DataFiles, dataKeyOf, readData, withDataBytes } from "./data.ts";
import type { DataAt, ExpectedData } from "./data-place.ts";

/** What takes a call: a core module, JavaScript, or a component with types of its own. */
export type CallForm = "core" | "glue" | "component";

/**
 * A call with the bytes of its data.
 *
 * @param call - as configured
 * @param form - what takes it: core modules get bytes, to be placed in their memory; glue bytes or text; components
 *   {@link DataBytes}, which their types turn into either
 * @param files - contents of the files that are named
 * @returns the call; what is expected in memory, or known by its hash alone, under `answer`
 * @throws RangeError when a file is not among them: a bug
 */
export function resolveCall(call: Call, form: CallForm, files: DataFiles): Call {
  const { expect, ...rest } = call;
  const args = resolveArguments(call.args, form, files);
  const made = { ...rest, args };
  if (expect === undefined) return made;
  const answer = answerOf(expect, form, files);
  if (answer !== null) return { ...made, answer };
  return { ...made, expect: shaped(withDataBytes(expect, files), form) as Argument };
}

/**
 * Arguments with the bytes of their data.
 *
 * @param args - as configured
 * @param form - what takes them
 * @param files - contents of the files that are named
 * @returns the arguments, typed as what a configuration holds: they are only handed on
 */
export function resolveArguments(
  args: readonly Argument[],
  form: CallForm,
  files: DataFiles,
): readonly Argument[] {
  return args.map((value) => shaped(withDataBytes(value, files), form) as Argument);
}

/** A component's types decide what its data becomes. */
function shaped(value: unknown, form: CallForm): unknown {
  if (form === "component") return value;
  if (value instanceof DataBytes)
    return form === "glue" && value.isText ? new TextDecoder().decode(value.bytes) : value.bytes;
  if (Array.isArray(value)) return value.map((item) => shaped(item, form));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shaped(one, form)]));
}

/** Data that is looked for in memory, or by its hash; null for what is compared as a value. */
function answerOf(expect: Argument, form: CallForm, files: DataFiles): ExpectedData | null {
  if (typeof expect !== "object" || expect === null || Array.isArray(expect)) return null;
  const record = expect as ArgumentRecord;
  const { $sha256 } = record;
  const sha256 = typeof $sha256 === "string" ? $sha256 : null;
  const isData = dataKeyOf(record) !== null;
  if (sha256 === null && !(isData && form === "core")) return null;
  const bytes = sha256 === null ? readData(record, files).bytes : null;
  const inMemory = form === "core";
  return {
    bytes,
    sha256,
    at: inMemory ? placeOf(record.at) : null,
    length: inMemory ? ((record.length ?? null) as ExpectedData["length"]) : null,
  };
}

/** As checked when it was read: an address, `result`, or `args[0]`. */
function placeOf(at: Argument | undefined): DataAt {
  if (typeof at === "number") return at;
  const index = typeof at === "string" ? /^args\[(\d+)\]$/.exec(at)?.[1] : undefined;
  return index === undefined ? "result" : { argument: Number(index) };
}
