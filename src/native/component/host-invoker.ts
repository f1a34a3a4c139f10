import type { WitFunction, WitType } from "../../model/wit.ts";
import { fullName } from "../../wasm/component/names.ts";
import type { EngineState } from "../engine-state.ts";
import type { ComponentInvoker, ComponentSession, HostCall } from "./component-state.ts";
import { type Decoding, decodeValue } from "./decode-value.ts";
import { encodeValue } from "./encode-value.ts";
import type { ImportedFunction } from "./host-scopes.ts";
import { type Cell, VALUE_LAYOUT } from "./value-layout.ts";
import { ValueMemory } from "./value-memory.ts";

/**
 * Makes what the engine calls for a function that a component imports.
 *
 * @param state - the library's state
 * @param imported - the function
 * @param place - its place among the functions of a session
 * @returns reads the arguments, calls the function of the session and writes what it returns
 */
export function createInvoker(
  state: EngineState,
  imported: ImportedFunction,
  place: number,
): ComponentInvoker {
  const { type } = imported;
  const name = fullName(imported);
  return (session: ComponentSession, call: HostCall): void => {
    const callee = session.functions[place];
    if (callee === undefined) throw new Error(`${name} was not given`);
    const args = readArguments(state, type, { session, call });
    const { result } = type;
    const value = result?.kind === "result" ? resultOf(() => callee(...args)) : callee(...args);
    if (result !== null) writeResult(state, { name, type: result, value }, { session, call });
  };
}

/** A call that a component makes, and for whom. */
interface Served {
  readonly session: ComponentSession;
  readonly call: HostCall;
}

function readArguments(
  { library }: EngineState,
  { params }: WitFunction,
  { session, call }: Served,
): unknown[] {
  if (params.length === 0) return [];
  const decoding: Decoding = {
    viewAt: library.viewAt,
    objectOf: (handle: number): unknown => session.objects.find(call.context, handle),
  };
  const view = new DataView(library.viewAt(call.args, params.length * VALUE_LAYOUT.value));
  return params.map(({ type }, index) =>
    decodeValue(type, { view, at: index * VALUE_LAYOUT.value }, decoding),
  );
}

/** An error that holds a payload, or is a value itself, is the guest's to handle; any other error is the host's own. */
function resultOf(run: () => unknown): { readonly tag: "ok" | "err"; readonly val: unknown } {
  try {
    return { tag: "ok", val: run() };
  } catch (error) {
    if (typeof error === "object" && error !== null && "payload" in error)
      return { tag: "err", val: error.payload };
    if (error instanceof Error) throw error;
    return { tag: "err", val: error };
  }
}

interface Returned {
  readonly name: string;
  readonly type: WitType;
  readonly value: unknown;
}

/** The engine takes what it is given over: it gets a copy in memory of its own. */
function writeResult(
  { library }: EngineState,
  { name, type, value }: Returned,
  { session, call }: Served,
): void {
  const memory = new ValueMemory(library.allocate);
  const block = memory.take(VALUE_LAYOUT.value);
  const cell: Cell = { view: block.view, at: 0 };
  const handles: number[] = [];
  const handleOf = (given: unknown): number => {
    const handle = session.objects.give(call.context, given);
    handles.push(handle);
    return handle;
  };
  try {
    encodeValue(value, type, cell, { memory, handleOf });
    library.call.wasmtime_component_val_clone(block.address, call.results);
  } catch (error) {
    if (error instanceof TypeError) error.message = `${name} returned ${told(error)}`;
    throw error;
  } finally {
    for (const handle of handles) library.call.wasmtime_component_resource_any_delete(handle);
  }
}

function told({ message }: Error): string {
  return `what it may not: ${message}`;
}
