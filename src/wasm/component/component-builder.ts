import { ByteWriter } from "../encoder.ts";
import { CORE_SORT, type CoreSort } from "./core-spaces.ts";
import { SORT } from "./scope.ts";
import { COMPONENT_SECTION } from "./sections.ts";

/** Magic number, version and layer of a component. */
export const COMPONENT_HEADER: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];

/** How many entries the index spaces of a component have that is built on. */
export interface SpaceSizes {
  readonly modules: number;
  readonly coreInstances: number;
  readonly coreFunctions: number;
  readonly memories: number;
  readonly types: number;
  readonly functions: number;
  readonly instances: number;
  readonly components: number;
}

/** The index spaces of a component that is begun. */
export const NO_SPACES: SpaceSizes = {
  modules: 0,
  coreInstances: 0,
  coreFunctions: 0,
  memories: 0,
  types: 0,
  functions: 0,
  instances: 0,
  components: 0,
};

/** A core thing under a name. */
export interface NamedCore {
  readonly name: string;
  readonly sort: CoreSort;
  readonly index: number;
}

/** Memory that values lie in, and what takes more of it. */
export interface ValueRoom {
  readonly memory: number;
  readonly realloc: number;
}

const ALIAS_EXPORT = 0x00;
const ALIAS_CORE_EXPORT = 0x01;
const LIFT = [0x00, 0x00];
const LOWER = [0x01, 0x00];
const OPTION_MEMORY = 0x03;
const OPTION_REALLOC = 0x04;

/** Writes sections of a component one behind another; each method gives the index of what it adds. */
export class ComponentBuilder {
  readonly #writer: ByteWriter;
  readonly #sizes: { -readonly [Space in keyof SpaceSizes]: number };

  /**
   * Begins behind what is there.
   *
   * @param bytes - a component, or its header alone
   * @param sizes - index spaces of that
   */
  constructor(bytes: ArrayLike<number>, sizes: SpaceSizes) {
    this.#writer = new ByteWriter(bytes.length).raw(bytes);
    this.#sizes = { ...sizes };
  }

  /**
   * Adds a core module.
   *
   * @param bytes - the module
   * @returns its index
   */
  addModule(bytes: Uint8Array): number {
    this.#section(COMPONENT_SECTION.coreModule, new ByteWriter(bytes.length).raw(bytes));
    return this.#next("modules");
  }

  /**
   * Instantiates a core module.
   *
   * @param module - its index
   * @param imports - instances by the names of the modules it imports from
   * @returns index of the core instance
   */
  instantiate(module: number, imports: Readonly<Record<string, number>>): number {
    const given = Object.entries(imports);
    const entry = new ByteWriter().u8(0).u32(module).u32(given.length);
    for (const [name, index] of given) entry.name(name).u8(CORE_SORT.instance).u32(index);
    this.#entry(COMPONENT_SECTION.coreInstance, entry);
    return this.#next("coreInstances");
  }

  /**
   * Makes a core instance of things that are there.
   *
   * @param items - what it exports
   * @returns index of the core instance
   */
  gather(items: readonly NamedCore[]): number {
    const entry = new ByteWriter().u8(1).u32(items.length);
    for (const { name, sort, index } of items) entry.name(name).u8(CORE_SORT[sort]).u32(index);
    this.#entry(COMPONENT_SECTION.coreInstance, entry);
    return this.#next("coreInstances");
  }

  /**
   * Takes what a core instance exports.
   *
   * @param instance - its index
   * @param sort - a function or a memory
   * @param name - name of the export
   * @returns index of the function or memory
   */
  takeCore(instance: number, sort: "function" | "memory", name: string): number {
    const entry = new ByteWriter().u8(SORT.core).u8(CORE_SORT[sort]).u8(ALIAS_CORE_EXPORT);
    this.#entry(COMPONENT_SECTION.alias, entry.u32(instance).name(name));
    return this.#next(sort === "function" ? "coreFunctions" : "memories");
  }

  /**
   * Takes what an instance exports.
   *
   * @param instance - its index
   * @param sort - a function or an instance
   * @param name - name of the export
   * @returns index of the function or instance
   */
  take(instance: number, sort: "function" | "instance", name: string): number {
    const entry = new ByteWriter().u8(SORT[sort]).u8(ALIAS_EXPORT).u32(instance).name(name);
    this.#entry(COMPONENT_SECTION.alias, entry);
    return this.#next(sort === "function" ? "functions" : "instances");
  }

  /**
   * Adds a type.
   *
   * @param definition - its bytes
   * @returns its index
   */
  addType(definition: ArrayLike<number>): number {
    this.#entry(COMPONENT_SECTION.type, new ByteWriter().raw(definition));
    return this.#next("types");
  }

  /**
   * Makes a function of a core function whose values are numbers.
   *
   * @param coreFunction - its index
   * @param type - index of the type it gets
   * @returns index of the function
   */
  lift(coreFunction: number, type: number): number {
    const entry = new ByteWriter().raw(LIFT).u32(coreFunction).u32(0).u32(type);
    this.#entry(COMPONENT_SECTION.canonical, entry);
    return this.#next("functions");
  }

  /**
   * Makes a core function of a function.
   *
   * @param calledFunction - its index
   * @param room - where values lie that are no numbers
   * @returns index of the core function
   */
  lower(calledFunction: number, { memory, realloc }: ValueRoom): number {
    const entry = new ByteWriter().raw(LOWER).u32(calledFunction).u32(2);
    entry.u8(OPTION_MEMORY).u32(memory).u8(OPTION_REALLOC).u32(realloc);
    this.#entry(COMPONENT_SECTION.canonical, entry);
    return this.#next("coreFunctions");
  }

  /**
   * Exports a function or an instance.
   *
   * @param name - under this name
   * @param sort - which of both
   * @param index - its index
   */
  export(name: string, sort: "function" | "instance", index: number): void {
    const entry = new ByteWriter().u8(0).name(name).u8(SORT[sort]).u32(index).u8(0);
    this.#entry(COMPONENT_SECTION.export, entry);
    this.#next(sort === "function" ? "functions" : "instances");
  }

  /**
   * What was written so far.
   *
   * @returns the component
   */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#writer.bytes();
  }

  #entry(id: number, entry: ByteWriter): void {
    this.#section(id, new ByteWriter().u32(1).raw(entry.view()));
  }

  #section(id: number, content: ByteWriter): void {
    this.#writer.u8(id).sized(content);
  }

  #next(space: keyof SpaceSizes): number {
    const index = this.#sizes[space];
    this.#sizes[space] = index + 1;
    return index;
  }
}
