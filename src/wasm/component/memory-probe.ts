import type { ModuleFacts } from "../../model/module-facts.ts";
import type { WitFunction, WitItem, WitWorld } from "../../model/wit.ts";
import { ComponentBuilder } from "./component-builder.ts";
import { readCoreSpaces } from "./core-spaces.ts";
import { NOTHING_TYPE } from "./empty-component.ts";
import { PROBE, probeModule } from "./probe-module.ts";
import { readRootScope } from "./read-world.ts";

/** A component whose memories can be told and written to from outside. */
export interface ProbedComponent {
  readonly bytes: Uint8Array;
  /** Its own, and the exports of the probes. */
  readonly world: WitWorld;
  readonly probes: readonly MemoryProbe[];
}

/** Exports about one memory. */
export interface MemoryProbe {
  /** Takes nothing and returns the size in pages. */
  readonly pages: string;
  /** Takes and returns nothing: writes to every page of the operating system, and leaves what is there as it was. */
  readonly touch: string;
}

/** A memory that a core instance exports, and its module defines. */
interface OwnMemory {
  readonly instance: number;
  readonly name: string;
}

/** The type of a function that takes nothing and returns a number of 32 bits. */
const NUMBER_TYPE: readonly number[] = [0x40, 0, 0, 0x79];

/**
 * Adds to a component what tells the size of its memories and writes to them: the API of an engine does not reach them. Two
 * functions for each memory that a core module of the component itself defines and exports.
 *
 * @param bytes - a Component Model binary
 * @param world - what it imports and exports
 * @returns the component with its probes; none for memories of components inside it, and for shared and 64-bit ones
 * @throws WasmFormatError naming the offset when the bytes are damaged
 */
export function withMemoryProbes(bytes: Uint8Array, world: WitWorld): ProbedComponent {
  const spaces = readCoreSpaces(bytes);
  const memories = spaces.instances.flatMap(memoriesOf);
  if (memories.length === 0) return { bytes, world, probes: [] };
  const root = readRootScope(bytes);
  const builder = new ComponentBuilder(bytes, {
    modules: spaces.modules.length,
    coreInstances: spaces.instances.length,
    coreFunctions: spaces.functions,
    memories: spaces.memories,
    types: root.types.length,
    functions: root.functions.length,
    instances: root.instances.length,
    components: root.components.length,
  });
  const module = builder.addModule(probeModule());
  const types = { pages: builder.addType(NUMBER_TYPE), touch: builder.addType(NOTHING_TYPE) };
  const probes = memories.map(({ instance, name }, index): MemoryProbe => {
    const memory = builder.takeCore(instance, "memory", name);
    const given = builder.gather([{ name: PROBE.memory, sort: "memory", index: memory }]);
    const probe = builder.instantiate(module, { [PROBE.module]: given });
    const add = (kind: "pages" | "touch"): string => {
      const exported = `wasm-bench-${kind}-m${index}`;
      const core = builder.takeCore(probe, "function", PROBE[kind]);
      builder.export(exported, "function", builder.lift(core, types[kind]));
      return exported;
    };
    return { pages: add("pages"), touch: add("touch") };
  });
  return { bytes: builder.bytes(), world: withProbes(world, probes), probes };
}

function memoriesOf(module: ModuleFacts | null, instance: number): OwnMemory[] {
  if (module === null) return [];
  const imported = module.imports.filter(({ kind }) => kind === "memory").length;
  const own = module.exports.filter(({ kind, index }) => {
    const limits = module.memories[index];
    const isReached = limits !== undefined && !limits.shared && !limits.is64;
    return kind === "memory" && index >= imported && isReached;
  });
  // One memory may have several names.
  const names = new Map(own.map(({ index, name }) => [index, name]));
  return [...names.values()].map((name) => ({ instance, name }));
}

function withProbes({ imports, exports }: WitWorld, probes: readonly MemoryProbe[]): WitWorld {
  const number: WitFunction["result"] = { kind: "primitive", name: "u32" };
  const item = (name: string, result: WitFunction["result"]): WitItem => ({
    name,
    functions: { [name]: { params: [], result, isAsync: false } },
    isFunction: true,
  });
  const own = probes.flatMap(({ pages, touch }) => [item(pages, number), item(touch, null)]);
  return { imports, exports: [...exports, ...own] };
}
