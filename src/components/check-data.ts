import type { Argument, ArgumentRecord } from "../model/benchmark.ts";
import type { ComponentEntry, ExecutionEntry } from "../model/config.ts";
import { dataKeyOf, holdsData } from "../model/data.ts";
import type { FunctionType, ModuleFacts } from "../model/module-facts.ts";
import { exportedSignatures } from "../wasm/signatures.ts";
import { componentFault } from "./component-fault.ts";

/** Keys of a component that say where data goes. */
const KEYS = ["alloc", "free", "at"] as const;

/**
 * Refuses keys that would be ignored: where data goes is asked of core modules alone, and only where there is some.
 *
 * @param entry - the component as configured
 * @param isCore - whether it is a core module without glue
 * @throws ActionError (`component`) naming the key
 */
export function refuseIdlePlaces(entry: ComponentEntry, isCore: boolean): void {
  const key = KEYS.find((one) => entry[one] !== undefined);
  if (key !== undefined && !isCore)
    throw componentFault(entry, {
      message: `\`${key}\` places data in the memory of a core module, and ${entry.path} is none`,
      hint: `Leave \`${key}\` away: JavaScript and components are handed their data.`,
    });
  const all = entry.execution.flatMap(({ args }) => args);
  if (key !== undefined && !holdsData([...all, ...(entry.trap?.args ?? [])]))
    throw componentFault(entry, {
      message: `\`${key}\` says where data goes, and no call has any`,
      hint: `Write data as an argument ({ $bytes: "hex:00ff" }, { $text }, { $file }, { $fill }), or leave \`${key}\` away.`,
    });
  for (const { name, expect } of isCore ? [] : entry.execution) refuseRange(entry, name, expect);
}

function refuseRange(entry: ComponentEntry, name: string, expect: Argument | undefined): void {
  if (expect === undefined || !isExpectedData(expect)) return;
  const key = ["at", "length"].find((one) => Object.hasOwn(expect, one));
  if (key === undefined) return;
  throw componentFault(entry, {
    place: `execution "${name}"`,
    message: `\`${key}\` of \`expect\` is a place in the memory of a core module, and ${entry.path} is none`,
    hint: `Leave \`${key}\` away: what the call returns is compared.`,
  });
}

/**
 * Whether what is expected is data, and no value.
 *
 * @param expect - expectation as configured
 * @returns true for an object with one of the keys of data, or `$sha256`
 */
export function isExpectedData(expect: Argument): expect is ArgumentRecord {
  const isRecord = typeof expect === "object" && expect !== null && !Array.isArray(expect);
  return isRecord && (dataKeyOf(expect) !== null || Object.hasOwn(expect, "$sha256"));
}

/**
 * Checks that a core module can be handed its data, and leave what is expected of it.
 *
 * @param entry - the component as configured
 * @param facts - its module
 * @throws ActionError (`component`) naming call, export and remedy
 */
export function checkData(entry: ComponentEntry, facts: ModuleFacts): void {
  const signatures = exportedSignatures(facts);
  const calls = [
    ...entry.execution.map((call) => ({ ...call, place: `execution "${call.name}"` })),
    ...(entry.trap === null ? [] : [{ ...entry.trap, place: "trap", expect: undefined }]),
  ];
  for (const call of calls) {
    const isRead = call.expect !== undefined && isExpectedData(call.expect);
    const isWritten = call.args.some((value) => dataKeyOf(value) !== null);
    if ((isRead || isWritten) && !facts.exports.some(({ kind }) => kind === "memory"))
      throw componentFault(entry, {
        place: call.place,
        message: `data needs a memory to lie in, and ${entry.path} exports none`,
        hint: "Export the memory of the module.",
      });
    if (isWritten) requirePlace(entry, call, signatures);
    if (isRead) requireRange(entry, call, signatures.get(call.export));
  }
}

interface DataCall extends Pick<ExecutionEntry, "export" | "args"> {
  /** Where it stands in the configuration, for messages. */
  readonly place: string;
  readonly expect?: Argument | undefined;
}

type Signatures = ReadonlyMap<string, FunctionType>;

function requirePlace(entry: ComponentEntry, call: DataCall, signatures: Signatures): void {
  const { alloc, free, at } = entry;
  if (alloc === undefined && at === undefined)
    throw componentFault(entry, {
      place: call.place,
      message: `its data has no place in the memory of ${entry.path}`,
      hint: "Name the export that takes a length and returns a pointer under `alloc` (such as malloc), or a fixed address under `at`; on the command line --alloc and --at.",
    });
  const pointer = pointerOf(call, signatures);
  if (pointer !== null) {
    requireTypes(
      entry,
      { key: "alloc", name: alloc, params: [[pointer]], results: [pointer] },
      signatures,
    );
    const params = [[pointer], [pointer, pointer]];
    requireTypes(entry, { key: "free", name: free, params, results: null }, signatures);
  }
}

/** Type of the first pointer of a call; null where the call is refused for another reason. */
function pointerOf({ export: name, args }: DataCall, signatures: Signatures): string | null {
  const params = signatures.get(name)?.params ?? [];
  return params[args.findIndex((value) => dataKeyOf(value) !== null)] ?? null;
}

interface Wanted {
  readonly key: string;
  readonly name: string | undefined;
  /** Lists of parameters that will do. */
  readonly params: readonly (readonly string[])[];
  /** Null for any. */
  readonly results: readonly string[] | null;
}

function requireTypes(
  entry: ComponentEntry,
  { key, name, params, results }: Wanted,
  signatures: Signatures,
): void {
  if (name === undefined) return;
  const found = signatures.get(name);
  const wanted = params.map((one) => `(${one.join(", ")})`).join(" or ");
  if (found === undefined)
    throw componentFault(entry, {
      message: `\`${key}\`: ${entry.path} exports no function "${name}"`,
      hint: `Name one of its exports that takes ${wanted}: ${[...signatures.keys()].slice(0, 20).join(", ")}.`,
    });
  const isTaken = params.some((one) => String(one) === String(found.params));
  if (isTaken && (results === null || String(results) === String(found.results))) return;
  throw componentFault(entry, {
    message: `\`${key}\`: "${name}" is (${found.params.join(", ")}) -> (${found.results.join(", ")}), and must be ${wanted}${results === null ? "" : ` -> (${results.join(", ")})`}`,
    hint: "Name an export that takes a length and returns a pointer, or give a fixed address under `at`.",
  });
}

function requireRange(
  entry: ComponentEntry,
  call: DataCall,
  signature: FunctionType | undefined,
): void {
  const { at = "result", length } = call.expect as ArgumentRecord;
  const isHash = Object.hasOwn(call.expect as object, "$sha256");
  const fault = rangeFault({ at, length, isHash }, call, signature);
  if (fault === null) return;
  throw componentFault(entry, {
    place: `${call.place}, expect`,
    message: fault,
    hint: "Write `at: result`, `at: args[0]` or an address, and `length: result` or a number of bytes.",
  });
}

function rangeFault(
  { at, length, isHash }: { at: Argument; length: Argument | undefined; isHash: boolean },
  { args }: DataCall,
  signature: FunctionType | undefined,
): string | null {
  if (isHash && length === undefined)
    return "a hash says not how many bytes it is of; `length` is missing";
  const wanted = [
    ...(at === "result" ? ["pointer"] : []),
    ...(length === "result" ? ["length"] : []),
  ];
  const unreturned = signature === undefined ? null : resultFault(wanted, signature);
  return unreturned ?? argumentFault(at, args);
}

/** What is looked for must be returned. */
function resultFault(wanted: readonly string[], { results }: FunctionType): string | null {
  if (wanted.length === 0) return null;
  const isWhole = results.every((type) => type === "i32" || type === "i64");
  if (results.length === 0 || !isWhole)
    return `the call returns ${results.join(", ") || "nothing"}, which is no ${wanted[0]}`;
  return results.length < wanted.length ? "one result is either the pointer or the length" : null;
}

function argumentFault(at: Argument, args: readonly Argument[]): string | null {
  const index = typeof at === "string" ? /^args\[(\d+)\]$/.exec(at)?.[1] : undefined;
  if (index === undefined) return null;
  const named = args[Number(index)];
  const isData = named !== undefined && dataKeyOf(named) !== null;
  return isData ? null : `args[${index}] is no data`;
}
