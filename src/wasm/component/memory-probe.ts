import type { ModuleFacts } from "../../model/module-facts.ts";
import type { WitItem, WitType, WitWorld } from "../../model/wit.ts";
import { ByteWriter } from "../encoder.ts";
import { WasmFormatError } from "../reader.ts";
import { COMPONENT_HEADER, ComponentBuilder } from "./component-builder.ts";
import { readCoreModules } from "./component-size.ts";
import { type CoreSpaces, readCoreSpaces } from "./core-spaces.ts";
import { NOTHING_TYPE } from "./empty-component.ts";
import { readInnerInstances } from "./inner-instances.ts";
import { PROBE, probeModule } from "./probe-module.ts";
import { readRootScope } from "./read-world.ts";
import { COMPONENT_SECTION, readComponentSections } from "./sections.ts";

/** A component whose memories can be told and written to from outside. */
export interface ProbedComponent {
  readonly bytes: Uint8Array;
  /** Its own, and the exports of the probes. */
  readonly world: WitWorld;
  readonly probes: readonly MemoryProbe[];
  /**
   * Whether there is a probe for every memory that a core module exports: not for shared and 64-bit ones, and in components
   * that refer to what lies around them.
   */
  readonly isWhole: boolean;
}

/** Exports about one memory. */
export interface MemoryProbe {
  /** Takes nothing and returns the size in pages. */
  readonly pages: string;
  /** Takes and returns nothing: writes to every page of the operating system, and leaves what is there as it was. */
  readonly touch: string;
}

type Probed = Omit<ProbedComponent, "world">;

/** A memory that a core instance exports, and its module defines. */
interface OwnMemory {
  readonly instance: number;
  readonly name: string;
  readonly isReached: boolean;
}

/** The type of a function that takes nothing and returns a number of 32 bits. */
const NUMBER_TYPE: readonly number[] = [0x40, 0, 0, 0x79];
const KINDS = ["pages", "touch"] as const;

/**
 * Adds to a component what tells the size of its memories and writes to them: the API of an engine does not reach them. Two
 * functions for each memory that a core module defines and exports, in the component itself or one inside of it.
 *
 * @param bytes - a Component Model binary
 * @param world - what it imports and exports
 * @returns the component with its probes
 * @throws WasmFormatError naming the offset when the bytes are damaged
 */
export function withMemoryProbes(bytes: Uint8Array, world: WitWorld): ProbedComponent {
  const probed = probe(bytes);
  const exports = [...world.exports, ...probed.probes.flatMap(itemsOf)];
  return { ...probed, world: { imports: world.imports, exports } };
}

function probe(bytes: Uint8Array): Probed {
  const spaces = readCoreSpaces(bytes);
  const memories = spaces.instances.flatMap(memoriesOf);
  const inner = probeInside(bytes);
  const reached = memories.filter(({ isReached }) => isReached);
  const isWhole =
    reached.length === memories.length && inner.components.every((one) => one.isWhole);
  const taken = readInnerInstances(bytes).instances.flatMap((component, instance) =>
    (component === null ? [] : (inner.components[component]?.probes ?? [])).map((own) => ({
      instance,
      own,
    })),
  );
  if (reached.length + taken.length === 0) return { bytes, probes: [], isWhole };
  const builder = new ComponentBuilder(inner.bytes, sizesOf(bytes, spaces));
  const add = createAdder(builder);
  const probes: MemoryProbe[] = taken.map(({ instance, own }) =>
    add((kind) => builder.take(instance, "function", own[kind])),
  );
  if (reached.length > 0) {
    const module = builder.addModule(probeModule());
    const types = { pages: builder.addType(NUMBER_TYPE), touch: builder.addType(NOTHING_TYPE) };
    for (const { instance, name } of reached) {
      const memory = builder.takeCore(instance, "memory", name);
      const given = builder.gather([{ name: PROBE.memory, sort: "memory", index: memory }]);
      const made = builder.instantiate(module, { [PROBE.module]: given });
      probes.push(
        add((kind) => builder.lift(builder.takeCore(made, "function", PROBE[kind]), types[kind])),
      );
    }
  }
  return { bytes: builder.bytes(), probes, isWhole };
}

/** Exports the two functions of a memory under names that no other memory has. */
function createAdder(
  builder: ComponentBuilder,
): (make: (kind: keyof MemoryProbe) => number) => MemoryProbe {
  let count = 0;
  return (make: (kind: keyof MemoryProbe) => number): MemoryProbe => {
    const nameOf = (kind: keyof MemoryProbe): string => `wasm-bench-${kind}-m${count}`;
    for (const kind of KINDS) builder.export(nameOf(kind), "function", make(kind));
    const added = { pages: nameOf("pages"), touch: nameOf("touch") };
    count += 1;
    return added;
  };
}

/** The same component, each one inside of it with its probes. */
function probeInside(bytes: Uint8Array): {
  readonly bytes: Uint8Array;
  readonly components: readonly Probed[];
} {
  const components: Probed[] = [];
  const writer = new ByteWriter(bytes.length).raw(COMPONENT_HEADER);
  for (const { id, contentStart, end, bytes: size } of readComponentSections(bytes)) {
    if (id !== COMPONENT_SECTION.component) {
      writer.copy(bytes, end - size, end);
      continue;
    }
    const probed = probeAlone(bytes.subarray(contentStart, end));
    components.push(probed);
    writer.u8(id).u32(probed.bytes.length).raw(probed.bytes);
  }
  return { bytes: writer.bytes(), components };
}

/** One that refers to what lies around it is none that can be read alone. */
function probeAlone(bytes: Uint8Array): Probed {
  try {
    return probe(bytes);
  } catch (error) {
    if (!(error instanceof WasmFormatError)) throw error;
    const isWhole = readCoreModules(bytes).every(({ memories }) => memories.length === 0);
    return { bytes, probes: [], isWhole };
  }
}

function sizesOf(
  bytes: Uint8Array,
  spaces: CoreSpaces,
): ConstructorParameters<typeof ComponentBuilder>[1] {
  const root = readRootScope(bytes);
  return {
    modules: spaces.modules.length,
    coreInstances: spaces.instances.length,
    coreFunctions: spaces.functions,
    memories: spaces.memories,
    types: root.types.length,
    functions: root.functions.length,
    instances: root.instances.length,
    components: root.components.length,
  };
}

function memoriesOf(module: ModuleFacts | null, instance: number): OwnMemory[] {
  if (module === null) return [];
  const imported = module.imports.filter(({ kind }) => kind === "memory").length;
  const own = module.exports.filter(({ kind, index }) => kind === "memory" && index >= imported);
  // One memory may have several names.
  const names = new Map(own.map(({ index, name }) => [index, name]));
  return [...names].map(([index, name]) => {
    const limits = module.memories[index];
    const isReached = limits !== undefined && !limits.shared && !limits.is64;
    return { instance, name, isReached };
  });
}

function itemsOf({ pages, touch }: MemoryProbe): WitItem[] {
  const item = (name: string, result: WitType | null): WitItem => ({
    name,
    functions: { [name]: { params: [], result, isAsync: false } },
    isFunction: true,
  });
  return [item(pages, { kind: "primitive", name: "u32" }), item(touch, null)];
}
