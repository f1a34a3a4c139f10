import type { WitItem, WitWorld } from "../../model/wit.ts";
import { withoutVersion } from "../../wasm/component/names.ts";
import { isProvidedInterface } from "../../wasm/component/provided.ts";
import { type EngineState, requireDone } from "../engine-state.ts";
import { nameBytes } from "../find-extern.ts";
import { componentStateOf } from "./component-state.ts";
import { createInvoker } from "./host-invoker.ts";
import { type HostScopes, type ImportedFunction, resourcesOf } from "./host-scopes.ts";

/** What a component is linked to. */
export interface LinkParts {
  /** Address of the engine. */
  readonly engine: number;
  /** Address of the component. */
  readonly component: number;
  readonly world: WitWorld;
  /** What JavaScript gives. */
  readonly scopes: HostScopes;
  /** Functions that JavaScript gives, in the order a session holds them. */
  readonly functions: readonly ImportedFunction[];
}

/** Interfaces that a store without network has no functions for: calling one is a trap. */
const NETWORK = /^wasi:http\//;

/**
 * Links what a component imports: WASI 0.2 by the engine, over it what JavaScript gives.
 *
 * @param state - the library's state
 * @param parts - the component and what it gets
 * @returns address of the linker
 * @throws WebAssembly.LinkError in the engine's words; Error where the library has no WASI
 */
export function linkComponent(state: EngineState, parts: LinkParts): number {
  const { call } = state.library;
  const linker = call.wasmtime_component_linker_new(parts.engine);
  try {
    call.wasmtime_component_linker_allow_shadowing(linker, true);
    if (needsWasi(parts.world, parts.scopes))
      requireDone(state, call.wasmtime_component_linker_add_wasip2(linker));
    defineOwn(state, linker, parts);
    if (parts.world.imports.some(({ name }) => NETWORK.test(name)))
      requireDone(
        state,
        call.wasmtime_component_linker_define_unknown_imports_as_traps(linker, parts.component),
      );
    return linker;
  } catch (error) {
    call.wasmtime_component_linker_delete(linker);
    throw error;
  }
}

/**
 * Whether a component finds WASI 0.2 that JavaScript does not give it.
 *
 * @param world - what it imports
 * @param scopes - what JavaScript gives
 * @returns true where a store needs its context
 */
export function needsWasi({ imports }: WitWorld, scopes: HostScopes): boolean {
  return imports.some(
    ({ name }) => isProvidedInterface(name) && scopes[withoutVersion(name)] === undefined,
  );
}

/**
 * The resources that JavaScript implements.
 *
 * @param functions - functions that JavaScript gives
 * @returns interface and name of each, in the order of their numbers, which begin with 0
 */
export function hostResources(
  functions: readonly ImportedFunction[],
): readonly { readonly item: WitItem; readonly name: string }[] {
  const items = [...new Set(functions.map(({ item }) => item))];
  return items.flatMap((item) => resourcesOf(item).map((name) => ({ item, name })));
}

function defineOwn(state: EngineState, linker: number, { functions }: LinkParts): void {
  const { call } = state.library;
  const resources = hostResources(functions);
  const root = call.wasmtime_component_linker_root(linker);
  const define = (item: WitItem, inside: number): void => {
    for (const [number, one] of resources.entries())
      if (one.item === item) addResource(state, inside, { name: one.name, number });
    for (const [place, one] of functions.entries())
      if (one.item === item) addFunction(state, inside, { one, place });
  };
  try {
    for (const item of new Set(functions.map((one) => one.item)))
      inInstance(state, { root, item }, (inside) => define(item, inside));
  } finally {
    call.wasmtime_component_linker_instance_delete(root);
  }
}

/** An instance is borrowed from the one around it, which waits until it is let go. */
function inInstance(
  state: EngineState,
  { root, item }: { readonly root: number; readonly item: WitItem },
  define: (inside: number) => void,
): void {
  if (item.isFunction) {
    define(root);
    return;
  }
  const inside = addInstance(state, root, item.name);
  try {
    define(inside);
  } finally {
    state.library.call.wasmtime_component_linker_instance_delete(inside);
  }
}

function addInstance(state: EngineState, root: number, name: string): number {
  const { call } = state.library;
  const { block, length } = nameBytes(state, name);
  const made = state.library.allocate(8);
  const error = call.wasmtime_component_linker_instance_add_instance(
    root,
    block.address,
    length,
    made.address,
  );
  requireDone(state, error);
  return made.word(0);
}

function addResource(
  state: EngineState,
  inside: number,
  { name, number }: { readonly name: string; readonly number: number },
): void {
  const { call } = state.library;
  const { block, length } = nameBytes(state, name);
  const type = call.wasmtime_component_resource_type_new_host(number);
  const { destructor } = componentStateOf(state);
  const error = call.wasmtime_component_linker_instance_add_resource(
    ...[inside, block.address, length, type, destructor, 0, 0],
  );
  call.wasmtime_component_resource_type_delete(type);
  requireDone(state, error);
}

function addFunction(
  state: EngineState,
  inside: number,
  { one, place }: { readonly one: ImportedFunction; readonly place: number },
): void {
  const { call } = state.library;
  const { block, length } = nameBytes(state, one.name);
  const { callback, invokers } = componentStateOf(state);
  const id = invokers.push(createInvoker(state, one, place)) - 1;
  const error = call.wasmtime_component_linker_instance_add_func(
    ...[inside, block.address, length, callback, id, 0],
  );
  requireDone(state, error);
}
