import type { WitFunction, WitWorld } from "../../model/wit.ts";
import { findWitExport, isCommand } from "../../wasm/component/names.ts";
import type { EngineState } from "../engine-state.ts";
import { nameBytes } from "../find-extern.ts";
import { impassable } from "./value-layout.ts";

/** An exported function as every instance of a component has it. */
export interface ComponentExport {
  /** As it was asked for. */
  readonly named: string;
  readonly type: WitFunction;
  /** Address of what finds it in an instance. */
  readonly index: number;
  /** Whether it runs a command to its end. */
  readonly isCommand: boolean;
}

/**
 * Finds an exported function of a component.
 *
 * @param state - the library's state
 * @param component - address of the component
 * @param asked - what it exports, and any name of the function
 * @returns the function; its index is the caller's to delete
 * @throws Error where there is none, or values of its types do not pass
 */
export function findComponentExport(
  state: EngineState,
  component: number,
  { world, named }: { readonly world: WitWorld; readonly named: string },
): ComponentExport {
  const found = findWitExport(world, named);
  if ("fault" in found) throw new Error(found.fault);
  const { item, name, type } = found;
  if (type.isAsync)
    throw new Error(`"${named}" is an async function, and only synchronous calls are timed`);
  const part = [...type.params.map((one) => one.type), type.result]
    .map(impassable)
    .find((one) => one !== null);
  if (part !== undefined && part !== null)
    throw new Error(
      `"${named}" takes or returns a ${part}, which JavaScript cannot give to a native engine; call another export`,
    );
  const index = item.isFunction
    ? indexOf(state, { component, around: 0 }, name)
    : indexInside(state, component, [item.name, name]);
  return { named, type, index, isCommand: isCommand(item.name) };
}

function indexInside(
  state: EngineState,
  component: number,
  [instance, name]: readonly [string, string],
): number {
  const around = indexOf(state, { component, around: 0 }, instance);
  try {
    return indexOf(state, { component, around }, name);
  } finally {
    state.library.call.wasmtime_component_export_index_delete(around);
  }
}

function indexOf(
  state: EngineState,
  { component, around }: { readonly component: number; readonly around: number },
  name: string,
): number {
  const { block, length } = nameBytes(state, name);
  const { call } = state.library;
  const index = call.wasmtime_component_get_export_index(component, around, block.address, length);
  if (index === 0) throw new Error("the engine does not know an export that the component has");
  return index;
}
